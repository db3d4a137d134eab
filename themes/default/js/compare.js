/* Only what differs, or both in one column; the reader's choice for this page. */
(function () {
  'use strict';
  const form = document.getElementById('view');
  const comparison = document.querySelector('.comparison');
  if (!form || !comparison) {
    return;
  }
  form.hidden = false;
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) {
      const on = comparison.classList.toggle(button.dataset.view);
      button.setAttribute('aria-pressed', String(on));
    }
  });
  form.addEventListener('submit', (event) => event.preventDefault());
})();
