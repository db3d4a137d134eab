/*
 * What the search page says where nothing was found: whether filters are in the way, which of the
 * terms stand nowhere, and what is like them. Needs search-near.js and search-box.js in front of it.
 */
(function (window) {
  'use strict';

  const annals = window.annals;
  const { words, element, shorten, found } = annals.pieces;
  const FILTERS = ['unit', 'year', 'kind', 'role'];
  const NO_FILTER = { unit: '', year: '', kind: '', role: '' };
  const NEAR = 6;

  /**
   * Gives {text, lines}: what to say and the elements to show below it. page is {asked, facets, link,
   * options} of the search page.
   */
  annals.explainNothing = async function (page) {
    const ways = FILTERS.some((name) => page.asked[name]) ? await unfiltered(page) : [];
    return ways.length > 0
      ? { text: words('nothing-here', shorten(page.asked.q)), lines: ways }
      : unknown(page);
  };

  /** Links to the same search without its filters, as far as it finds something there. */
  async function unfiltered({ asked, facets, link, options }) {
    const active = FILTERS.filter((name) => asked[name]);
    const changes = active.length > 1 ? active.map((name) => ({ [name]: '' })) : [];
    const answers = await Promise.all(
      [NO_FILTER]
        .concat(changes)
        .map((change) => annals.countReports(asked.q, options(Object.assign({ facets: false }, change)))),
    );
    if (answers[0].total === 0) return [];
    const ways = element('ul', 'search-ways');
    answers.forEach((answer, i) => {
      if (answer.total === 0) return;
      const change = i === 0 ? NO_FILTER : changes[i - 1];
      const name = i === 0 ? '' : active[i - 1];
      const text = name
        ? words('without', facets.chip(name, asked[name]), found(answer))
        : words('without-all', found(answer));
      ways.append(way(link, change, text));
    });
    return [ways];
  }

  function way(link, change, text) {
    const item = element('li');
    const anchor = link('', change, 'way'); // with a key the focus goes on to the count
    anchor.textContent = text;
    item.append(anchor);
    return item;
  }

  /** Which of the terms stand in no report, and what stands there that is like them. */
  async function unknown({ asked, link, options }) {
    const alternatives = annals.parseQuery(asked.q);
    const terms = alternatives.reduce((all, alternative) => all.concat(alternative.all), []);
    const lone = await Promise.all(terms.map((term) => annals.countReports(written(term))));
    const absent = terms.filter((term, i) => lone[i].total === 0);
    if (absent.length === 0) {
      const each = element('ul', 'search-ways');
      terms.forEach((term, i) => {
        const text = words('near', shorten(term.source), found(lone[i]));
        each.append(way(link, Object.assign({ q: written(term) }, NO_FILTER), text));
      });
      return {
        text: words('nothing', shorten(asked.q)),
        lines: terms.length > 1 ? [element('p', '', words('nothing-together')), each] : [],
      };
    }
    const lines = await Promise.all(absent.map((term) => near(term, alternatives, link, options)));
    const forms = lines.filter(Boolean);
    const sources = absent.map((term) => term.source).join(words('between'));
    return {
      text: words('nothing-with', shorten(sources)),
      lines: forms.length > 0 ? forms : [element('p', '', words('shorter'))],
    };
  }

  /** A term as one writes it in a query. */
  function written(term, source) {
    const text = source === undefined ? term.source : source;
    return (source === undefined && term.strict !== null) || /[\s|｜]|^[-－]/.test(text)
      ? '"' + text + '"'
      : text;
  }

  /** The query with another text in the place of a term. */
  function replaced(alternatives, term, text) {
    return alternatives
      .map((alternative) =>
        alternative.all
          .map((each) => (each === term ? written(each, text) : written(each)))
          .concat(alternative.none.map((each) => '-' + written(each)))
          .join(' '),
      )
      .join(' | ');
  }

  async function near(term, alternatives, link, options) {
    const forms = (await annals.nearForms(term.source)).slice(0, NEAR);
    const queries = forms.map((form) => replaced(alternatives, term, form.text));
    const answers = await Promise.all(
      queries.map((query) => annals.countReports(query, options({ facets: false }))),
    );
    const ways = element('ul', 'search-ways');
    forms.forEach((form, i) => {
      if (answers[i].total === 0) return;
      ways.append(way(link, { q: queries[i] }, words('near', shorten(queries[i]), found(answers[i]))));
    });
    if (!ways.firstChild) return null;
    const line = element('div', 'search-near');
    line.append(element('p', '', words('near-forms', shorten(term.source))), ways);
    return line;
  }
})(window);
