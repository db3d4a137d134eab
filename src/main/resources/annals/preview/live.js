(function () {
  "use strict";
  var mark = '"' + document.currentScript.getAttribute("data-mark") + '"';
  var place = "annals-preview:" + location.pathname;
  var kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    window.addEventListener("load", function () {
      window.scrollTo(0, Number(kept));
    });
  }
  var overlay = null;
  function show(lines) {
    if (overlay) {
      overlay.remove();
      overlay = null;
    }
    if (lines.length === 0) {
      return;
    }
    overlay = document.createElement("div");
    overlay.id = "annals-preview-diagnostics";
    overlay.setAttribute("role", "alert");
    overlay.style.cssText =
      "position:fixed;left:0;right:0;bottom:0;max-height:40vh;overflow:auto;z-index:99999;" +
      "padding:1em;background:#fff4f4;color:#600;border-top:3px solid #c00;" +
      "font:14px/1.5 monospace;white-space:pre-wrap;text-align:left";
    lines.forEach(function (line) {
      var row = document.createElement("div");
      row.textContent = line;
      overlay.appendChild(row);
    });
    document.body.appendChild(overlay);
  }
  /* Only a page that is another now is loaded again, with the place on it kept. Its text is shown
     at once: what loading does beside (styles, scripts) takes longer than making the page. */
  function reloadIfOther() {
    var request = new XMLHttpRequest();
    request.open("GET", location.pathname);
    request.responseType = "document";
    request.onload = function () {
      if (request.getResponseHeader("ETag") === mark) {
        return;
      }
      sessionStorage.setItem(place, String(window.scrollY));
      showAtOnce(request.response);
      window.setTimeout(function () {
        location.reload();
      }, 50);
    };
    request.send();
  }
  function showAtOnce(page) {
    var old = document.querySelector("main");
    var next = page && page.querySelector("main");
    if (old && next) {
      old.replaceWith(document.importNode(next, true));
    }
  }
  var built = null;
  new EventSource("/.annals/events").addEventListener("build", function (event) {
    var state = JSON.parse(event.data);
    if (state.build !== built) {
      reloadIfOther();
    }
    built = state.build;
    show(state.diagnostics);
  });
})();
