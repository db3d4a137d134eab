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
  /* Only a page that is another now is loaded again, with the place on it kept. */
  function reloadIfOther() {
    var request = new XMLHttpRequest();
    request.open("HEAD", location.pathname);
    request.onload = function () {
      if (request.getResponseHeader("ETag") !== mark) {
        sessionStorage.setItem(place, String(window.scrollY));
        location.reload();
      }
    };
    request.send();
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
