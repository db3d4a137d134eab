/* Runs before the page is drawn: that scripts run, and how the reader wants it shown. */
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
  ['size', 'face', 'mode', 'print', 'repeat'].forEach(function (name) {
    try {
      var value = localStorage.getItem('annals-' + name);
      if (value) {
        root.setAttribute('data-' + name, value);
      }
    } catch (e) {
      /* Without storage the page is shown as it comes. */
    }
  });
})();
