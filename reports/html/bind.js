"use strict";
// Fills copies of a template with data: data-b says what goes where (target:field), data-if what must be there,
// data-each what is repeated. Everything from documents becomes text or an attribute; nothing is ever read as markup.
var bind = (function () {
  function value(path, scope) {
    if (!path) { return scope; }
    return path.split(".").reduce(function (found, key) { return found === undefined || found === null ? found : found[key]; }, scope);
  }

  function safe(address) { return /^(https?:|#|data:image\/webp;base64,)/.test(address) ? address : "#"; }

  function put(element, scope) {
    (element.dataset.b || "").split(" ").filter(Boolean).forEach(function (pair) {
      var colon = pair.indexOf(":"), target = pair.slice(0, colon), found = value(pair.slice(colon + 1), scope);
      var text = found === undefined || found === null ? "" : String(found);
      if (target === "text") { element.textContent = text; }
      else { element.setAttribute(target, target === "href" ? safe(text) : text); }
    });
  }

  function repeat(element, scope) {
    var items = value(element.dataset.each, scope) || [];
    element.removeAttribute("data-each");
    items.forEach(function (item) {
      var copy = element.cloneNode(true);
      element.before(copy);
      fill(copy, item);
    });
    element.remove();
  }

  function fill(element, scope) {
    if (element.dataset && element.dataset.each !== undefined) { repeat(element, scope); return; }
    if (element.dataset && element.dataset.if !== undefined) {
      var there = value(element.dataset.if, scope);
      if (!there || there.length === 0) { element.remove(); return; }
    }
    Array.from(element.children).forEach(function (child) { fill(child, scope); });
    if (element.dataset) { put(element, scope); }
  }

  return function (template, scope) {
    var made = template.content.firstElementChild.cloneNode(true);
    fill(made, scope);
    return made;
  };
}());
