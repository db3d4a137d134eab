/* The display menu, and / to search. Needs words.js in front of it. */
(function () {
  'use strict';
  const root = document.documentElement;
  const choices = {
    size: ['100', '125', '150'],
    face: ['sans', 'serif'],
    mode: ['auto', 'light', 'dark'],
    print: ['text', 'notes'],
  };

  function remember(name, value) {
    try {
      localStorage.setItem('annals-' + name, value);
    } catch (e) {
      /* Shown for this page only. */
    }
  }

  function show(fieldset, name) {
    const value = root.getAttribute('data-' + name) || choices[name][0];
    fieldset.querySelectorAll('button').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.value === value));
    });
  }

  function element(name, text, attributes) {
    const made = document.createElement(name);
    made.textContent = text;
    Object.keys(attributes || {}).forEach((key) => made.setAttribute(key, attributes[key]));
    return made;
  }

  /** The menu is of no use without scripts, so it is not in the pages. */
  function menu(words) {
    const panel = element('div', '', { class: 'display-panel' });
    Object.keys(choices).forEach((name) => {
      const fieldset = element('fieldset', '', { 'data-setting': name });
      fieldset.append(element('legend', words['display.' + name]));
      choices[name].forEach((value) => {
        const word = words['display.' + name + '-' + value];
        fieldset.append(element('button', word, { type: 'button', 'data-value': value }));
      });
      panel.append(fieldset);
    });
    const made = element('details', '', { class: 'display', id: 'display' });
    made.append(element('summary', words['display.title']), panel);
    return made;
  }

  const head = document.querySelector('.site-head-inner');
  if (head) {
    const display = menu(window.annals.words);
    head.append(display);
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
