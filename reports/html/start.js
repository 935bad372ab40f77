// Everything comes together: the data are read, the buttons and the keys do what they say.
(function () {
  function read() {
    var island = document.getElementById("data");
    if (!island.dataset.packed) { return Promise.resolve(JSON.parse(island.textContent)); }
    // A loop takes a twentieth of the time of Uint8Array.from with a function.
    var packed = atob(island.textContent), bytes = new Uint8Array(packed.length);
    for (var place = 0; place < packed.length; place += 1) { bytes[place] = packed.charCodeAt(place); }
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  function citation(data, finding) {
    var commitment = data.commitments[finding.c], file = data.documents[finding.d];
    return {
      finding: finding.id, run: data.run.id, verdict: data.verdicts[finding.v].name, reason: finding.reason,
      commitment: { id: commitment.id, title: commitment.text, promise: commitment.promise.quote.text, source: commitment.promise.source },
      document: { path: file.text, sha256: file.sha256 },
      quotes: (finding.passages || []).map(function (passage) { return { quote: passage.words, place: passage.place }; })
    };
  }

  function prose(cited) {
    var quotes = cited.quotes.map(function (each) { return "“" + each.quote + "” (" + cited.document.path + ", " + each.place + ")"; });
    return quotes.concat([
      cited.commitment.title + ": " + cited.verdict + ". " + cited.reason,
      "“" + cited.commitment.promise + "” (" + cited.commitment.source.text + ")",
      "sha256 " + cited.document.sha256 + ", #f-" + cited.finding.slice(0, 12) + ", " + cited.run
    ]).join("\n");
  }

  function copy(text, done) {
    function by_hand() {
      var area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      done();
    }
    if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, by_hand); } else { by_hand(); }
  }

  function run(data) {
    var list = makeList(data), desk = makeDesk(data, list), help = document.getElementById("help");

    function page(step) { list.go({ p: String((Number(list.state().p) || 1) + step) }); }

    function cite(card, json) {
      var cited = citation(data, list.finding(card));
      copy(json ? JSON.stringify(cited, null, 2) : prose(cited), function () {
        card.querySelector(".told").textContent = list.words("copied", {});
      });
    }

    var acts = {
      decide: function (button) { desk.open(button.closest(".finding")); },
      close: desk.close, discard: desk.discard, export: desk.download,
      cite: function (button) { cite(button.closest(".finding"), false); },
      "cite-json": function (button) { cite(button.closest(".finding"), true); },
      previous: function () { page(-1); }, next: function () { page(1); },
      clear: function () { location.hash = "#w=all"; },
      help: function () { help.showModal(); }, "close-help": function () { help.close(); }
    };

    function move(step) {
      var cards = Array.from(document.querySelectorAll(".finding"));
      var here = cards.indexOf(document.activeElement.closest(".finding"));
      var next = cards[here < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, here + step))];
      if (next) { next.focus(); next.scrollIntoView(); }
    }

    function press(action) {
      var card = document.activeElement.closest(".finding");
      if (card) { acts[action](card); }
    }

    var keys = {
      j: function () { move(1); }, k: function () { move(-1); }, n: function () { if (!pagerDisabled("next")) { page(1); } },
      p: function () { if (!pagerDisabled("previous")) { page(-1); } }, d: function () { press("decide"); }, c: function () { press("cite"); },
      "/": function () { document.querySelector("[type=search]").focus(); }, "?": acts.help
    };

    function pagerDisabled(name) {
      var pager = document.querySelector(".pager");
      return pager.hidden || pager.querySelector("[data-act=" + name + "]").disabled;
    }

    document.addEventListener("click", function (event) {
      var button = event.target.closest("[data-act]");
      if (button) { acts[button.dataset.act](button); }
    });
    document.addEventListener("keydown", function (event) {
      var typing = event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey;
      if (event.key === "Escape" && event.target.closest(".editor")) { desk.close(); }
      if (!typing && !help.open && keys[event.key]) { event.preventDefault(); keys[event.key](); }
    });
    document.querySelectorAll(".filters [data-key]").forEach(function (control) {
      control.addEventListener("input", function () {
        var changes = {};
        changes[control.dataset.key] = control.value;
        list.go(changes);
      });
    });
    list.start();
    desk.show();
    document.documentElement.classList.add("js");
  }

  read().then(run);
}());
