"""What every problem's code is called, and what it means in Japanese: the one catalogue of problems.

A problem is told in English where it arises. In Japanese its code is told: the sentence in `said` whose English form
the message has, with the figures and names of the message, else the sentence for every problem of the code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from checker.model.document import Problem
from checker.model.text import Bilingual


@dataclass(frozen=True, slots=True)
class Code:
    """A code of problems: its name in a few words, and in Japanese its sentence and what to do about it.

    `said` are forms of the English message and of the Japanese one; "{}" stands for what both keep as it is.
    """

    name: Bilingual
    sentence: str
    hint: str = ""
    said: tuple[tuple[str, str], ...] = ()


def _code(english: str, japanese: str, sentence: str, hint: str = "", *said: tuple[str, str]) -> Code:
    return Code(Bilingual(english, japanese), sentence, hint, said)


_AGAIN = "再度ダウンロード又は保存してください。"
_SPLIT = "ファイルを分割するか、必要な部分だけを別のファイルにしてください。"
_OTHER_FORM = "元のプログラムで開き、新しいPDF又はテキストとして保存したものを検査してください。"
_EXPORT = "表を書き出し直すか、CSV（UTF-8）で保存してください。"

CODES: Mapping[str, Code] = {
    # What could not be read
    "E-CPU": _code(
        "took too long",
        "時間超過",
        "読み取りの計算時間が上限を超えました。",
        _OTHER_FORM,
        ("reading it took more than {} seconds of computing time", "読み取りの計算時間が{}秒を超えました。"),
    ),
    "E-WALL": _code(
        "no answer",
        "応答なし",
        "制限時間内に応答がありませんでした。",
        _OTHER_FORM,
        ("it gave no answer within {} seconds", "{}秒以内に応答がありませんでした。"),
    ),
    "E-MEMORY": _code(
        "too much memory",
        "メモリー不足",
        "読み取りに必要なメモリーが上限を超えました。",
        _OTHER_FORM,
        ("reading it took more than {} MB of memory", "読み取りに必要なメモリーが{}MBを超えました。"),
    ),
    "E-CRASH": _code("reader broke down", "読み取り停止", "読み取りプログラムが異常終了しました。", _OTHER_FORM),
    "E-PROTOCOL": _code(
        "senseless answer", "応答不正", "読み取りプログラムの応答が意味をなしませんでした。", _OTHER_FORM
    ),
    "E-WORKER": _code(
        "reader not started",
        "起動失敗",
        "読み取りプログラムを起動できませんでした。文書に原因はありません。",
        "メモリーの空きを確かめ、--jobs 1 で再実行し、改善しない場合は報告してください。",
    ),
    "E-INTERRUPTED": _code("interrupted", "中断", "順番が来る前に実行が中断されました。", "もう一度実行してください。"),
    "E-SIZE": _code("too large", "サイズ超過", "ファイルが大きすぎるため読み取りませんでした。", _SPLIT),
    "E-PATH": _code(
        "cannot be opened",
        "開けないファイル",
        "ファイル又はフォルダーを開けませんでした。",
        "アクセス権と、名前の指す先を確かめてください。",
    ),
    "E-GONE": _code(
        "gone",
        "ファイル消失",
        "読み取る時点でファイルがありませんでした。",
        "リンクの場合は指す先を確かめ、そうでなければもう一度実行してください。",
    ),
    "E-MISSING": _code("missing", "ファイルなし", "指定されたファイルがありません。", "名前と場所を確かめてください。"),
    "E-TYPE": _code(
        "another type",
        "種類の不一致",
        "ファイルの中身が名前の示す種類と異なります。",
        "目的の文書か確かめ、正しい名前で保存し直すか、再度ダウンロードしてください。",
    ),
    "E-UNSUPPORTED": _code(
        "unknown type",
        "未対応の形式",
        "この形式のファイルは読み取れません。",
        "PDF、DOCX、テキスト又はCSVで保存したものを検査してください。",
    ),
    "E-UNREADABLE": _code(
        "cannot be read", "読み取り不能", "ファイルが壊れているか途中で切れており、読み取れません。", _AGAIN
    ),
    "E-ENCRYPTED": _code(
        "password",
        "パスワード",
        "ファイルがパスワードで保護されています。",
        "パスワードなしの写しを保存して検査してください。",
    ),
    "E-EMPTY": _code("empty", "内容なし", "ファイルに読み取る内容がありません。", _AGAIN),
    "E-ENCODING": _code(
        "encoding unknown",
        "文字コード不明",
        "文字コードを判別できません。",
        "UTF-8で保存し直すか、文字コードを指定してください。",
    ),
    "E-NO-TEXT": _code(
        "no text layer",
        "文字情報なし",
        "文字情報のないページがあり、読み取れません（スキャン画像の可能性があります）。",
        "文字認識（OCR）を行って結果を確かめるか、発行者に元のファイルを求めてください。",
    ),
    "E-NO-PAGES": _code("no pages", "ページなし", "PDFにページがありません。", _AGAIN),
    "E-PAGE-LIMIT": _code("too many pages", "ページ数超過", "ページ数が上限を超えています。", _SPLIT),
    "E-TEXT-LIMIT": _code(
        "too much text", "文字数超過", "文字数が上限を超えたため、残りを読み取りませんでした。", _SPLIT
    ),
    "E-STRUCTURE": _code(
        "damaged structure",
        "構造の異常",
        "構造が壊れているか入れ子が深すぎるため、一部又は全部を読み取れませんでした。",
        "新しいPDF又はテキストとして保存したものを検査してください。",
    ),
    "E-DTD": _code(
        "document type definition",
        "DTDあり",
        "文書型定義（DTD）を含むため、安全のため読み取りませんでした。",
        "PDFを求めるか、DOCTYPEなしで保存してください。",
    ),
    "E-NESTED": _code(
        "nested too deeply",
        "入れ子超過",
        "書庫の中の書庫が深すぎるため、読み取りませんでした。",
        "取り出して別のファイルとして検査してください。",
    ),
    "E-ZIP-LIMIT": _code(
        "archive too large",
        "書庫の上限",
        "書庫の大きさ又は数が上限を超えています。",
        "展開し、中のファイルを検査してください。",
    ),
    "E-ZIP-NAME": _code(
        "unsafe name in archive",
        "書庫内の名前",
        "書庫の中に安全でない名前のファイルがあります。",
        "送付者に問題のない写しを求めてください。",
    ),
    "E-WORDS-LOST": _code(
        "words lost in reading",
        "読み落とし",
        "ファイルの文字の一部を読み取れませんでした。",
        _OTHER_FORM,
        (
            "of the {} letters that the file holds for its readers, only {} were read",
            "ファイルにある{}字のうち、{}字しか読み取れませんでした。",
        ),
    ),
    # What was read with a reservation
    "W-ENCODING": _code(
        "encoding guessed",
        "文字コード推定",
        "文字コードの記載がないため、推定して読み取りました。",
        "引用が正しく読めるか確かめ、読めない場合はUTF-8で保存し直すか、文字コードを指定してください。",
        (
            "{} and it is not UTF-8; it was read as {}, which is a guess",
            "文字コードの正しい記載がなくUTF-8でもないため、{1}と推定して読み取りました。",
        ),
    ),
    "W-TYPE": _code(
        "another type than its name",
        "名前と中身の相違",
        "中身の種類が名前と異なるため、中身に従って読み取りました。",
        "目的の文書か確かめ、名前を改めてください。",
    ),
    "W-LANGUAGE": _code(
        "another language",
        "他の言語",
        "英語でも日本語でもない部分があります。",
        "翻訳を用意するか、どちらかの言語であればその旨を指定してください。",
    ),
    "W-HIDDEN-TEXT": _code(
        "hidden text",
        "隠し文字",
        "読者に見えない文字があります。見えない文字だけを根拠に判定することはありません。",
        "意図された文字かどうか、発行者に確かめてください。",
    ),
    "W-OCR": _code(
        "read by text recognition",
        "文字認識",
        "文字情報のないページを文字認識（OCR）で読み取りました。それだけを根拠に判定することはありません。",
        "引用と紙面とを見比べてください。",
    ),
    "W-READING-ORDER": _code(
        "order of words in doubt",
        "文字の順序",
        "ファイル内の文字の順序が紙面の配置と異なるため、両方の順序で読み取りました。",
        "引用と紙面とを見比べてください。",
    ),
    "W-DELETED-TEXT": _code(
        "struck out text",
        "取消線",
        "取消線の引かれた語句を本文から除きました。",
        "なお有効な語句であれば、取消線のない写しを求めてください。",
    ),
    "W-TRACKED-CHANGES": _code(
        "tracked changes",
        "変更履歴",
        "確定していない変更履歴があります。",
        "変更を確定した写しを求めてください。",
        (
            "the file holds tracked changes that nobody has accepted or rejected; it was read as if they were accepted",
            "確定していない変更履歴があり、すべて承認したものとして読み取りました。",
        ),
        (
            "the file holds tracked changes that nobody has accepted or rejected; it was read as if they were rejected",
            "確定していない変更履歴があり、すべて元に戻したものとして読み取りました。",
        ),
    ),
    "W-COMMENTS": _code(
        "comments not read",
        "コメント",
        "コメントは本文ではないため読み取りませんでした。",
        "必要であれば元のプログラムで確かめてください。",
    ),
    "W-REPAIRED": _code(
        "repaired",
        "修復済み",
        "PDFに不備があり、修復して読み取りました。",
        "引用と、閲覧ソフトで見える文書とを見比べてください。",
    ),
    "W-PAGE-COUNT-MISMATCH": _code(
        "page count differs",
        "ページ数の相違",
        "PDFの記載するページ数と実際のページ数が異なります。",
        "欠けたページがないか確かめてください。",
    ),
    "W-NO-PICTURES": _code("no pictures", "画像なし", "ページを描画できないため、文言のみ示します。"),
    "W-LEFT-OUT": _code("left out", "省略", "上限を超える判定を省きました。"),
    # What is worth knowing
    "I-RUNNING-HEADS": _code(
        "running heads left out", "ヘッダー等の除外", "本文からヘッダー、フッター又は符号を除きました。"
    ),
    "I-OWNER-PASSWORD": _code(
        "owner's restrictions", "所有者の制限", "PDFに複製の制限が付いていますが、本文は読み取りました。"
    ),
    "I-ACTIVE-CONTENT": _code(
        "active content", "実行可能な内容", "スクリプト等が含まれますが、実行も読み取りもしていません。"
    ),
    "I-CONTAINER": _code("archive", "書庫", "書庫です。中の文書はそれぞれ検査しました。"),
    "I-CHANGED-SINCE": _code(
        "changed documents only", "変更分のみ", "指定の版以降に変わった文書とその影響を受けるものだけを検査しました。"
    ),
    "I-CACHE": _code("no cache", "キャッシュなし", "キャッシュのフォルダーに書き込めません。"),
    # Record files
    "E-COLUMNS": _code(
        "columns missing",
        "列の不足",
        "既知の記録の種類に必要な列がそろっていません。",
        "`checker records template` で列を確かめ、見出しを直してください。",
    ),
    "E-UNIT": _code(
        "unit unclear",
        "単位不明",
        "値の単位が定まりません。",
        "15又は15%のように書くか、見出しに単位を示してください。",
    ),
    "E-CELL": _code(
        "cells not read",
        "セルの不備",
        "列に合わないセルがあり、その行は検査していません。",
        "セルを直してください。ほかの行は検査済みです。",
        (
            "{} where {} is expected; the row was not checked",
            "列に合わない値{0}があり、その行は検査していません。",
        ),
    ),
    "E-JSON": _code(
        "unclear JSON",
        "JSONの不備",
        "JSONをオブジェクトの一覧として読み取れません。",
        "1行に1オブジェクト（NDJSON）又はCSVで書き出してください。",
    ),
    "E-ROW-LIMIT": _code("too many rows", "行数超過", "行数が上限を超えています。", _SPLIT),
    "E-COLUMN-LIMIT": _code(
        "too many columns", "列数超過", "列数が上限を超えています。", "記録に必要な列だけにしてください。"
    ),
    "E-RANGE": _code(
        "figures too large",
        "数値の範囲超過",
        "数値が大きすぎるか小数の桁が多すぎるため、正確に計算できません。",
        "小数点の抜けなど、桁の多すぎる数値がないか確かめてください。",
    ),
    "E-TOTAL-LIMIT": _code(
        "too many rows to add up",
        "合計行数超過",
        "合計すべき行が多すぎます。",
        "支払ごとではなく、案件ごとに1行としてください。",
    ),
    "E-CELLS-LIMIT": _code("too many cells", "セル数超過", "空でないセルの数が上限を超えています。", _SPLIT),
    "E-CELL-LIMIT": _code(
        "cell too long",
        "セルの文字数超過",
        "セルの文字数が上限を超えているか、引用符が閉じられていません。",
        "その行をテキストエディターで確かめてください。",
    ),
    "W-SHEET": _code("sheet not read", "シート", "記録の列がないシートは検査していません。", _EXPORT),
    "W-COLUMN": _code(
        "column not recognised",
        "列の見出し",
        "見出しの意味を判別できない列を使っていません。",
        "該当する列であれば、見出しを直してください。",
    ),
    "W-HIDDEN-SHEET": _code(
        "hidden sheet",
        "非表示シート",
        "非表示のシートは読み取りませんでした。",
        "検査するには再表示してください。",
    ),
    "W-HIDDEN-ROWS": _code(
        "hidden rows", "非表示の行", "非表示の行も検査しました。", "意図された行か確かめてください。"
    ),
    "I-ROWS-LEFT-OUT": _code("rows left out", "除外した行", "見出しや合計とみなした行を記録から除きました。"),
    "I-COLUMNS-UNUSED": _code("columns not used", "使わない列", "記録に関係しない列は使っていません。"),
}
"""Code -> what it is called and what it means."""

_UNKNOWN = {"E": "読み取れませんでした。", "W": "留保付きで読み取りました。", "I": "参考情報があります。"}


def code_name(code: str, lang: str) -> str:
    """What a problem of that code is called in a few words; the code itself where it has no name."""
    return CODES[code].name.pick(lang) if code in CODES else code


def message(problem: Problem, lang: str) -> str:
    """What a problem says."""
    if lang == "en":
        return problem.message
    known = CODES.get(problem.code)
    if known is None:
        return _UNKNOWN[problem.code[0]]
    for english, japanese in known.said:
        found = _form(english).fullmatch(problem.message)
        if found:
            return japanese.format(*found.groups())
    return known.sentence


def hint(problem: Problem, lang: str) -> str:
    """What to do about a problem; empty where nothing is to be done."""
    if lang == "en" or not problem.hint:
        return problem.hint
    return CODES[problem.code].hint if problem.code in CODES else ""


@lru_cache(maxsize=256)
def _form(english: str) -> re.Pattern[str]:
    return re.compile("(.+)".join(map(re.escape, english.split("{}"))), re.DOTALL)
