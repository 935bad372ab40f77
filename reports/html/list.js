// The list of findings: which of them are shown is written in the address, so that a narrowed list can be mailed.
var makeList = function (data) {
  var SIZE = 50, KEYS = ["v", "c", "d", "m", "s", "q", "p", "w"];
  var list = document.getElementById("list"), template = document.getElementById("card");
  var shown = document.getElementById("shown"), pager = document.querySelector(".pager");
  var together = Array.from(document.querySelectorAll(".together"));
  var numbers = {}, texts = [], kept = [], current = [], drawn = "p=1", listeners = [];
  data.findings.forEach(function (finding, number) { numbers["f-" + finding.id.slice(0, 12)] = number; });

  function words(key, values) {
    return data.words[key].replace(/\{(\w+)\}/g, function (_, name) { return String(values[name]); });
  }

  function state() {
    var read = {};
    new URLSearchParams(location.hash.slice(1)).forEach(function (text, key) { if (KEYS.includes(key)) { read[key] = text; } });
    return read;
  }

  function address(wanted) {
    var made = new URLSearchParams();
    KEYS.forEach(function (key) { if (wanted[key] && !(key === "p" && wanted[key] === "1")) { made.set(key, wanted[key]); } });
    return "#" + (made.toString() || "findings");
  }

  function go(changes) { location.hash = address(Object.assign(state(), { p: "" }, changes)); }

  function text(number) {
    if (texts[number] === undefined) {
      var finding = data.findings[number];
      texts[number] = [data.commitments[finding.c].text, data.documents[finding.d].text, finding.reason, finding.id]
        .concat((finding.passages || []).map(function (passage) { return passage.words + " " + passage.place; }))
        .join("\n").normalize("NFKC").toLowerCase();
    }
    return texts[number];
  }

  // An address that asks for nothing shows what needs somebody: new, and not settled by a decision.
  function asks(wanted) { return KEYS.some(function (key) { return key !== "p" && wanted[key]; }); }

  function fits(finding, number, wanted) {
    return (asks(wanted) || finding.open) && (!wanted.v || finding.v === wanted.v) &&
      (!wanted.c || data.commitments[finding.c].id === wanted.c) &&
      (!wanted.d || data.documents[finding.d].text === wanted.d) &&
      (!wanted.m || data.documents[finding.d].month === wanted.m) &&
      (!wanted.s || finding.s === wanted.s) &&
      (!wanted.q || text(number).includes(wanted.q.normalize("NFKC").toLowerCase()));
  }

  function card(number) {
    if (kept[number]) { return kept[number]; }
    var finding = data.findings[number], anchor = "f-" + finding.id.slice(0, 12);
    var made = bind(template, Object.assign({}, finding, {
      anchor: anchor, self: "#" + anchor, css: "finding " + finding.v, verdict: data.verdicts[finding.v],
      levels: finding.levels.map(function (level) { return data.levels[level]; }),
      explain: "checker explain " + data.commitments[finding.c].id + " " + data.documents[finding.d].quoted,
      commitment: data.commitments[finding.c], promise: data.commitments[finding.c].promise, document: data.documents[finding.d]
    }));
    listeners.forEach(function (listener) { listener(made, finding); });
    return made;
  }

  function showTogether(wanted) {
    together.forEach(function (group) {
      var there = (!wanted.v || group.dataset.v === wanted.v) && (!wanted.d || group.dataset.d === wanted.d) &&
        (!wanted.m || group.dataset.m === wanted.m) && !wanted.s && !wanted.q;
      var lines = Array.from(group.querySelectorAll("[data-c]"));
      lines.forEach(function (line) { line.hidden = Boolean(wanted.c) && line.dataset.c !== "#c-" + wanted.c; });
      group.hidden = !there || lines.every(function (line) { return line.hidden; });
    });
  }

  function tell(wanted, pages, page) {
    var total = data.findings.length, lines = together.some(function (group) { return !group.hidden; });
    var key = current.length === total ? "shown_all" : !asks(wanted) ? "shown_new" : current.length || lines ? "shown_some" : "shown_none";
    shown.textContent = words(key, { n: current.length, total: total });
    pager.hidden = pages < 2;
    document.getElementById("page-of").textContent = words("page_of", { page: page, pages: pages });
    pager.querySelector("[data-act=previous]").disabled = page === 1;
    pager.querySelector("[data-act=next]").disabled = page === pages;
    document.querySelectorAll("a.tile").forEach(function (tile) {
      var on = Boolean(wanted.v) && tile.hash === "#v=" + wanted.v;
      if (on) { tile.setAttribute("aria-current", "true"); } else { tile.removeAttribute("aria-current"); }
    });
    document.querySelectorAll(".filters [data-key]").forEach(function (control) {
      if (control !== document.activeElement) { control.value = wanted[control.dataset.key] || ""; }
    });
  }

  function draw(wanted) {
    current = data.findings.map(function (_, number) { return number; }).filter(function (number) {
      return fits(data.findings[number], number, wanted);
    });
    var pages = Math.max(1, Math.ceil(current.length / SIZE));
    var page = Math.min(pages, Math.max(1, Number(wanted.p) || 1));
    var visible = current.slice((page - 1) * SIZE, page * SIZE), key = visible.join();
    if (key !== drawn) { list.replaceChildren.apply(list, visible.map(card)); drawn = key; }
    showTogether(wanted);
    tell(wanted, pages, page);
  }

  function reveal(target) {
    for (var around = target.closest("details"); around; around = around.parentElement.closest("details")) { around.open = true; }
    var group = target.closest(".together");
    if (group) { group.hidden = false; }
    target.scrollIntoView();
    if (target.matches(".finding")) { target.focus({ preventScroll: true }); }
  }

  function follow() {
    var name = decodeURIComponent(location.hash.slice(1)), wanted = state();
    if (numbers[name] !== undefined) { draw({ p: String(Math.floor(numbers[name] / SIZE) + 1), w: "all" }); }
    else if (Object.keys(wanted).length || name === "findings" || !name) { draw(wanted); }
    var filtered = Object.keys(wanted).length > 0;
    var target = document.getElementById(filtered ? "findings" : name);
    if (target && !document.activeElement.matches(".filters [data-key]")) { reveal(target); }
  }

  function start() {
    drawn = data.findings.slice(0, list.children.length).map(function (_, number) { return number; }).join();
    Array.from(list.children).forEach(function (made, number) {
      kept[number] = made;
      listeners.forEach(function (listener) { listener(made, data.findings[numbers[made.id]]); });
    });
    draw(numbers[location.hash.slice(1)] === undefined ? state() : { w: "all" });
    window.addEventListener("hashchange", follow);
    if (location.hash) { follow(); }
  }

  return {
    start: start, go: go, state: state, words: words, refresh: function () { draw(state()); },
    each: function (listener) { listeners.push(listener); },
    finding: function (element) { return data.findings[numbers[element.closest(".finding").id]]; }
  };
};
