/*
 * What stands in the archive that is like a term which does not. Needs search.js in front of it.
 *
 *   annals.nearForms(term)           → Promise of [{text, total, exact}]: texts that differ from the
 *                                      term in one character, then its longest parts
 *   annals.countReports(query, opts) → Promise of {total, exact} as annals.search gives them, exact
 *                                      where few texts are to be read for it
 *
 * A text that differs in one place has the term's beginning before that place and its end behind it.
 * Both must stand in the archive, which leaves few places; what is between is read from the reports
 * that have both in one section.
 */
(function (window) {
  'use strict';

  const annals = window.annals;
  const LONGEST = 32; // of a longer term the beginning is looked at
  const PLACES = 6;
  const TEXTS_READ = 12;
  const FORMS = 4;
  const PARTS = 3;
  const SHORTEST_WITH_FORMS = 3;
  const READ_TO_COUNT = 60;

  /** A text as a term of a query, whatever signs are in it. */
  function quoted(text) {
    return /[\s|｜"＂]|^[-－]/.test(text) ? '"' + text.replace(/["＂]/g, ' ') + '"' : text;
  }

  async function stands(text) {
    return (await annals.search(quoted(text), { limit: 1 })).total > 0;
  }

  /** By start the end of the longest run of the term that stands in the archive. */
  async function longestRuns(term) {
    const ends = [];
    let end = 0;
    for (let start = 0; start < term.length; start++) {
      end = Math.max(end, start);
      while (end < term.length && (await stands(term.slice(start, end + 1)))) end++;
      ends.push(end);
    }
    return ends;
  }

  /** The runs that are in no other, the longest first. */
  function parts(term, ends) {
    const shortest = term.length > 2 ? 2 : 1;
    return ends
      .map((end, start) => term.slice(start, end))
      .filter((part, start) => part.length >= shortest && (start === 0 || ends[start - 1] < ends[start]))
      .sort((a, b) => b.length - a.length)
      .slice(0, PARTS);
  }

  /** The texts in a paragraph that are before and after with one character between them, or none. */
  function between(paragraph, before, after) {
    const { text, origin } = annals.fold(paragraph);
    const found = [];
    const needle = before || after;
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      for (const gap of [0, 1]) {
        const start = before ? at : at - gap;
        const end = start + before.length + gap + after.length;
        const isInside = start >= 0 && end <= text.length;
        if (isInside && text.startsWith(after, end - after.length)) {
          found.push(paragraph.slice(origin[start], origin[end]).trim());
        }
      }
    }
    return found;
  }

  async function formsAt(before, after, texts) {
    const query = [before, after].filter(Boolean).map(quoted).join(' ');
    const { questions } = await annals.engine.ask(query);
    const candidates = (await questions[0].candidates(false)).slice(0, texts);
    const read = await Promise.all(candidates.map((candidate) => questions[0].check(candidate)));
    const found = [];
    read.forEach(({ text }) =>
      text.sections.forEach((section) =>
        [section.heading]
          .concat(section.body)
          .forEach((paragraph) => found.push(...between(paragraph.text, before, after))),
      ),
    );
    return found;
  }

  /** Texts with one character of the term replaced, left out or added. */
  async function oneOff(term, ends) {
    const firstTail = ends.findIndex((end) => end === term.length);
    const tail = firstTail < 0 ? term.length : firstTail;
    const places = [];
    for (let place = Math.max(0, tail - 1); place <= Math.min(ends[0], term.length - 1); place++) {
      places.push([term.slice(0, place), term.slice(place + 1)]);
      if (place >= tail && place > 0) places.push([term.slice(0, place), term.slice(place)]);
    }
    const looked = places.slice(0, PLACES);
    const texts = Math.ceil(TEXTS_READ / Math.max(1, looked.length));
    const forms = new Map();
    for (const [before, after] of looked) {
      for (const text of await formsAt(before, after, texts)) {
        const folded = annals.fold(text).text;
        if (!term.includes(folded)) forms.set(folded, text);
      }
    }
    return Array.from(forms.values());
  }

  async function counted(texts) {
    const answers = await Promise.all(texts.map((text) => annals.countReports(quoted(text))));
    return texts
      .map((text, i) => ({ text, total: answers[i].total, exact: answers[i].exact }))
      .filter((form) => form.total > 0);
  }

  annals.countReports = async function (query, options) {
    const answer = await annals.search(query, Object.assign({}, options, { limit: 1 }));
    return answer.exact || answer.atMost > READ_TO_COUNT
      ? answer
      : annals.search(query, Object.assign({}, options, { limit: 0, exact: true }));
  };

  annals.nearForms = async function (term) {
    const folded = annals.fold(String(term)).text.slice(0, LONGEST);
    const ends = await longestRuns(folded);
    const forms = folded.length < SHORTEST_WITH_FORMS ? [] : await counted(await oneOff(folded, ends));
    forms.sort((a, b) => b.total - a.total);
    return forms.slice(0, FORMS).concat(await counted(parts(folded, ends)));
  };
})(window);
