/*
 * Sorts the units: as the archive orders them, by name, by number of reports. Where the years do not
 * all fit, the latest are in view.
 */
(function () {
  'use strict';
  const order = document.getElementById('order');
  const table = document.querySelector('.matrix');
  if (!order || !table) {
    return;
  }
  table.parentElement.scrollLeft = table.offsetWidth;
  const bodies = Array.from(table.tBodies);
  const homes = bodies.map((body) => ({ body, rows: Array.from(body.rows) }));
  const all = table.createTBody();
  all.hidden = true;
  const rows = Array.from(table.querySelectorAll('tr[data-order]'));
  const byName = (a, b) => a.dataset.name.localeCompare(b.dataset.name, 'zh-Hans-u-co-pinyin');
  const byReports = (a, b) => b.dataset.reports - a.dataset.reports || a.dataset.order - b.dataset.order;

  function sort(key) {
    const official = key === 'order';
    bodies.forEach((body) => {
      body.hidden = !official;
    });
    all.hidden = official;
    if (official) {
      homes.forEach((home) => home.rows.forEach((row) => home.body.appendChild(row)));
    } else {
      rows
        .slice()
        .sort(key === 'name' ? byName : byReports)
        .forEach((row) => all.appendChild(row));
    }
    order.querySelectorAll('button').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.order === key));
    });
  }

  order.hidden = false;
  order.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) {
      sort(button.dataset.order);
    }
  });
})();
