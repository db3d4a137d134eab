/* Filters and sorts the items of a plan; the address keeps the choice. */
(function () {
  'use strict';
  const statements = document.querySelector('details.statements');
  const form = document.getElementById('filter');
  const table = document.querySelector('.items');
  revealTarget();
  window.addEventListener('hashchange', revealTarget);
  if (!form || !table) {
    return;
  }
  const shown = document.getElementById('shown');
  const selects = Array.from(form.querySelectorAll('select'));
  const buttons = Array.from(form.querySelectorAll('button'));
  const groups = Array.from(table.tBodies);
  const rows = groups.flatMap((group) => Array.from(group.rows).filter((row) => row.id).map((row) => ({ row, group })));
  let sorted = [];

  /* A statement that a link leads to lies in a fold. */
  function revealTarget() {
    const target = statements && location.hash && document.getElementById(location.hash.slice(1));
    if (target && statements.contains(target) && !statements.open) {
      statements.open = true;
      target.scrollIntoView();
    }
  }

  function heading(group) {
    return group.querySelector('.group');
  }

  function wantedFrom(address) {
    return {
      state: address.get('state') || '',
      section: address.get('section') || '',
      figures: address.get('figures') || '',
      sort: address.get('sort') || '',
    };
  }

  function hasFigures(entry) {
    return entry.row.cells[2].childElementCount > 0;
  }

  function fits(entry, wanted) {
    return (
      (!wanted.state || entry.row.classList.contains(wanted.state)) &&
      (!wanted.section || entry.group.id === 'g-' + wanted.section) &&
      (!wanted.figures || (wanted.figures === 'with') === hasFigures(entry))
    );
  }

  /* A body for each state, in the order of the buttons; rows keep the order of the plan in it. */
  function byState() {
    return buttons
      .filter((button) => button.dataset.state)
      .map((button) => {
        const body = document.createElement('tbody');
        const title = body.insertRow();
        title.className = 'group';
        const head = document.createElement('th');
        head.scope = 'rowgroup';
        head.colSpan = table.tHead.rows[0].cells.length;
        head.textContent = button.textContent;
        title.append(head);
        rows
          .filter((entry) => entry.row.classList.contains(button.dataset.state))
          .forEach((entry) => {
            const place = document.createElement('p');
            place.className = 'place';
            place.append(...Array.from(heading(entry.group).cells[0].childNodes).map((node) => node.cloneNode(true)));
            entry.row.cells[1].append(place);
            body.append(entry.row);
          });
        return body;
      });
  }

  function arrange(sort) {
    const state = sort === 'state';
    if (state === sorted.length > 0) {
      return;
    }
    if (state) {
      sorted = byState();
      groups.forEach((group) => group.remove());
      table.append(...sorted);
      return;
    }
    table.querySelectorAll('.place').forEach((place) => place.remove());
    rows.forEach((entry) => entry.group.append(entry.row));
    sorted.forEach((body) => body.remove());
    sorted = [];
    table.append(...groups);
  }

  function apply() {
    const wanted = wantedFrom(new URLSearchParams(location.search));
    arrange(wanted.sort);
    let count = 0;
    rows.forEach((entry) => {
      entry.row.hidden = !fits(entry, wanted);
      count += entry.row.hidden ? 0 : 1;
    });
    Array.from(table.tBodies).forEach((body) => {
      body.hidden = !Array.from(body.rows).some((row) => row.id && !row.hidden);
    });
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.state === wanted.state)));
    selects.forEach((select) => {
      select.value = wanted[select.name];
    });
    shown.textContent = shown.dataset.words.replace('{0}', count);
  }

  function set(name, value) {
    const address = new URLSearchParams(location.search);
    if (value) {
      address.set(name, value);
    } else {
      address.delete(name);
    }
    const query = address.toString();
    try {
      history.replaceState(null, '', location.pathname + (query ? '?' + query : '') + location.hash);
      apply();
    } catch (e) {
      location.search = query;
    }
  }

  function offerSections() {
    const select = selects.find((each) => each.name === 'section');
    groups.forEach((group) => {
      const option = document.createElement('option');
      option.value = group.id.slice(2);
      option.textContent = heading(group).textContent;
      select.append(option);
    });
    select.parentElement.hidden = groups.length < 2;
  }

  function hideWhatDoesNothing() {
    const several = buttons.length > 2;
    form.querySelector('.states').hidden = !several;
    selects.find((each) => each.name === 'sort').parentElement.hidden = !several;
    const figures = selects.find((each) => each.name === 'figures');
    figures.parentElement.hidden = rows.every(hasFigures) || !rows.some(hasFigures);
  }

  offerSections();
  hideWhatDoesNothing();
  form.hidden = false;
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) {
      set('state', button.dataset.state);
    }
  });
  selects.forEach((select) => select.addEventListener('change', () => set(select.name, select.value)));
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
})();
