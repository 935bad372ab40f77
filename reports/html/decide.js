// Decisions: drafts in this browser under the run's name, and decisions.json for whoever records them.
var makeDesk = function (data, list) {
  var KEY = "checker-decisions-" + data.run.id, FIELDS = ["action", "cause", "expires", "approver", "reason", "note"];
  var editor = document.getElementById("editor").content.firstElementChild.cloneNode(true);
  var bar = document.querySelector(".drafts"), reviewer = document.getElementById("reviewer");
  var told = document.getElementById("export-told"), drafts = {}, unsaved = false;

  function load() {
    try { drafts = JSON.parse(localStorage.getItem(KEY)) || {}; reviewer.value = localStorage.getItem("checker-reviewer") || ""; }
    catch (error) { drafts = {}; }
  }

  function save() {
    try { localStorage.setItem(KEY, JSON.stringify(drafts)); localStorage.setItem("checker-reviewer", reviewer.value); }
    catch (error) { /* Some browsers keep nothing for a file; the export still works. */ }
    unsaved = Object.keys(drafts).length > 0;
    show();
  }

  function show() {
    var count = Object.keys(drafts).length;
    bar.hidden = count === 0;
    document.getElementById("drafts").textContent = list.words("drafts", { n: count });
    document.querySelectorAll(".finding").forEach(function (card) { mark(card, list.finding(card)); });
  }

  function mark(card, finding) {
    var chip = card.querySelector(".draft"), draft = drafts[finding.id];
    if (chip) { chip.remove(); }
    if (!draft || !draft.action) { return; }
    chip = document.createElement("span");
    chip.className = "chip draft";
    chip.textContent = list.words("draft_mark", { action: editor.querySelector("[value=" + draft.action + "]").textContent });
    card.querySelector(".marks .badge").after(chip);
  }

  function adapt() {
    var action = editor.querySelector("[name=action]").value;
    editor.querySelectorAll("[data-for]").forEach(function (label) { label.hidden = label.dataset.for !== action; });
  }

  function open(card) {
    var finding = list.finding(card), draft = drafts[finding.id] || {};
    card.querySelector(".decide").append(editor);
    FIELDS.forEach(function (name) { editor.querySelector("[name=" + name + "]").value = draft[name] || ""; });
    var first = new Date(data.run.as_of), last = new Date(data.run.as_of);
    last.setUTCDate(last.getUTCDate() + 180);
    editor.querySelector("[name=expires]").min = first.toISOString().slice(0, 10);
    editor.querySelector("[name=expires]").max = last.toISOString().slice(0, 10);
    adapt();
    editor.querySelector("[name=action]").focus();
  }

  function close() {
    var card = editor.closest(".finding");
    editor.remove();
    if (card) { card.querySelector("[data-act=decide]").focus(); }
  }

  function keep() {
    var card = editor.closest(".finding"), draft = {};
    adapt();
    FIELDS.forEach(function (name) {
      var field = editor.querySelector("[name=" + name + "]");
      if (field.value && !field.closest("[hidden]")) { draft[name] = field.value; }
    });
    if (draft.action || draft.reason) { drafts[list.finding(card).id] = draft; } else { delete drafts[list.finding(card).id]; }
    save();
  }

  function discard() {
    delete drafts[list.finding(editor).id];
    save();
    close();
  }

  function complete(draft) {
    return draft.action && (draft.reason || "").trim() && (draft.action !== "reject" || draft.cause) &&
      (draft.action !== "waive" || (draft.expires && (draft.approver || "").trim()));
  }

  function exported() {
    var shas = {};
    data.findings.forEach(function (finding) { shas[finding.id] = finding.sha; });
    return {
      format: 1, run_id: data.run.id, results_sha256: data.run.results_sha256, reviewer: reviewer.value.trim(),
      exported_at: new Date().toISOString().slice(0, 10),
      decisions: Object.keys(drafts).sort().map(function (id) {
        return Object.assign({ fingerprint: id, finding_sha: shas[id] }, drafts[id]);
      })
    };
  }

  function download() {
    var wrong = Object.keys(drafts).find(function (id) { return !complete(drafts[id]); });
    if (!reviewer.value.trim()) { told.textContent = list.words("needs_name", {}); reviewer.focus(); return; }
    if (wrong) { told.textContent = list.words("incomplete", {}); location.hash = "#f-" + wrong.slice(0, 12); return; }
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(exported(), null, 2) + "\n"], { type: "application/json" }));
    link.download = "decisions.json";
    link.click();
    URL.revokeObjectURL(link.href);
    told.textContent = list.words("exported", {});
    unsaved = false;
  }

  load();
  list.each(mark);
  editor.addEventListener("input", keep);
  reviewer.addEventListener("input", save);
  window.addEventListener("beforeunload", function (event) { if (unsaved) { event.preventDefault(); } });
  return { open: open, close: close, discard: discard, download: download, show: show };
};
