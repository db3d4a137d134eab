/*
 * The switch that greys what a report has in common with others. The choice is kept like those of
 * the display menu. Needs words.js in front of it.
 */
(function () {
  'use strict';
  const root = document.documentElement;
  const words = window.annals.words;
  const places = Array.from(document.querySelectorAll('[data-repetition-switch]'));

  function isGrey() {
    return root.getAttribute('data-repeat') === 'grey';
  }

  function remember(value) {
    try {
      localStorage.setItem('annals-repeat', value);
    } catch (e) {
      /* Shown for this page only. */
    }
  }

  const buttons = places.map((place) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'repetition-switch';
    button.textContent = words['script.grey-repeated'];
    button.addEventListener('click', () => {
      const value = isGrey() ? 'plain' : 'grey';
      root.setAttribute('data-repeat', value);
      remember(value);
      show();
    });
    place.append(button);
    return button;
  });

  function show() {
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(isGrey())));
  }

  show();
})();
