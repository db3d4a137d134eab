/*
 * The search page: what is asked for stands in the address, what was found below it. Needs the other
 * scripts of search in front of it. Everything shown is built as text.
 */
(function (window, document) {
  'use strict';

  const annals = window.annals;
  const { words, element, marked, marking, shorten, found } = annals.pieces;
  const byId = (id) => document.getElementById(id);
  const form = byId('search-form');
  if (!form) return;

  const FIRST = 6;
  const MORE = 10;
  const MOST_RESTORED = 200;
  const SECTIONS_SHOWN = 3;
  const CHECK_UNASKED = 300;
  const UNITS = 5;
  const SOON = 100; // so long an empty place for results is not worth showing
  const FIELDS = ['q', 'unit', 'year', 'kind', 'role', 'sort'];
  const YEARS = /^\d{1,4}(-\d{1,4})?$/;

  const input = form.elements.q;
  const box = byId('search-found');
  const status = byId('search-status');
  const check = byId('search-check');
  const note = byId('search-note');
  const unitLine = byId('search-units');
  const list = byId('search-results');
  const below = byId('search-below');
  const browse = byId('search-browse');
  const announce = annals.pieces.announcer(byId('search-live'));
  const siteTitle = document.title;

  const page = { link, go };
  const facets = annals.createFacets(page);
  const years = annals.createYears(page);

  /** What is asked for: every field of FIELDS, empty where it is open. */
  let asked = read();
  /** Whether the present entry of the browser's history is to stay as it is. */
  let settled = asked.q !== '';
  let turn = 0;
  let drawing = 0;

  // ---- The address ---------------------------------------------------------------------------

  function read() {
    const values = new URLSearchParams(window.location.search);
    const state = {};
    FIELDS.forEach((name) => (state[name] = values.get(name) || ''));
    if (!YEARS.test(state.year)) state.year = '';
    return state;
  }

  function address(state) {
    const values = new URLSearchParams();
    FIELDS.filter((name) => state[name]).forEach((name) => values.set(name, state[name]));
    const search = values.toString();
    return search ? '?' + search : window.location.pathname;
  }

  /** Writes the address; where the browser forbids it the page works all the same. */
  function write(method, state, url) {
    try {
      window.history[method](state, '', url);
    } catch (error) {
      // some browsers refuse it on file://, or when there is much of it
    }
  }

  function place() {
    return { shown: list.childElementCount, y: window.scrollY };
  }

  /** What is typed takes the place of what was typed before, but not of what was settled. */
  function remember(next, settle) {
    if (address(next) !== address(asked)) {
      if (settled || settle === 'go') {
        write('replaceState', place());
        write('pushState', null, address(next));
      } else {
        write('replaceState', null, address(next));
      }
      settled = false;
    }
    if (settle) settled = next.q !== '';
    asked = next;
  }

  function go(change) {
    remember(Object.assign({}, asked, change), 'go');
    run();
  }

  /** A link to the same search but for a change; the key finds it again when it is drawn anew. */
  function link(className, change, key) {
    const made = element('a', className);
    made.href = address(Object.assign({}, asked, change));
    if (key) made.dataset.key = key;
    made.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (change.q !== undefined) input.value = change.q;
      go(change);
    });
    return made;
  }

  /** Draws and leaves the focus on the link that had it, or where it went, on the count. */
  function keepFocus(draw) {
    const key = document.activeElement && document.activeElement.dataset.key;
    draw();
    if (!key || document.activeElement.dataset.key === key) return;
    const again = Array.from(box.querySelectorAll('[data-key]')).find(
      (candidate) => candidate.dataset.key === key && candidate.getClientRects().length > 0,
    );
    (again || status).focus({ preventScroll: true });
  }

  // ---- Hits ----------------------------------------------------------------------------------

  function sectionItem(section, query) {
    const item = element('li', 'search-section');
    const path = element('p', 'search-path');
    const heading = section.heading || words('opening');
    const ranges = section.heading ? annals.matches(heading, query) : [];
    const anchor = marked('a', 'search-heading', heading, ranges);
    anchor.href = marking(section.url, query);
    path.append(anchor);
    const role = section.heading && section.role !== 'other' ? roleOf(section) : '';
    if (role) {
      item.dataset.role = section.role;
      path.append(' ', element('span', 'search-role', role));
    }
    item.append(path);
    if (section.snippet) item.append(marked('p', 'search-snippet', section.snippet, section.marks));
    return item;
  }

  function roleOf(section) {
    const role = facets.nameOf('role', section.role);
    return section.target ? words('role', section.target, role) : role;
  }

  function hitItem(hit, query) {
    const item = element('li', 'search-hit');
    const title = element('h2', 'search-title');
    const anchor = marked('a', '', hit.title, annals.matches(hit.title, query));
    anchor.href = marking(hit.url, query);
    title.append(anchor);
    const facts = [hit.unit, words('year', hit.year), facets.nameOf('kind', hit.kind)];
    const sections = element('ul', 'search-sections');
    hit.sections.slice(0, SECTIONS_SHOWN).forEach((s) => sections.append(sectionItem(s, query)));
    item.append(title, element('p', 'search-facts', facts.join(' · ')), sections);
    const others = hit.sections.slice(SECTIONS_SHOWN);
    if (others.length > 0) {
      const rest = element('details', 'search-more-sections');
      const more = element('ul', 'search-sections');
      others.forEach((section) => more.append(sectionItem(section, query)));
      rest.append(element('summary', '', words('more-sections', others.length)), more);
      item.append(rest);
    }
    return item;
  }

  function button(label, action) {
    const made = element('button', 'search-more', label);
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  }

  // ---- Asking --------------------------------------------------------------------------------

  function options(more) {
    const chosen = { facets: true };
    FIELDS.slice(1)
      .filter((name) => asked[name])
      .forEach((name) => (chosen[name] = asked[name]));
    return Object.assign(chosen, more);
  }

  function say(text) {
    status.textContent = text;
    announce(asked.q ? words('said', shorten(asked.q), text) : '');
  }

  /** restored: how many hits were shown, and how far down, when the reader left. */
  function run(restored) {
    const mine = ++turn;
    if (asked.q) {
      find(mine, restored);
      return;
    }
    reveal(false);
    document.title = siteTitle;
    keepFocus(() => facets.ask(asked));
    empty();
    say('');
    if (restored) window.scrollTo(0, restored.y);
  }

  /** The files of the index are asked for before anything is drawn, which goes on meanwhile. */
  async function find(mine, restored) {
    const query = asked.q;
    const results = createResults(mine);
    const limit = Math.min(MOST_RESTORED, Math.max(FIRST, restored ? restored.shown : 0));
    const coming = annals.search(query, options({ limit, early: results.draw }));
    const naming = annals.findUnits(query).then(results.name);
    document.title = words('title', shorten(query), siteTitle);
    keepFocus(() => facets.ask(asked));
    years.wait();
    if (!list.firstChild) status.textContent = words('searching');
    window.setTimeout(() => mine === turn && reveal(true), SOON);
    try {
      const [answer] = await Promise.all([coming, naming]);
      if (mine !== turn) return;
      results.draw(answer.hits, answer.scope);
      keepFocus(() => {
        box.classList.toggle('nothing', answer.total === 0);
        if (answer.total > 0) show(mine, answer, 0);
      });
      if (restored) window.scrollTo(0, restored.y);
      if (answer.total > 0) await showYears(mine, false);
      else await explain(mine);
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }

  /**
   * What is found in one turn, drawn hit by hit as it comes in; draw is given all hits that are known
   * so far, and leaves alone what it has drawn before. Until the first, the last turn's hits stay.
   */
  function createResults(mine) {
    const query = asked.q;
    const isSame = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);
    let drawn = null;
    let units = [];
    return {
      name(found) {
        units = found;
      },
      draw(hits, scope) {
        if (mine !== turn) return;
        if (!drawn) {
          drawn = [];
          keepFocus(empty);
          box.classList.remove('nothing');
          reveal(true);
          showUnits(units);
          status.textContent = words('searching');
        }
        note.textContent = hits.length > 0 && scope === 'report' ? words('apart') : '';
        let same = 0;
        while (same < hits.length && same < drawn.length && isSame(hits[same], drawn[same])) same++;
        while (list.childElementCount > same) list.lastChild.remove();
        hits.slice(same).forEach((hit) => list.append(hitItem(hit, query)));
        drawn = hits.slice();
      },
    };
  }

  /** Shows the place for results instead of the lists of units and years, or those. */
  function reveal(results) {
    browse.hidden = results;
    box.hidden = !results;
  }

  function empty() {
    [list, below, note, check, unitLine].forEach((part) => (part.textContent = ''));
    if (!asked.q) years.clear();
  }

  function fail(error) {
    empty();
    reveal(true);
    box.classList.add('nothing');
    facets.hide();
    years.hide();
    say(annals.pieces.failure(error));
  }

  function showUnits(units) {
    if (units.length === 0) return;
    unitLine.append(element('span', 'label', words('units')));
    units.slice(0, UNITS).forEach((unit) => {
      const anchor = element('a', '', unit.name);
      anchor.href = unit.url;
      unitLine.append(' ', anchor);
    });
  }

  function show(mine, answer, offset) {
    below.textContent = '';
    const shown = list.childElementCount;
    if (answer.atMost > shown) below.append(button(words('more'), () => showMore(mine, shown)));
    if (offset > 0) return;
    facets.show(answer, asked);
    if (answer.atMost <= CHECK_UNASKED && !(answer.exact && answer.facetsExact)) {
      checkAll(mine, answer);
      return;
    }
    say(found(answer));
    if (!answer.exact) check.append(button(words('check-all'), () => checkAll(mine, answer)));
  }

  async function showMore(mine, offset) {
    try {
      const answer = await annals.search(asked.q, options({ offset, limit: MORE }));
      if (mine !== turn) return;
      const before = list.lastElementChild;
      answer.hits.forEach((hit) => list.append(hitItem(hit, asked.q)));
      show(mine, answer, offset);
      const next = before && before.nextElementSibling;
      if (next) next.querySelector('a').focus();
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }

  /** Reads what is needed for exact counts. */
  async function checkAll(mine, answer) {
    status.textContent = words('counting', answer.total);
    if (check.contains(document.activeElement)) status.focus({ preventScroll: true });
    check.textContent = '';
    try {
      const exact = await annals.search(asked.q, options({ exact: true, limit: 0 }));
      if (mine !== turn) return;
      keepFocus(() => facets.show(exact, asked));
      say(found(exact));
      await showYears(mine, asked.year === '');
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }

  /** The chart shows all years, whatever years the hits are narrowed down to. */
  async function showYears(mine, exact) {
    const own = ++drawing;
    try {
      const history = await annals.history(asked.q, options({ exact }));
      if (mine === turn && own === drawing) keepFocus(() => years.show(history, asked));
    } catch (error) {
      if (mine === turn) years.hide(); // the hits are there all the same
    }
  }

  // ---- Nothing found -------------------------------------------------------------------------

  async function explain(mine) {
    facets.hide();
    years.hide();
    const { text, lines } = await annals.explainNothing({ asked, facets, link, options });
    if (mine !== turn) return;
    keepFocus(() => {
      say(text);
      below.append(...lines);
    });
  }

  // ---- The reader ----------------------------------------------------------------------------

  function typed(settle) {
    remember(Object.assign({}, asked, { q: input.value.trim() }), settle);
    run();
  }

  const cancel = annals.pieces.whenTyped(input, () => typed());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    cancel();
    typed('settle');
  });

  function toFirstHit(event) {
    const first = list.querySelector('a');
    if (!first) return;
    event.preventDefault();
    first.focus();
  }

  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && !event.isComposing) toFirstHit(event);
  });
  byId('search-skip').addEventListener('click', toFirstHit);

  window.addEventListener('popstate', (event) => {
    const state = read();
    if (address(state) === address(asked)) return;
    asked = state;
    input.value = asked.q;
    settled = asked.q !== '';
    run(event.state || { shown: 0, y: 0 });
  });
  window.addEventListener('pagehide', () => write('replaceState', place()));

  if ('scrollRestoration' in window.history) window.history.scrollRestoration = 'manual';
  input.value = asked.q;
  if (asked.q || window.history.state) run(window.history.state || undefined);
  else input.focus({ preventScroll: true });
})(window, document);
