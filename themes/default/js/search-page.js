/*
 * The search page: takes the query from #search-form, says in #search-status what was found and
 * lists it in #search-results; #search-browse, if there, is shown while nothing is asked. Needs search.js in front of it. Everything shown is built as text.
 * The words can be replaced by a JSON object in <script type="application/json" id="search-words">.
 */
(function (window, document) {
  'use strict';

  const form = document.getElementById('search-form');
  const status = document.getElementById('search-status');
  const list = document.getElementById('search-results');
  const browse = document.getElementById('search-browse');
  if (!form || !status || !list) return;

  const WORDS = Object.assign(
    {
      searching: '正在检索…',
      found: '共 {n} 篇报告',
      atLeast: '至少 {n} 篇报告',
      counting: '至少 {n} 篇报告，正在核对其余…',
      apart: '没有一节同时含有全部检索词；下列报告的不同小节分别含有它们。',
      nothing: '没有找到“{q}”。',
      nothingWith: '全部报告中都没有“{q}”。',
      nothingTogether: '各检索词分别出现过，但没有一篇报告同时符合。',
      filtered: '当前有筛选条件，放宽后或可找到。',
      shorter: '可以试试更短的词，或用“ | ”隔开几种写法。',
      opening: '标题和开头',
      more: '更多结果',
      checkAll: '核对全部，给出准确篇数',
      moreSections: '另有 {n} 节',
      year: '{y}年',
      missing: '检索数据无法载入：请确认 search/index 文件夹与网页一同复制。',
      format: '检索数据与本页面的版本不一致：请刷新页面；仍不行时，请重新生成整个网站。',
      failed: '检索时出错，请重试。',
      summary: '总结',
      problems: '问题',
      plan: '计划',
      other: '',
    },
    JSON.parse((document.getElementById('search-words') || { textContent: '{}' }).textContent),
  );

  const PAGE = 10;
  const SECTIONS_SHOWN = 3;
  const CHECK_UNASKED = 300;
  const PAUSE = 120;
  const FIELDS = ['q', 'unit', 'year', 'kind', 'role', 'sort'];
  const KINDS = optionTexts('kind');

  let turn = 0;
  let timer = 0;

  function words(key, values) {
    return WORDS[key].replace(/\{(\w+)\}/g, (all, name) => String(values[name]));
  }

  function optionTexts(name) {
    const select = form.elements[name];
    const texts = {};
    Array.from((select && select.options) || []).forEach((o) => (texts[o.value] = o.text));
    return texts;
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

  function link(url, query) {
    const [page, anchor] = url.split('#');
    return page + '?q=' + encodeURIComponent(query) + (anchor ? '#' + anchor : '');
  }

  function sectionItem(section, query) {
    const item = element('li', 'search-section');
    const path = element('p', 'search-path');
    const heading = section.heading || WORDS.opening;
    const ranges = section.heading ? window.annals.matches(heading, query) : [];
    const anchor = marked('a', 'search-heading', heading, ranges);
    anchor.href = link(section.url, query);
    path.append(anchor);
    const role = section.heading ? [WORDS[section.role], section.target].filter(Boolean) : [];
    if (role.length) path.append(' ', element('span', 'search-role', role.join(' ')));
    item.append(path);
    if (section.snippet) item.append(marked('p', 'search-snippet', section.snippet, section.marks));
    return item;
  }

  function hitItem(hit, query) {
    const item = element('li', 'search-hit');
    const title = element('h2', 'search-title');
    const anchor = marked('a', '', hit.title, window.annals.matches(hit.title, query));
    anchor.href = link(hit.url, query);
    title.append(anchor);
    const facts = [hit.unit, words('year', { y: hit.year }), KINDS[hit.kind]].filter(Boolean);
    const sections = element('ul', 'search-sections');
    hit.sections.slice(0, SECTIONS_SHOWN).forEach((s) => sections.append(sectionItem(s, query)));
    item.append(title, element('p', 'search-facts', facts.join(' · ')), sections);
    if (hit.sections.length > SECTIONS_SHOWN) {
      const rest = element('details', 'search-more-sections');
      const n = hit.sections.length - SECTIONS_SHOWN;
      const others = element('ul', 'search-sections');
      hit.sections.slice(SECTIONS_SHOWN).forEach((s) => others.append(sectionItem(s, query)));
      rest.append(element('summary', '', words('moreSections', { n })), others);
      item.append(rest);
    }
    return item;
  }

  function options() {
    const chosen = {};
    FIELDS.slice(1).forEach((name) => {
      if (form.elements[name] && form.elements[name].value) chosen[name] = form.elements[name].value;
    });
    return chosen;
  }

  function button(label, action) {
    const made = element('button', 'search-more', label);
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  }

  /** What stands below the list: a way to more results. */
  const below = element('p', 'search-below');
  list.after(below);

  function say(...lines) {
    status.textContent = '';
    lines.filter(Boolean).forEach((line) => status.append(element('p', '', line)));
  }

  async function run() {
    const mine = ++turn;
    const query = form.elements.q.value.trim();
    remember();
    if (browse) browse.hidden = query !== '';
    if (!query) {
      say();
      list.textContent = '';
      below.textContent = '';
      return;
    }
    if (!list.firstChild) say(WORDS.searching);
    try {
      const answer = await window.annals.search(query, Object.assign({ limit: PAGE }, options()));
      if (mine !== turn) return;
      list.textContent = '';
      below.textContent = '';
      if (answer.total === 0) await explain(mine, query);
      else show(mine, query, answer, 0);
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }

  function fail(error) {
    list.textContent = '';
    below.textContent = '';
    say(WORDS[error.code] || WORDS.failed);
  }

  function count(answer, key) {
    const apart = answer.scope === 'report' ? WORDS.apart : '';
    say(words(answer.exact ? 'found' : key, { n: answer.total }), apart);
  }

  function show(mine, query, answer, offset) {
    answer.hits.forEach((hit) => list.append(hitItem(hit, query)));
    const check = () => checkAll(mine, query);
    below.textContent = '';
    if (answer.atMost > offset + PAGE) {
      below.append(button(WORDS.more, () => showMore(mine, query, offset + PAGE)));
    }
    if (answer.exact) count(answer);
    else if (answer.atMost <= CHECK_UNASKED) check();
    else {
      count(answer, 'atLeast');
      below.append(button(WORDS.checkAll, check));
    }
  }

  async function showMore(mine, query, offset) {
    const wanted = Object.assign({ offset, limit: PAGE }, options());
    try {
      const answer = await window.annals.search(query, wanted);
      const before = list.lastElementChild;
      if (mine !== turn) return;
      show(mine, query, answer, offset);
      const next = before && before.nextElementSibling;
      if (next) next.querySelector('a').focus();
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }

  async function checkAll(mine, query) {
    say(words('counting', { n: list.childElementCount }));
    try {
      const wanted = Object.assign({ exact: true, limit: 0 }, options());
      const answer = await window.annals.search(query, wanted);
      if (mine === turn) count(answer);
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }

  /** Nothing was found: says which of the terms stand in no report at all. */
  async function explain(mine, query) {
    const alternatives = window.annals.parseQuery(query);
    const terms = alternatives.reduce((all, alternative) => all.concat(alternative.all), []);
    const lone = await Promise.all(
      terms.map((term) =>
        window.annals.search(term.strict === null ? term.source : '"' + term.source + '"', { limit: 1 }),
      ),
    );
    if (mine !== turn) return;
    const absent = terms.filter((term, i) => lone[i].total === 0).map((term) => term.source);
    const filters = Object.keys(options()).some((name) => name !== 'sort');
    say(
      absent.length > 0
        ? words('nothingWith', { q: shorten(absent.join('”“')) })
        : words('nothing', { q: shorten(query) }),
      absent.length === 0 && filters ? WORDS.filtered : '',
      absent.length === 0 && !filters ? WORDS.nothingTogether : '',
      absent.length > 0 ? WORDS.shorter : '',
    );
  }

  function shorten(text) {
    return text.length > 60 ? text.slice(0, 60) + '…' : text;
  }

  /** Keeps the address in step, so that it can be sent; where the browser forbids it, it stays. */
  function remember() {
    const values = new URLSearchParams();
    FIELDS.forEach((name) => {
      const field = form.elements[name];
      if (field && field.value) values.set(name, field.value);
    });
    const search = values.toString();
    try {
      window.history.replaceState(null, '', search ? '?' + search : window.location.pathname);
    } catch (error) {
      // some browsers refuse it on file://; the page works all the same
    }
  }

  function recall() {
    const values = new URLSearchParams(window.location.search);
    FIELDS.forEach((name) => {
      if (form.elements[name] && values.has(name)) form.elements[name].value = values.get(name);
    });
  }

  function soon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, PAUSE);
  }

  let composing = false;
  form.elements.q.addEventListener('compositionstart', () => (composing = true));
  form.elements.q.addEventListener('compositionend', () => {
    composing = false;
    soon();
  });
  form.elements.q.addEventListener('input', () => composing || soon());
  form.addEventListener('change', (event) => event.target === form.elements.q || soon());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    run();
  });

  recall();
  if (form.elements.q.value) run();
})(window, document);
