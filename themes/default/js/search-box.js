/*
 * The search box of every page: while one types, a panel under it shows units and the best reports.
 * Nothing of the index is asked for before the first key. Needs words.js and search.js in front of
 * it; what it shares with the search page is annals.pieces. Everything shown is built as text.
 */
(function (window, document) {
  'use strict';

  const annals = window.annals;
  const PAUSE = 100;
  const QUIET = 700;
  const SLOW = 300;
  const LONGEST_SHOWN = 60;

  // ---- Pieces shared with the search page ----------------------------------------------------

  /** A word of the theme with {0}, {1}, … filled in. */
  function words(key, ...values) {
    const pattern = annals.words['script.search-' + key];
    if (pattern === undefined) throw new Error('the theme has no word for script.search-' + key);
    return pattern.replace(/\{(\d)\}/g, (all, index) => (index in values ? values[index] : all));
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /** The text with [start, end) ranges in <mark>. */
  function marked(tag, className, text, ranges) {
    const made = element(tag, className);
    let end = 0;
    ranges.forEach((range) => {
      made.append(text.slice(end, range[0]), element('mark', '', text.slice(range[0], range[1])));
      end = range[1];
    });
    made.append(text.slice(end));
    return made;
  }

  /** The address of a hit, at which highlight.js marks what was searched for. */
  function marking(url, query) {
    const [page, anchor] = url.split('#');
    return page + '?' + new URLSearchParams({ q: query }) + (anchor ? '#' + anchor : '');
  }

  function shorten(text) {
    const characters = Array.from(text.slice(0, 2 * LONGEST_SHOWN));
    return text.length > LONGEST_SHOWN ? characters.slice(0, LONGEST_SHOWN).join('') + '…' : text;
  }

  function found(answer) {
    return words(answer.exact ? 'found' : 'at-least', answer.total, answer.atMost);
  }

  function failure(error) {
    return words(error.code === 'missing' || error.code === 'format' ? error.code : 'failed');
  }

  /**
   * Calls back at once after a key or a composed word; after keys that follow one another fast, once
   * in a pause and for the last of them. Never while characters are being composed.
   */
  function whenTyped(input, action) {
    let timer = 0;
    let last = -PAUSE;
    let composing = false;
    const cancel = () => window.clearTimeout(timer);
    const act = () => {
      last = window.performance.now();
      action();
    };
    const soon = () => {
      cancel();
      const wait = last + PAUSE - window.performance.now();
      if (wait > 0) timer = window.setTimeout(act, wait);
      else act();
    };
    input.addEventListener('compositionstart', () => {
      composing = true;
      cancel();
    });
    input.addEventListener('compositionend', () => {
      composing = false;
      soon();
    });
    input.addEventListener('input', () => composing || soon());
    return cancel;
  }

  /** Says a text in a live region once nothing newer has come for a while. */
  function announcer(region) {
    let timer = 0;
    return (text) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => (region.textContent = text), QUIET);
    };
  }

  annals.pieces = {
    words,
    element,
    marked,
    marking,
    shorten,
    found,
    failure,
    whenTyped,
    announcer,
  };

  // ---- The box -------------------------------------------------------------------------------

  const input = document.querySelector('.search-box input');
  if (!input) return;

  const UNITS = 3;
  const REPORTS = 5;

  const form = input.form;
  const panel = element('div', 'box-panel');
  const note = element('p', 'box-note');
  const listbox = element('div', 'box-options');
  const live = element('div', 'vh');
  const announce = announcer(live);
  let options = [];
  let active = -1;
  let turn = 0;

  panel.hidden = true;
  listbox.id = 'q-options';
  listbox.setAttribute('role', 'listbox');
  listbox.setAttribute('aria-label', words('options'));
  live.setAttribute('role', 'status');
  panel.append(note, listbox);
  form.append(panel, live);
  set(input, {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': listbox.id,
    'aria-expanded': 'false',
  });

  function set(target, attributes) {
    Object.keys(attributes).forEach((name) => target.setAttribute(name, attributes[name]));
  }

  function open() {
    panel.hidden = false;
    input.setAttribute('aria-expanded', String(options.length > 0));
  }

  function close() {
    turn++;
    cancel();
    panel.hidden = true;
    choose(-1);
    announce('');
    input.setAttribute('aria-expanded', 'false');
  }

  function choose(index) {
    if (options[active]) options[active].setAttribute('aria-selected', 'false');
    active = index;
    if (options[active]) {
      options[active].setAttribute('aria-selected', 'true');
      options[active].scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', options[active].id);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function option(className, href) {
    const made = element('a', className);
    made.href = href;
    made.id = 'q-option-' + options.length;
    set(made, { role: 'option', tabindex: '-1', 'aria-selected': 'false' });
    options.push(made);
    return made;
  }

  function group(label, members) {
    if (members.length === 0) return;
    const made = element('div', 'box-group');
    set(made, { role: 'group', 'aria-label': label });
    const title = element('span', 'box-label', label);
    title.setAttribute('aria-hidden', 'true');
    made.append(title, ...members);
    listbox.append(made);
  }

  function unitOption(unit) {
    const made = option('box-unit', unit.url);
    made.textContent = unit.name;
    return made;
  }

  function reportOption(hit, query) {
    const section = hit.sections[0] || { url: hit.url, heading: '', snippet: '', marks: [] };
    const made = option('box-report', marking(section.url, query));
    const title = marked('span', 'box-title', hit.title, annals.matches(hit.title, query));
    made.append(title, ' ', element('span', 'box-path', section.heading));
    if (section.snippet) {
      made.append(' ', marked('span', 'box-snippet', section.snippet, section.marks));
    }
    return made;
  }

  function allOption(query, answer) {
    const address = form.getAttribute('action') + '?' + new URLSearchParams({ q: query });
    const made = option('box-all', address);
    made.append(element('span', 'box-all-label', words(answer.total > 0 ? 'all' : 'explain')));
    if (answer.total > 0) made.append(' ', element('span', 'box-count', found(answer)));
    return made;
  }

  function show(query, units, answer) {
    choose(-1);
    options = [];
    listbox.textContent = '';
    note.textContent = answer.total > 0 ? '' : words('nothing', shorten(query));
    group(words('units'), units.slice(0, UNITS).map(unitOption));
    group(words('reports'), answer.hits.map((hit) => reportOption(hit, query)));
    listbox.append(allOption(query, answer));
    open();
    const said = units.length > 0 ? words('units-found', units.length) + ' ' : '';
    announce(said + (answer.total > 0 ? found(answer) : note.textContent));
  }

  function say(text) {
    choose(-1);
    options = [];
    listbox.textContent = '';
    note.textContent = text;
    open();
    announce(text);
  }

  async function run() {
    const query = input.value.trim();
    if (!query) {
      close();
      return;
    }
    const mine = ++turn;
    const slow = window.setTimeout(() => mine === turn && say(words('searching')), SLOW);
    try {
      const [answer, units] = await Promise.all([
        annals.search(query, { limit: REPORTS }),
        annals.findUnits(query),
      ]);
      if (mine === turn) show(query, units, answer);
    } catch (error) {
      if (mine === turn) say(failure(error));
    } finally {
      window.clearTimeout(slow);
    }
  }

  /** Moves through the options and, between the last and the first, back to the box. */
  function step(by) {
    const places = options.length + 1;
    choose(((active + 1 + by + places) % places) - 1);
  }

  const cancel = whenTyped(input, run);

  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const isOpen = !panel.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!input.value.trim()) return;
      event.preventDefault();
      if (isOpen) step(event.key === 'ArrowDown' ? 1 : -1);
      else run();
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && options[active]) {
      event.preventDefault();
      options[active].click();
    } else if (event.key === 'Tab') {
      close();
    }
  });
  form.addEventListener('submit', close);
  listbox.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest('a')) close();
  });
  panel.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
})(window, document);
