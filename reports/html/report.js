"use strict";
// Shows one verdict's findings when the address ends in its anchor (#v-violation), so that a filtered page can be mailed.
(function () {
  var groups = Array.from(document.querySelectorAll("[data-filter]"));
  var status = document.querySelector(".filter output");
  var showAll = document.querySelector(".filter a");
  var tiles = Array.from(document.querySelectorAll("a.tile"));

  function filter(wanted) {
    groups.forEach(function (group) { group.hidden = Boolean(wanted) && group !== wanted; });
    tiles.forEach(function (tile) {
      if (wanted && tile.hash === "#" + wanted.id) { tile.setAttribute("aria-current", "true"); }
      else { tile.removeAttribute("aria-current"); }
    });
    status.textContent = wanted ? wanted.dataset.filter : "";
    showAll.hidden = !wanted;
  }

  function unfold(target) {
    var details = target.closest("details");
    if (details) { details.open = true; }
  }

  function follow() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { filter(null); return; }
    var group = target.closest("[data-filter]");
    if (group === target) { filter(group); }
    else if (target.id === "findings" || (group && group.hidden)) { filter(null); }
    unfold(target);
    target.scrollIntoView();
  }

  window.addEventListener("hashchange", follow);
  if (location.hash) { follow(); }
}());
