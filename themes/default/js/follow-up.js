/* Filters the items of a plan by state; the address keeps the choice. */
(function () {
  'use strict';
  const form = document.getElementById('filter');
  const table = document.querySelector('.items');
  if (!form || !table) {
    return;
  }
  const shown = document.getElementById('shown');
  const box = form.querySelector('[name="statements"]');
  const bodies = Array.from(table.tBodies);

  function parameters() {
    return new URLSearchParams(location.search);
  }

  function apply() {
    const wanted = parameters();
    const state = wanted.get('state') || '';
    const hide = wanted.get('statements') === 'hide';
    let count = 0;
    bodies.forEach((body) => {
      let left = 0;
      Array.from(body.rows).forEach((row) => {
        if (row.classList.contains('group')) {
          return;
        }
        const statement = row.classList.contains('statement');
        row.hidden = statement ? hide || state !== '' : state !== '' && !row.classList.contains(state);
        left += row.hidden ? 0 : 1;
      });
      body.hidden = left === 0;
      count += left;
    });
    form.querySelectorAll('button').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.state === state));
    });
    if (box) {
      box.checked = hide;
    }
    shown.textContent = shown.dataset.words.replace('{0}', count);
  }

  function set(name, value) {
    const wanted = parameters();
    if (value) {
      wanted.set(name, value);
    } else {
      wanted.delete(name);
    }
    const query = wanted.toString();
    try {
      history.replaceState(null, '', location.pathname + (query ? '?' + query : '') + location.hash);
      apply();
    } catch (e) {
      location.search = query;
    }
  }

  form.hidden = false;
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) {
      set('state', button.dataset.state);
    }
  });
  if (box) {
    box.addEventListener('change', () => set('statements', box.checked ? 'hide' : ''));
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
})();
