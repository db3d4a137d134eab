/*
 * Side by side: only what differs, one part only, both in one column, kept in the address; a map of
 * changes at the edge; other years.
 */
(function () {
  'use strict';
  const annals = (window.annals = window.annals || {});
  const words = annals.words;
  const VIEWS = ['changes', 'unified'];
  const PARTS = ['summary', 'problems', 'plan'];

  /* What the map reckons with: sizes in pixels, heights in lines. */
  const CHARACTER = 16;
  const LINE = 28;
  const MIDDLE = 44;
  const CHARACTERS_OF_ONE_COLUMN = 42;
  const HEADING = 2.2;
  const GAP = 0.25;

  function asked() {
    return new URLSearchParams(location.search);
  }

  function keep(name, value) {
    const query = asked();
    if (value) {
      query.set(name, value);
    } else {
      query.delete(name);
    }
    const text = query.toString().replace(/%2C/g, ',');
    history.replaceState(null, '', (text ? '?' + text : location.pathname) + location.hash);
  }

  /** Applies what the address says to a comparison. */
  function apply(comparison, buttons, select) {
    const query = asked();
    const views = (query.get('view') || '').split(',');
    VIEWS.forEach((view) => {
      const on = views.indexOf(view) >= 0;
      comparison.classList.toggle(view, on);
      buttons
        .filter((button) => button.dataset.view === view)
        .forEach((button) => button.setAttribute('aria-pressed', String(on)));
    });
    const role = query.get('role') || '';
    PARTS.forEach((part) => comparison.classList.toggle('only-' + part, part === role));
    if (select) {
      select.value = PARTS.indexOf(role) >= 0 ? role : '';
    }
  }

  function bind(comparison, buttons, select) {
    const update = () => {
      apply(comparison, buttons, select);
      map(comparison);
    };
    buttons.forEach((button) =>
      button.addEventListener('click', () => {
        const views = VIEWS.filter(
          (view) => comparison.classList.contains(view) !== (view === button.dataset.view)
        );
        keep('view', views.join(','));
        update();
      })
    );
    if (select) {
      select.addEventListener('change', () => {
        keep('role', select.value);
        update();
      });
    }
    update();
  }

  /**
   * How many lines the rows of a section take, as far as their lengths tell: the style sheet leaves
   * what is outside the window to be laid out when it is read.
   */
  function linesOf(section, isUnified, isOnlyChanges, charactersInLine) {
    return Array.from(section.querySelectorAll(':scope > div'), (row) => {
      const isSame = /\bunchanged\b/.test(row.className);
      if (isSame && isOnlyChanges) {
        return { row, isSame, lines: 0 };
      }
      const lengths = Array.from(row.children, (side) =>
        Math.ceil((side.textContent.length + 2) / charactersInLine)
      );
      const isStacked = isUnified && !isSame;
      const lines = isStacked ? lengths.reduce((a, b) => a + b, 0) : Math.max(1, ...lengths);
      return { row, isSame, lines: lines + GAP };
    });
  }

  /** A thin map: where in the page something is new, changed, dropped or moved. */
  function map(comparison) {
    const before = comparison.querySelector('.change-map');
    if (before) {
      before.remove();
    }
    const made = document.createElement('div');
    made.className = 'change-map';
    made.setAttribute('aria-hidden', 'true');
    const isUnified = comparison.classList.contains('unified');
    const isOnlyChanges = comparison.classList.contains('changes');
    const charactersInLine = isUnified
      ? CHARACTERS_OF_ONE_COLUMN
      : Math.max(10, (comparison.clientWidth - MIDDLE) / 2 / CHARACTER);
    const marks = [];
    let lines = 0;
    Array.from(comparison.querySelectorAll(':scope > section'))
      .filter((section) => getComputedStyle(section).display !== 'none')
      .forEach((section) => {
        const start = lines;
        lines += HEADING;
        linesOf(section, isUnified, isOnlyChanges, charactersInLine).forEach((each) => {
          if (!each.isSame) {
            marks.push({ row: each.row, top: lines, height: each.lines });
          }
          lines += each.lines;
        });
        section.style.containIntrinsicBlockSize =
          'auto ' + Math.round((lines - start) * LINE) + 'px';
      });
    marks.forEach(({ row, top, height }) => {
      const mark = document.createElement('span');
      mark.className = row.className;
      mark.style.top = (100 * top) / lines + '%';
      mark.style.height = Math.max(0.3, (100 * height) / lines) + '%';
      mark.addEventListener('click', () => row.scrollIntoView({ block: 'center' }));
      made.append(mark);
    });
    comparison.append(made);
  }

  /** For comparisons that a script made: the same buttons as the built pages have. */
  annals.comparisonViews = function (comparison, place, after) {
    if (comparison.classList.contains('many')) {
      return;
    }
    const form = document.createElement('form');
    form.className = 'view';
    const buttons = VIEWS.map((view) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.view = view;
      button.textContent = words['script.compare-' + view];
      form.append(button);
      return button;
    });
    place.insertBefore(form, after.nextSibling);
    bind(comparison, buttons, null);
  };

  const form = document.getElementById('view');
  const comparison = document.querySelector('.comparison');
  if (!form || !comparison) {
    return;
  }
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  bind(
    comparison,
    Array.from(form.querySelectorAll('button[data-view]')),
    form.querySelector('select[name="role"]')
  );

  const pick = form.querySelector('.pick');
  const [older, newer] = pick.querySelectorAll('select');
  [older, newer].forEach((select) =>
    select.addEventListener('change', () => {
      const years = [Number(older.value), Number(newer.value)].sort((a, b) => a - b);
      if (years[0] !== years[1]) {
        location.href =
          '../index.html?years=' + years.join(',') + '&kind=' + pick.dataset.kind;
      }
    })
  );
})();
