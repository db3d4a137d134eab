/* The display menu, and / to search. */
(function () {
  'use strict';
  const root = document.documentElement;
  const defaults = { size: '100', face: 'sans', mode: 'auto', print: 'text' };

  function remember(name, value) {
    try {
      localStorage.setItem('annals-' + name, value);
    } catch (e) {
      /* Shown for this page only. */
    }
  }

  function show(fieldset, name) {
    const value = root.getAttribute('data-' + name) || defaults[name];
    fieldset.querySelectorAll('button').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.value === value));
    });
  }

  const display = document.getElementById('display');
  if (display) {
    display.hidden = false;
    display.querySelectorAll('fieldset').forEach((fieldset) => {
      const name = fieldset.dataset.setting;
      show(fieldset, name);
      fieldset.addEventListener('click', (event) => {
        const button = event.target.closest('button');
        if (button) {
          root.setAttribute('data-' + name, button.dataset.value);
          remember(name, button.dataset.value);
          show(fieldset, name);
          window.dispatchEvent(new Event('resize'));
        }
      });
    });
    document.addEventListener('click', (event) => {
      if (!display.contains(event.target)) {
        display.open = false;
      }
    });
    display.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        display.open = false;
        display.querySelector('summary').focus();
      }
    });
  }

  document.addEventListener('keydown', (event) => {
    const inField = /^(input|textarea|select)$/i.test(event.target.tagName);
    const box = document.getElementById('q');
    if (event.key === '/' && box && !inField && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
})();
