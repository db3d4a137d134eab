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
  const SECTIONS_AT_ONCE = 12;

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
    const show = () => apply(comparison, buttons, select);
    const update = () => {
      show();
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
    show();
    unfold(comparison);
  }

  /** Whether the page opens at its beginning, not where the reader was before or at an anchor. */
  function opensAtBeginning() {
    const navigation = performance.getEntriesByType('navigation')[0];
    return !location.hash && Boolean(navigation) && navigation.type === 'navigate';
  }

  function later(step) {
    if (window.requestIdleCallback) {
      requestIdleCallback(step, { timeout: 300 });
    } else {
      setTimeout(step, 20);
    }
  }

  /**
   * Lays out what the window shows first, so that it can be read at once, then the rest, some
   * sections at a time; the map, for which all of it is measured, comes last.
   */
  function unfold(comparison) {
    if (!opensAtBeginning()) {
      map(comparison);
      return;
    }
    const sections = Array.from(comparison.querySelectorAll(':scope > section'));
    sections.forEach((section) => section.classList.add('later'));
    const step = () => {
      sections.splice(0, SECTIONS_AT_ONCE).forEach((section) => section.classList.remove('later'));
      if (sections.length) {
        comparison.getBoundingClientRect();
        later(step);
      } else {
        map(comparison);
      }
    };
    requestAnimationFrame(() => later(step));
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
    const whole = comparison.scrollHeight || 1;
    const origin = comparison.getBoundingClientRect().top;
    comparison.querySelectorAll('section > div, section > .cell').forEach((div) => {
      const box = div.getBoundingClientRect();
      if (!box.height || /\bunchanged\b/.test(div.className)) {
        return;
      }
      const mark = document.createElement('span');
      mark.className = div.className;
      mark.style.top = (100 * (box.top - origin)) / whole + '%';
      mark.style.height = Math.max(0.3, (100 * box.height) / whole) + '%';
      mark.addEventListener('click', () => div.scrollIntoView({ block: 'center' }));
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
