"""Every interface string of the reports, in English and Japanese: the one catalogue.

A key that takes a number has the entries `key.one` and `key.many`. Braces are filled by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from checker.model.text import Bilingual


def _words(**entries: tuple[str, str]) -> dict[str, Bilingual]:
    return {key: Bilingual(en, ja) for key, (en, ja) in entries.items()}


def _group(prefix: str, **entries: tuple[str, str]) -> dict[str, Bilingual]:
    return {f"{prefix}.{key}": text for key, text in _words(**entries).items()}


CATALOGUE: Mapping[str, Bilingual] = {
    **_group(
        "Verdict",
        compliant=("Compliant", "適合"),
        violation=("Violation", "違反"),
        needs_review=("Needs review", "要確認"),
        not_addressed=("Not addressed", "言及なし"),
        not_applicable=("Not applicable", "対象外"),
        not_checked=("Not checked", "未検査"),
    ),
    **_group(
        "meaning",
        compliant=("The document's words keep the promise.", "文書の文言は約束に沿っています。"),
        violation=("The document's words break the promise.", "文書の文言は約束に反しています。"),
        needs_review=("The words leave it open: a person must decide.", "文言からは決められず、人の判断が必要です。"),
        not_addressed=(
            "Read, and nothing found about this promise.",
            "読み取りましたが、この約束への言及はありません。",
        ),
        not_applicable=("The rule is made for another kind of input.", "この規則は別の種類の入力を対象とします。"),
        not_checked=("Not read, so nothing can be said.", "読み取れなかったため、何も言えません。"),
    ),
    **_group(
        "Level",
        high=("high", "高"),
        medium=("medium", "中"),
        low=("low", "低"),
    ),
    **_group(
        "progress_bound",
        at_most=("Expected: at most {bound} {unit}.", "求められる値：{bound} {unit}以下。"),
        less_than=("Expected: less than {bound} {unit}.", "求められる値：{bound} {unit}未満。"),
        at_least=("Expected: at least {bound} {unit}.", "求められる値：{bound} {unit}以上。"),
        more_than=("Expected: more than {bound} {unit}.", "求められる値：{bound} {unit}超。"),
        exactly=("Expected: {bound} {unit}.", "求められる値：{bound} {unit}。"),
        other_than=("Expected: other than {bound} {unit}.", "求められる値：{bound} {unit}以外。"),
    ),
    **_group(
        "how",
        confidence=(
            "High where a firm criterion of the rule is met, medium where only a weaker one is or the document is"
            " of a kind that reports what others did, low where other statements of the document point the other way.",
            "規則の確実な基準を満たす場合は高、弱い基準のみの場合又は他者の行為を伝える種類の文書である場合は中、"
            "文書内に反対の記述がある場合は低。",
        ),
        reading=(
            "High where the whole text was read; low where a part that could matter was not.",
            "全文を読み取れた場合は高、関係し得る部分を読み取れなかった場合は低。",
        ),
        severity=(
            "Set in the rule by its author; it says nothing about how sure the verdict is.",
            "規則の作成者が定めたもので、判定の確かさとは関係ありません。",
        ),
    ),
    **_group(
        "State",
        checked=("Checked", "検査済み"),
        partly_checked=("Read in part", "一部のみ読み取り"),
        not_checked=("Not checked", "未検査"),
    ),
    **_group(
        "Origin",
        text=("from its text", "本文より"),
        metadata=("from the file's properties", "ファイルの属性より"),
        stated=("as stated by you", "利用者の指定"),
    ),
    **_group(
        "CommitmentKind",
        obligation=("Duty to act", "義務"),
        prohibition=("Prohibition", "禁止"),
        numeric_ceiling=("Ceiling on a figure", "数値の上限"),
        numeric_floor=("Floor under a figure", "数値の下限"),
        quantity_target=("Target quantity", "数量目標"),
        pledge=("Pledge", "公約"),
        cooperation=("Cooperation", "協力"),
        announced_fact=("Announced fact", "公表された事実"),
    ),
    **_group(
        "Strength",
        bound=("legally bound", "法的に拘束"),
        committed=("committed", "約束"),
        will=("says it will", "実施を表明"),
        plans=("plans to", "計画"),
        intends=("intends to", "意図"),
        letter_of_intent=("letter of intent", "意向表明書"),
        welcomed=("welcomed by the other side", "相手方が歓迎"),
        announced=("announced", "公表"),
        context=("context, not a promise of its own", "背景説明（単独の約束ではない）"),
    ),
    **_group(
        "Action",
        confirm=("confirmed", "確認"),
        reject=("rejected", "却下"),
        waive=("waived", "免除"),
        ask_expert=("an expert is asked", "専門家に照会"),
    ),
    **_group(
        "Cause",
        wrong_reading=("the document was read wrongly", "文書の読み取り誤り"),
        wrong_rule=("the rule is wrong", "規則の誤り"),
        other_commitment=("it concerns something else", "別の事項に関するもの"),
    ),
    **_group(
        "Standing",
        open=("No decision yet", "未決定"),
        confirmed=("Confirmed", "確認済み"),
        rejected=("Rejected", "却下"),
        waived=("Waived", "免除"),
        expert_asked=("An expert is asked", "専門家に照会中"),
        disputed=("Disputed", "意見の相違あり"),
    ),
    **_group(
        "Change",
        new=("New", "新規"),
        fixed=("Fixed", "解消"),
        changed=("Changed", "変更"),
    ),
    **_group(
        "Because",
        document=("the document changed", "文書の変更"),
        rules=("the rules changed", "規則の変更"),
        tool=("the checker changed", "チェッカーの変更"),
        unknown=("neither document, rules nor checker changed", "文書・規則・チェッカーとも変更なし"),
    ),
    **_group(
        "NoticeKind",
        expired=("Expired", "期限切れ"),
        expiring=("Expires soon", "期限間近"),
        unused=("Unused", "未使用"),
        words_gone=("Its words are gone", "該当文言なし"),
        absent=("Its document is not in this run", "対象文書なし"),
        stale=("Decided on other words", "内容が変更"),
        over_broad=("Too broad", "範囲が広すぎる"),
        self_approved=("Approved by its own reviewer", "自己承認"),
        later=("Not yet in effect", "発効前"),
        disputed=("Disputed", "意見の相違あり"),
    ),
    **_group(
        "notice",
        expired=(
            "this waiver ended on {expires}; its findings count again",
            "この免除は{expires}に終了し、対象の判定は再び数えられます",
        ),
        expiring=("this waiver ends on {expires}", "この免除は{expires}に終了します"),
        unused=(
            "no finding of this run is concerned by this decision; delete it where it is no longer needed",
            "この決定の対象となる判定がありません。不要であれば削除してください",
        ),
        words_gone=(
            "the words of this decision no longer stand in the document",
            "この決定の対象となる文言は文書にありません",
        ),
        absent=(
            "the document of this decision, {document}, is not among those of this run",
            "この決定の対象文書{document}は今回の対象に含まれません",
        ),
        stale=(
            "the finding says something else than when this was decided, so the decision has no effect; decide again",
            "決定時と判定の内容が異なるため、この決定は効力がありません。改めて決定してください",
        ),
        over_broad=(
            "this waiver covers {n} findings; a waiver should name the finding it accepts",
            "この免除は{n}件の判定に及びます。対象の判定を特定してください",
        ),
        self_approved=(
            "{reviewer} asked for this waiver and approved it too; a second person should approve",
            "{reviewer}が申請と承認の両方を行っています。別の人が承認してください",
        ),
        later=(
            "this decision was taken on {created}, after the date of this report, and has no effect in it",
            "この決定は{created}付けで本報告の基準日より後のため、効力がありません",
        ),
        disputed=(
            "reviewers differ about this finding; it counts as “needs review” until one of them decides anew",
            "確認者の意見が分かれているため、決着するまで「要確認」として数えます",
        ),
        line=(
            "{kind}: {where}: {sentence} ({reviewer}: {reason})",
            "{kind}：{where}：{sentence}（{reviewer}：{reason}）",
        ),
    ),
    **_group(
        "isolation",
        none=("none", "なし"),
        timeout_only=("a time limit on every document", "文書ごとの時間制限"),
        rlimit=("a separate process with limits on time and memory", "時間とメモリーを制限した別プロセス"),
        bwrap=("a sealed process without network or files", "ネットワークとファイルから隔離したプロセス"),
    ),
    **_group(
        "outcome",
        violations_none=("no violations", "違反なし"),
        violations_one=("{n} violation", "違反{n}件"),
        violations_many=("{n} violations", "違反{n}件"),
        waived=(" ({n} of them waived)", "（うち免除{n}件）"),
        review_none=("nothing needs review", "要確認なし"),
        review_one=("{n} needs review", "要確認{n}件"),
        review_many=("{n} need review", "要確認{n}件"),
        unread_one=("{n} of {total} documents could not be checked", "{total}文書中{n}文書は検査できず"),
        unread_many=("{n} of {total} documents could not be checked", "{total}文書中{n}文書は検査できず"),
        part_one=("{n} of {total} documents could be read only in part", "{total}文書中{n}文書は一部のみ読み取り"),
        part_many=("{n} of {total} documents could be read only in part", "{total}文書中{n}文書は一部のみ読み取り"),
        undecided_one=(
            "{n} commitment could not be checked in a document that was read",
            "読み取れた文書で判定できなかった約束{n}件",
        ),
        undecided_many=(
            "{n} commitments could not be checked in documents that were read",
            "読み取れた文書で判定できなかった約束{n}件",
        ),
        checked_one=("the document was checked", "1文書を検査済み"),
        checked_many=("all {n} documents were checked", "全{n}文書を検査済み"),
        nothing_one=(
            "nothing was checked: the document could not be read",
            "検査できた文書はありません（1文書を読み取れず）",
        ),
        nothing_many=(
            "nothing was checked: none of the {n} documents could be read",
            "検査できた文書はありません（{n}文書すべてを読み取れず）",
        ),
        unchanged_one=(
            "no document changed: the one there is was not checked again",
            "変更された文書なし（1文書は再検査せず）",
        ),
        unchanged_many=(
            "no document changed: the {n} there are were not checked again",
            "変更された文書なし（{n}文書は再検査せず）",
        ),
        no_documents=("nothing was checked: there was no document", "検査できた文書はありません（文書なし）"),
        incomplete=("incomplete, the run was stopped: {rest}", "中断により不完全：{rest}"),
    ),
    **_group(
        "condition",
        first=("Exit status {code}: {what}.", "終了コード{code}：{what}。"),
        also=("Exit status {code} would apply too: {what}.", "終了コード{code}にも該当：{what}。"),
        c0=("nothing that fails the run", "不合格となる判定はありません"),
        c1=("a finding fails the run", "不合格となる判定があります"),
        c3=("some input could not be checked", "検査できない入力がありました"),
        c4=("nothing was checked", "何も検査できませんでした"),
        c130=("the run was stopped before its end", "実行が途中で止められました"),
    ),
    **_group(
        "beside",
        new=("new", "新規"),
        known=("known since {since}", "{since}から既知"),
        overdue=("known since {since}, for too long", "{since}から既知（期限超過）"),
        moved=("new under this name; the document was {before}", "新規（文書の旧名 {before}）"),
    ),
    **_group(
        "fail_on",
        violation=("fails on violations", "違反で不合格"),
        needs_review=("fails on whatever needs review", "要確認以上で不合格"),
        never=("never fails", "不合格にしない"),
    ),
    **_words(
        profile_line=(
            "Profile {name}: {documents}, {asked} of {all} commitments; {fail_on}.",
            "プロファイル{name}：{documents}、{all}件中{asked}件の約束、{fail_on}。",
        ),
        beside_title=("Beside the baseline", "基準との比較"),
        beside_counts=(
            "{new} new, {known} known, {fixed} fixed, {unseen} not looked at",
            "新規{new}件、既知{known}件、解消{fixed}件、今回の対象外{unseen}件",
        ),
        beside_age=(
            "Known: severity {levels}; the oldest since {oldest} ({days} days); {open} without a reviewer's decision",
            "既知：重大さ{levels}、最古は{oldest}（{days}日前）、確認者の判断なし{open}件",
        ),
        beside_overdue=(
            "{n} known for longer than allowed, which fail the run",
            "許容期間を超えた既知の判定{n}件は不合格となります",
        ),
        beside_fixed=("Fixed: {document}: {what}", "解消：{document}：{what}"),
        beside_more=("and {n} more fixed", "ほか解消{n}件"),
        title=("Commitment check", "約束の遵守確認"),
        against=("Checked against {title}", "照合対象：{title}"),
        skip=("Skip to the findings", "判定結果へ移動"),
        contents=("On this page", "目次"),
        as_of=("As of", "基準日"),
        documents=("Documents", "文書"),
        commitments=("Commitments", "約束"),
        rules=("Rules", "規則"),
        rules_value=("{pack} (sha256 {sha}…)", "{pack}（sha256 {sha}…）"),
        tool=("Checker version", "チェッカーの版"),
        interrupted_title=("INCOMPLETE", "不完全"),
        interrupted=(
            "The run was stopped before every document was checked. What is missing may hold violations.",
            "すべての文書を検査する前に実行が止められました。未検査の部分に違反がある可能性があります。",
        ),
        health_nothing=("Nothing was checked", "何も検査できませんでした"),
        health_part=("Not everything was read", "読み取れなかった部分があります"),
        health_link=("See what could not be read, and what to do about it", "読み取れなかった内容と対処方法を見る"),
        verdicts=("Verdicts", "判定"),
        tile_hint=("Counted over all documents and commitments.", "全文書・全約束の合計です。"),
        unlisted=("counted, not listed", "件数のみ"),
        unlisted_option=("counted, not listed; --all lists them", "件数のみ（--allで一覧表示）"),
        quoted=("“{text}”", "「{text}」"),
        problem=("{kind}: {message} ({code})", "{kind}：{message}（{code}）"),
        show_all=("Show all findings", "すべての判定を表示"),
        unread_title=("What could not be read", "読み取れなかったもの"),
        running_heads_shared=(
            "running heads, feet or codes were left out of the text of {n} documents;"
            " `checker text` shows what was read",
            "{n}文書で、本文からヘッダー、フッター又は符号を除きました。読み取った本文は`checker text`で確認できます",
        ),
        notes_title=("Notes on the reading", "読み取りに関する注記"),
        unread_none=(
            "Nothing: every document was read in full and without reservation.",
            "ありません。すべての文書を問題なく読み取りました。",
        ),
        unread_no_documents=("There was no document to read.", "読み取る文書がありませんでした。"),
        whole_run=("The run as a whole", "実行全体"),
        problem_error=("Not read", "読み取れず"),
        problem_warning=("Read, with a reservation", "留保付きで読み取り"),
        problem_note=("Worth knowing", "参考"),
        next_step=("What to do: {hint}", "対処：{hint}"),
        at=("At: {where}", "箇所：{where}"),
        commitments_title=("The commitments", "約束の一覧"),
        commitments_intro=(
            "In the order of the source, under its own headings, with what was found over all documents."
            " Open a title for the words of the promise.",
            "原文の順序と見出しに従い、全文書での判定件数を示します。題名を開くと約束の文言を表示します。",
        ),
        no_heading=("Without a heading", "見出しなし"),
        column_commitment=("Commitment", "約束"),
        records_title=("Records", "記録"),
        records_left_out=(
            "{n} further rows stand only in the output: -o rows=FILE.csv",
            "ほか{n}行は -o rows=FILE.csv の出力にあります",
        ),
        column_sheet=("Sheet", "シート"),
        column_row=("Row", "行"),
        column_stated=("Stated", "記載値"),
        column_expected=("Expected", "正しい値"),
        column_code=("Why", "理由コード"),
        criterion=("criterion of the rule:", "規則の基準："),
        worked_end=("stated {stated}, expected {expected}", "記載{stated}、正しくは{expected}"),
        heading=("Heading of the source", "原文の見出し"),
        progress_title=("Amounts against the pledges", "約束額に対する進捗"),
        progress_intro=(
            "What the rows of record files come to, each thing counted once; the line is the amount that was pledged.",
            "記録の行の合計です。同一の対象は一度だけ計上し、縦線は約束された額を示します。",
        ),
        progress_sum=("{title}: {amount} {unit}.", "{title}：{amount} {unit}。"),
        progress_of=("What is counted", "計上した対象"),
        progress_amount=("Amount", "数値"),
        progress_cell=("Cell", "セル"),
        progress_cells=("The cells it is made of", "計上したセル"),
        progress_more=("{n} more rows", "ほか{n}行"),
        progress_interim=("interim", "暫定"),
        status_title=("The commitments at a glance", "約束の状況"),
        status_intro=(
            "Each commitment counts once, under its heading in the source, with the gravest verdict that any document"
            " got.",
            "各約束を原文の見出しごとに1件と数え、全文書を通じて最も重い判定を示します。",
        ),
        figures=("The figures as a table", "数値の表"),
        timeline_title=("Over time", "時系列"),
        timeline_intro=(
            "By the dates that the documents bear, from {start} to {end}. A bar runs from the date of one document to"
            " that of the next; before the first document nothing is known.",
            "文書の日付による推移（{start}～{end}）。帯は、ある文書の日付から次の文書の日付までを示します。"
            "最初の文書より前のことは分かりません。",
        ),
        on_day=("{date} {verdict}", "{date} {verdict}"),
        silent_one=(
            "No document says anything about {n} commitment under this heading",
            "この見出しの約束{n}件については、どの文書にも言及がありません",
        ),
        silent_many=(
            "No document says anything about {n} commitments under this heading",
            "この見出しの約束{n}件については、どの文書にも言及がありません",
        ),
        month=("Month of the document", "文書の月"),
        undated=("no date", "日付なし"),
        count_of=("{verdict}: {n}", "{verdict}：{n}件"),
        no_counts=("no document judged", "判定した文書なし"),
        kind_strength=("{kind}, {strength}", "{kind}・{strength}"),
        matrix_title=("Which document says what", "約束と文書の対照表"),
        matrix_caption=(
            "Rows are commitments, columns are documents or months. Cells with a finding lead to it.",
            "行は約束、列は文書又は月です。判定のある欄から詳細へ移動できます。",
        ),
        matrix_months=(
            "{n} documents speak of commitments, too many for a column each: they stand together by the month they are"
            " dated in. A cell shows the gravest verdict of its month and how many documents have it.",
            "約束に言及する文書が{n}件あるため、文書の日付の月ごとにまとめています。"
            "各欄は、その月の最も重い判定とその文書数を示します。",
        ),
        matrix_silent_commitments_one=(
            "{n} further commitment has no row: no document says anything about it.",
            "ほかの約束{n}件は、どの文書にも言及がないため行がありません。",
        ),
        matrix_silent_commitments_many=(
            "{n} further commitments have no row: no document says anything about them.",
            "ほかの約束{n}件は、どの文書にも言及がないため行がありません。",
        ),
        matrix_silent_documents_one=(
            "{n} further document has no column: it was read, and says nothing about any commitment.",
            "ほかの{n}文書は、読み取りましたが、どの約束にも言及がないため列がありません。",
        ),
        matrix_silent_documents_many=(
            "{n} further documents have no column: they were read, and say nothing about any commitment.",
            "ほかの{n}文書は、読み取りましたが、どの約束にも言及がないため列がありません。",
        ),
        key=("Key", "凡例"),
        findings_title=("Findings", "判定結果"),
        findings_none=("No finding to list.", "表示する判定はありません。"),
        findings_left_out=(
            "{n} further findings are not on this page; they are in the JSON output.",
            "さらに{n}件の判定はこのページになく、JSON出力にあります。",
        ),
        together_one=("Show the {n} commitment", "約束{n}件を表示"),
        together_many=("Show the {n} commitments", "約束{n}件を表示"),
        problem_lead=("{kind}:", "{kind}："),
        latest_evidence=("latest evidence dated {date}", "最新の根拠文書の日付 {date}"),
        in_force_since=("in force since {start}", "{start}から有効"),
        in_force_between=("in force from {start} to {end}", "{start}から{end}まで有効"),
        new_count=("{n} new since the baseline", "基準以降の新規{n}件"),
        diff_line=("{change} ({was} → {now}; {because})", "{change}（{was}→{now}、{because}）"),
        column_count=("Number", "件数"),
        column_standing=("Where it stands", "決定の状況"),
        column_novelty=("Beside the baseline", "基準との比較"),
        column_id=("Commitment id", "約束のID"),
        column_page=("Page", "ページ"),
        column_quote=("Quoted words", "引用"),
        column_severity=("Severity", "重大さ"),
        column_confidence=("Certainty", "確かさ"),
        column_reading=("Reading", "読み取り"),
        column_decisions=("Decisions", "決定"),
        column_finding=("Finding", "判定の識別子"),
        column_hash=("sha256", "sha256"),
        column_made=("Decided on", "決定日"),
        column_kept=("Recorded in", "記録場所"),
        reviewer_name=("Reviewer", "確認者"),
        supports=("Speaks for", "示す判定"),
        verdict=("Verdict", "判定"),
        decision=("Decision", "決定"),
        reason=("Reason", "理由"),
        search=("Search", "検索"),
        any=("all", "すべて"),
        filter_title=("Narrow the list of findings", "判定結果の絞り込み"),
        pages=("Pages of findings", "判定結果のページ"),
        previous=("Previous page", "前のページ"),
        next=("Next page", "次のページ"),
        shown_all=("{n} findings, the most severe first.", "判定{n}件（重大な順）。"),
        shown_new=(
            "{n} of {total} findings: those that are new and not settled by a decision, the most severe first.",
            "判定{total}件中{n}件（新規で、決定により処理されていないもの。重大な順）。",
        ),
        shown_some=("{n} of {total} findings.", "判定{total}件中{n}件。"),
        shown_none=("No finding fits these filters.", "条件に合う判定はありません。"),
        page_of=("page {page} of {pages}", "{page}／{pages}ページ"),
        without_script=(
            "The {n} most severe of {total} findings stand below. The others are in this file as data, which needs"
            " JavaScript to be shown; `checker report` makes a print edition that has all of them.",
            "以下は{total}件中、重大な{n}件です。残りはデータとして含まれ、表示にはJavaScriptが必要です。"
            "`checker report`の印刷版にはすべて載ります。",
        ),
        print_cut=(
            "The {shown} most severe of {total} findings are printed; make an edition for one document or one"
            " commitment to have the others.",
            "{total}件中、重大な{shown}件を印刷しています。残りは文書別又は約束別の印刷版でご覧ください。",
        ),
        decide=("Decide", "決定する"),
        decide_title=("Your decision on this finding", "この判定についての決定"),
        choose=("choose", "選択"),
        do_confirm=("Confirm: the finding is right", "確認：判定は正しい"),
        do_reject=("Reject: the finding is wrong", "却下：判定は誤り"),
        do_waive=("Waive: right, and accepted until a date", "免除：正しいが、期限まで容認"),
        do_ask=("Ask an expert", "専門家に照会"),
        cause=("What is wrong with it", "誤りの種類"),
        until=("Accepted until (at most 180 days)", "容認期限（最長180日）"),
        approver=("Approved by", "承認者"),
        note=("Note (optional)", "備考（任意）"),
        draft_hint=(
            "Drafts are kept in this browser only, until you export them.",
            "下書きは書き出すまでこのブラウザーにのみ保存されます。",
        ),
        close=("Close", "閉じる"),
        discard=("Discard this draft", "この下書きを破棄"),
        reviewer=("Your name", "氏名"),
        export=("Export decisions", "決定を書き出す"),
        drafts_title=("Decisions not exported yet", "未書き出しの決定"),
        drafts=("Decisions not exported yet: {n}", "未書き出しの決定：{n}件"),
        draft_mark=("Your draft: {action}", "下書き：{action}"),
        exported=(
            "Saved as decisions.json. Whoever keeps the reviews records it with: checker review apply",
            "decisions.jsonを保存しました。記録係は checker review apply で記録します。",
        ),
        needs_name=("Enter your name first.", "先に氏名を入力してください。"),
        incomplete=(
            "This decision is not complete: it needs a reason, and what its kind asks for.",
            "この決定は未完成です。理由と、種類ごとの必要事項を入力してください。",
        ),
        copied=("Copied.", "コピーしました。"),
        cite_text=("Copy citation", "引用をコピー"),
        cite_json=("Copy as JSON", "JSONをコピー"),
        history=("What reviewers decided", "これまでの決定"),
        sureness=("How sure this is, and how to check it", "確かさと検証方法"),
        explain_hint=(
            "Every statement the rule saw, and the smallest change that would turn the verdict, are printed by:",
            "規則が見たすべての記述と、判定が変わる最小の変更は、次のコマンドで表示されます。",
        ),
        keys_title=("Keys", "キー操作"),
        key_move=("next and previous finding", "次・前の判定"),
        key_page=("next and previous page", "次・前のページ"),
        run=("Run", "実行番号"),
        reviews_intro=(
            "Decisions are kept in reviews/ and honoured by every run. A waived or rejected finding stays in the list"
            " and no longer fails the run; when a waiver ends, its finding counts again.",
            "決定はreviews/に保存され、以後の実行に反映されます。免除・却下された判定も一覧に残りますが、不合格の理由には"
            "なりません。免除の期限が過ぎると再び数えられます。",
        ),
        reviews_none=("No decision is recorded yet.", "記録された決定はまだありません。"),
        column_people=("By whom", "担当"),
        column_until=("Until", "期限"),
        in_effect=("in effect", "有効"),
        no_effect=("without effect in this run", "この実行では効力なし"),
        reviewed_by=("reviewed by {name}", "確認者 {name}"),
        approved_by=("approved by {name}", "承認者 {name}"),
        limits=(
            "Not checked: pictures without a text layer, pages that could not be read, law that the rules do not know,"
            " and whether what a document says is true. Silence is “not addressed”, never a violation.",
            "対象外：文字情報のない画像、読み取れないページ、規則にない法令、文書の内容が真実かどうか。"
            "記載がないことは「言及なし」であり、違反とはしません。",
        ),
        accuracy=(
            "How often a rule was right on labelled texts is printed by `checker rules show` with the commitment’s id;"
            " a rule without such figures has never been measured.",
            "正解付きテキストでの規則の正答率は `checker rules show` に約束のIDを付けて表示できます。"
            "数値のない規則は測定されていません。",
        ),
        promise=("The promise", "約束"),
        document=("The document", "文書"),
        obligor=("Who promised", "約束した者"),
        beneficiary=("To whom", "相手方"),
        kind=("What sort of promise", "約束の種類"),
        strength=("How firmly", "強さ"),
        strength_quoted=("{strength}, in the words “{words}”", "{strength}（原文「{words}」）"),
        source=("Source", "出典"),
        source_place=("characters {start} to {end} of the source text", "出典テキストの{start}～{end}文字目"),
        page_place=("p. {page}, {where}", "{page}ページ、{where}"),
        reading_title=("What was read", "読み取った本文"),
        reading_facts=("{media_type} · {state} · {characters} characters", "{media_type}・{state}・{characters}字"),
        reading_place=("Place", "場所"),
        reading_from=("From", "位置"),
        reading_words=("Words", "本文"),
        picture=("Page {page} of {path}, with the quoted words outlined", "{path} {page}ページ（引用箇所を枠で表示）"),
        speaks_for=("These words speak for: {verdict}", "この文言の示す判定：{verdict}"),
        no_words=("No words of the document are quoted for this verdict.", "この判定に引用する文言はありません。"),
        trace=("How the checker got there", "判定の過程"),
        confidence=("How sure the rule is: {level}", "規則の確かさ：{level}"),
        reading=("How well the text was read: {level}", "読み取りの確かさ：{level}"),
        severity=("How bad a breach would be: {level}", "違反した場合の重大さ：{level}"),
        levels=(
            "severity {severity}, certainty {confidence}, reading {reading}",
            "重大さ{severity}、確かさ{confidence}、読み取り{reading}",
        ),
        permalink=("Link to this finding", "この判定へのリンク"),
        reviews_title=("Waivers and decisions", "免除と決定"),
        decided=("{action} by {reviewer} on {created}: {reason}", "{created} {reviewer}が{action}：{reason}"),
        mark=(" ({text})", "（{text}）"),
        waived=("Waived", "免除"),
        waiver=(
            "Accepted until {expires}: {reason} (reviewed by {reviewer}, approved by {approver})",
            "{expires}まで容認：{reason}（確認者 {reviewer}、承認者 {approver}）",
        ),
        documents_title=("The documents", "文書の一覧"),
        column_document=("Document", "文書"),
        column_state=("State", "状態"),
        column_pages=("Pages", "ページ数"),
        column_characters=("Characters", "文字数"),
        column_issuer=("Issued by", "発行者"),
        column_dated=("Dated", "日付"),
        column_kind=("Kind", "種類"),
        kind_told=('{name} ("{quote}")', "{name}（「{quote}」）"),
        column_problems=("Problems", "問題"),
        no_pages=("no pages", "ページなし"),
        unknown=("not known", "不明"),
        none=("none", "なし"),
        fact=("{value} ({origin})", "{value}（{origin}）"),
        method_title=("Method and limits", "方法と限界"),
        method=(
            "The checker compares the words of each document with encoded commitments by fixed rules. No language model"
            " is used, and the same inputs give the same report. A verdict concerns only the words quoted. This report"
            " is not legal advice.",
            "本チェッカーは、各文書の文言と約束を固定の規則で照合します。言語モデルは使用せず、同じ入力からは同じ報告が得られます。"
            "判定は引用した文言のみに関するものです。本報告は法的助言ではありません。",
        ),
        provenance_title=("Provenance", "来歴"),
        reproduce=("Command that reproduces this report", "本報告を再現するコマンド"),
        rules_hash=("sha256 of the rules", "規則のsha256"),
        rule_packs=("Rule packs", "規則集"),
        isolation=("Isolation while reading", "読み取り時の隔離"),
        input_hashes=("sha256 of the documents", "文書のsha256"),
        more_characters=("(+{n} characters)", "（ほか{n}文字）"),
        nothing_listed_one=("{n} document has nothing to list.", "表示する判定のない文書：{n}件"),
        nothing_listed_many=("{n} documents have nothing to list.", "表示する判定のない文書：{n}件"),
        brief_title=("{verdict}: {title}", "{verdict}：{title}"),
        brief_quoted=("{reason} {quoted}", "{reason}{quoted}"),
        brief_placed=("{said} ({where})", "{said}（{where}）"),
        brief_where=("{document}, {place}", "{document}、{place}"),
        no_longer=("No longer found in {document}", "{document}では解消されました"),
        annotations_left_out=(
            "{n} more are in the summary of this step and in the other outputs.",
            "ほか{n}件はこのステップの要約と他の出力にあります。",
        ),
        summary_left_out=("{n} more are in the other outputs.", "ほか{n}件は他の出力にあります。"),
        column_verdict=("Verdict", "判定"),
        column_place=("Place", "箇所"),
        column_reason=("Reason and words", "理由と文言"),
        left_out=(
            "{n} further findings were left out, the least severe: at most {most} fit. The exit status counts them.",
            "さらに{n}件の判定を重大でないものから省きました（上限{most}件）。終了コードにはすべて反映されています。",
        ),
        summary=("Summary", "集計"),
        run_line=(
            "{documents} against {commitments} of {packs}, as of {as_of}, checker {version}.",
            "{packs}の{commitments}と{documents}を照合、基準日{as_of}、チェッカー{version}。",
        ),
        n_documents_one=("{n} document", "{n}文書"),
        n_documents_many=("{n} documents", "{n}文書"),
        n_pages_one=("{n} page", "{n}ページ"),
        n_pages_many=("{n} pages", "{n}ページ"),
        issued=("issuer: {issuer}", "発行者：{issuer}"),
        dated=("date: {date}", "日付：{date}"),
        n_commitments_one=("{n} commitment", "{n}件の約束"),
        n_commitments_many=("{n} commitments", "{n}件の約束"),
        separator=(", ", "、"),
        stop=(".", "。"),
    ),
}
"""Key to text; `Words` reads it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue in one language."""

    lang: str

    def __call__(self, key: str, **values: object) -> str:
        """The text under `key` with its braces filled; an unknown key is a KeyError."""
        return CATALOGUE[key].pick(self.lang).format(**values)

    def count(self, key: str, n: int, **values: object) -> str:
        """The text of `key` for `n` things; `{n}` is the number."""
        return self(f"{key}_one" if n == 1 else f"{key}_many", n=n, **values)

    def name(self, member: Enum) -> str:
        """What a member of one of the model's enumerations is called."""
        return self(f"{type(member).__name__}.{member.value}")

    def sentence(self, parts: tuple[str, ...]) -> str:
        """`parts` as one sentence, with a capital and a full stop."""
        text = self("separator").join(parts)
        return text[:1].upper() + text[1:] + self("stop")
