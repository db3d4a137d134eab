/*
 * Finds what a plain substring search of the reports finds, from files alone. Needs search-index.js
 * in front of it, and for facets search-more.js behind it. ES2017 and script elements only, so that
 * it also works from file:// and in old browsers.
 *
 *   annals.search(query, options)  → Promise of {total, exact, hits, …}, see docs/index-format.md
 *   annals.findUnits(text)         → Promise of [{slug, name, url}], by name, pinyin or initials
 *   annals.matches(text, query)    → where the query's terms stand in a text
 *   annals.createSearch(host)      → the same with another way of loading, for tests
 *
 * Folding is that of annals.text.Folding.
 */
(function (window) {
  'use strict';

  const annals = (window.annals = window.annals || {});

  // ---- Folding -------------------------------------------------------------------------------

  const SPACE = /[\t-\r\x1c-\x20\xa0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;
  const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/;
  const MARK_OR_SIGN = new RegExp('[\\p{P}\\p{S}]', 'u'); // as a literal it is not ES2017
  const folds = new Map();

  function foldCharacter(character) {
    let folded = folds.get(character);
    if (folded === undefined) {
      folded = SPACE.test(character)
        ? ''
        : character
            .normalize('NFKC')
            .toLowerCase()
            .split('')
            .filter((unit) => !SPACE.test(unit))
            .join('');
      folds.set(character, folded);
    }
    return folded;
  }

  /** Inside quotation marks white space counts, and punctuation stays as it is. */
  function foldStrictly(character, before) {
    if (INVISIBLE.test(character)) return '';
    if (SPACE.test(character)) return before === ' ' ? '' : ' ';
    return MARK_OR_SIGN.test(character) ? character : foldCharacter(character);
  }

  /** {text, origin}: the folded text, and for each unit of it the index in the original. */
  function fold(text, strict) {
    const origin = [];
    let folded = '';
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x4e00 && unit <= 0x9fff) {
        folded += text[i];
        origin.push(i);
        continue;
      }
      const character = isPair(text, i) ? text.slice(i, i + 2) : text[i];
      const piece = strict
        ? foldStrictly(character, folded[folded.length - 1])
        : foldCharacter(character);
      folded += piece;
      for (let k = 0; k < piece.length; k++) origin.push(i);
      i += character.length - 1;
    }
    return { text: folded, origin };
  }

  function isPair(text, i) {
    const first = text.charCodeAt(i);
    const second = text.charCodeAt(i + 1);
    return first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000;
  }

  /** Lone surrogates stand in no page; they become what a page shows in their stead. */
  function wellFormed(text) {
    let result = '';
    for (let i = 0; i < text.length; i++) {
      if (isPair(text, i)) {
        result += text.slice(i, i + 2);
        i++;
      } else {
        const unit = text.charCodeAt(i);
        result += unit >= 0xd800 && unit < 0xe000 ? '\ufffd' : text[i];
      }
    }
    return result;
  }

  // ---- Queries -------------------------------------------------------------------------------

  const TOKEN = /\s*(?:([|｜])|([-－](?=[^\s|｜]))?(?:["＂]([^"＂]*)["＂](?=[\s|｜]|$)|([^\s|｜]+)))/g;

  /**
   * A query as alternatives, each {all: [term], none: [term]}; a term is {source, folded, strict}
   * with strict null unless it stood in quotation marks. Where nothing is asked for but what should
   * not be there, as in -5%, the minus is taken for a part of the text.
   */
  function parse(query) {
    const alternatives = [{ all: [], none: [] }];
    for (const token of allMatches(TOKEN, wellFormed(String(query)))) {
      if (token[1]) alternatives.push({ all: [], none: [] });
      else if (token[3] !== undefined) add(alternatives, token[2], term(token[3], true));
      else add(alternatives, token[2], term(token[4], false));
    }
    for (const alternative of alternatives) {
      if (alternative.all.length === 0) {
        alternative.all = alternative.none.map((t) => (t.strict === null ? term('-' + t.source) : t));
        alternative.none = [];
      }
    }
    return alternatives.filter((alternative) => alternative.all.length > 0);
  }

  function term(source, quoted) {
    return {
      source,
      folded: fold(source, false).text,
      strict: quoted ? fold(source, true).text : null,
    };
  }

  function add(alternatives, minus, added) {
    const terms = alternatives[alternatives.length - 1][minus ? 'none' : 'all'];
    const known = terms.some((t) => t.folded === added.folded && t.strict === added.strict);
    if (added.folded && !known) terms.push(added);
  }

  function allMatches(pattern, text) {
    const found = [];
    const matcher = new RegExp(pattern.source, pattern.flags);
    for (let match = matcher.exec(text); match && match[0]; match = matcher.exec(text)) {
      found.push(match);
    }
    return found;
  }

  /** Ranges [start, end) of a text in which terms stand, ordered and without overlap. */
  function ranges(text, terms) {
    const found = [];
    for (const term of terms) {
      const folded = fold(text, term.strict !== null);
      const needle = term.strict !== null ? term.strict : term.folded;
      for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
        const last = folded.origin[at + needle.length - 1];
        found.push([folded.origin[at], last + (isPair(text, last) ? 2 : 1)]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const merged = [];
    for (const range of found) {
      const previous = merged[merged.length - 1];
      if (previous && range[0] <= previous[1]) previous[1] = Math.max(previous[1], range[1]);
      else merged.push(range);
    }
    return merged;
  }

  function positiveTerms(alternatives) {
    return alternatives.reduce((terms, alternative) => terms.concat(alternative.all), []);
  }

  // ---- Candidates ----------------------------------------------------------------------------

  const FIRST_GRAMS = 3;
  const FIRST_HEAVY = 2;
  const MORE_GRAMS = 2;
  const FEW_REPORTS = 4;
  const MANY_REPORTS = 48;
  const MANY_REJECTED = 16;

  /**
   * How much is loaded to narrow candidates down, before their texts are: no more than what narrows
   * much, besides all lists that weigh no more than a few texts, or all of them.
   */
  const [QUICK, CAREFUL, THOROUGH] = [0, 1, 2];
  const CAREFUL_WEIGHT = 2;

  /** A term of one or two characters is a gram itself: where the gram stands, the term does. */
  function isSure(term) {
    return term.folded.length <= 2 && term.strict === null;
  }

  /** By bigram of a text the set of bits that stand for what follows it there. */
  function bigramsOf(text) {
    const following = new Map();
    for (let i = 0; i + 1 < text.length; i++) {
      const gram = text.substr(i, 2);
      const next = i + 2 < text.length ? 1 << annals.hint(text.charCodeAt(i + 2)) : 0;
      following.set(gram, (following.get(gram) || 0) | next);
    }
    return following;
  }

  /**
   * Postings that hold every place of a term, and perhaps others: its grams are loaded the rarest
   * first, until few reports are left or further lists narrow little; of the heavy lists only what
   * it takes to have any. More are loaded if depth says so, because too many of the reports found so
   * far turned out not to have the term.
   */
  async function candidates(index, term, depth) {
    if (term.folded.length <= 2) return index.postings(term.folded);
    const following = bigramsOf(term.folded);
    const waiting = Array.from(following.keys()).sort((a, b) => index.weight(a) - index.weight(b));
    let found = null;
    while (waiting.length > 0) {
      const before = found;
      const heavy = index.isHeavy(waiting[0]);
      if (heavy && found && depth === QUICK) break;
      if (found && depth === CAREFUL && index.weight(waiting[0]) > CAREFUL_WEIGHT) break;
      const light = waiting.findIndex((gram) => index.isHeavy(gram));
      const most = heavy ? FIRST_HEAVY : found ? MORE_GRAMS : FIRST_GRAMS;
      const next = waiting.splice(0, heavy || light < 0 ? most : Math.min(most, light));
      const lists = next.map((gram) => index.postings(gram, following.get(gram)));
      for (const postings of await Promise.all(lists)) {
        found = found ? intersect(found, postings) : postings;
      }
      if (found.reports.length <= FEW_REPORTS) break;
      if (depth > QUICK) continue;
      if (before && before.reports.length - found.reports.length < FEW_REPORTS) break;
    }
    return found;
  }

  function intersect(a, b) {
    const both = annals.noPostings();
    let i = 0;
    let j = 0;
    while (i < a.reports.length && j < b.reports.length) {
      if (a.reports[i] < b.reports[j]) i++;
      else if (a.reports[i] > b.reports[j]) j++;
      else {
        const sections = sectionsAt(b, j);
        const shared = sectionsAt(a, i).filter((section) => sections.includes(section));
        if (shared.length > 0) {
          both.reports.push(a.reports[i]);
          both.spreads.push(shared.length);
          both.headings.push(a.headings[i] && b.headings[j]);
          both.sections.push(...shared);
          both.starts.push(both.sections.length);
        }
        i++;
        j++;
      }
    }
    return both;
  }

  function sectionsAt(postings, i) {
    return postings.sections.slice(postings.starts[i], postings.starts[i + 1]);
  }

  // ---- Questions -----------------------------------------------------------------------------

  const ROLES = ['summary', 'problems', 'plan', 'other'];

  /** In a set of bits, one for each role, the one that stands for sections of any role. */
  const ANY = ROLES.length;
  const EVERYTHING = (1 << (ANY + 1)) - 1;

  /**
   * A query in one scope: which reports satisfy it, whatever the filters. Kept for as long as the
   * reader asks for more of the same, so that no text is checked twice.
   */
  class Question {
    /** @param scope 'section' if all terms must stand in one section, or 'report' */
    constructor(index, alternatives, scope) {
      this.index = index;
      this.alternatives = alternatives;
      this.scope = scope;
      this.verdicts = new Map();
      this.found = [null, null];
      this.depth = QUICK;
      this.known = new Map();
    }

    /** Has what else narrows the candidates loaded. False if that has been done or there is none. */
    deepen(depth) {
      const all = this.alternatives.reduce((terms, each) => terms.concat(each.all, each.none), []);
      if (this.depth >= depth || all.every((term) => term.folded.length <= 2)) return false;
      this.depth = depth;
      this.found = [null, null];
      return true;
    }

    /**
     * The reports that may satisfy the query: {number, report, possible, certain, …}. The two are
     * sets of bits: the query may be, or surely is, satisfied in sections of these roles; what lies
     * between is in doubt until the text has been read. Without roles only the bit ANY counts.
     */
    candidates(withRoles) {
      const kind = withRoles || this.found[1] ? 1 : 0;
      if (!this.found[kind]) {
        this.found[kind] = this.gather(kind === 1);
        this.found[kind].catch(() => (this.found[kind] = null));
      }
      return this.found[kind];
    }

    async gather(withRoles) {
      const index = this.index;
      let union = new Map();
      const coming = withRoles ? index.roles() : null; // beside the lists, not before them
      if (coming) coming.catch(() => {}); // heard of below, if the lists arrive
      const { depth } = this;
      const listsOf = (terms) => Promise.all(terms.map((term) => candidates(index, term, depth)));
      const loaded = await Promise.all(
        this.alternatives.map(({ all, none }) => Promise.all([listsOf(all), listsOf(none)])),
      );
      const roles = await coming;
      this.alternatives.forEach(({ all, none }, i) => {
        const [lists, excluded] = loaded[i];
        const withSections = roles !== null || this.alternatives.length > 1;
        const found = combine(index, lists, all.every(isSure), this.scope, roles, withSections);
        excluded.forEach((postings, t) => {
          postings.reports.forEach((report) => {
            if (isSure(none[t])) found.delete(report);
            else if (found.has(report)) Object.assign(found.get(report), { certain: 0, settled: false });
          });
        });
        if (i === 0) {
          union = found;
          return;
        }
        found.forEach((candidate, number) => {
          union.set(number, union.has(number) ? join(union.get(number), candidate) : candidate);
        });
      });
      union.forEach((candidate) => {
        this.rank(candidate);
        this.settle(candidate);
      });
      this.known = union;
      return Array.from(union.values());
    }

    /** A report keeps the rank it was first given, so that pages of results join up. */
    rank(candidate) {
      const earlier = this.known.get(candidate.number);
      if (!earlier) return;
      candidate.score = earlier.score;
      candidate.inTitle = earlier.inTitle;
      candidate.inHeading = earlier.inHeading;
    }

    /** Sets a candidate to what its text has shown, if that has been read. */
    settle(candidate) {
      const verdict = this.verdicts.get(candidate.number);
      if (!verdict) return;
      candidate.possible = candidate.certain = verdict.satisfied;
      candidate.counts = verdict.counts;
    }

    /** Reads the candidate's text and gives what to show of it: the matching sections. */
    async check(candidate, role) {
      const text = await this.index.text(candidate.number);
      const matched = matchesByRole(text, this.alternatives, this.scope);
      if (!this.verdicts.has(candidate.number)) {
        const counts = matched.map((sections) => sections.length);
        const satisfied = counts.reduce((bits, count, bit) => bits | (count > 0 ? 1 << bit : 0), 0);
        this.verdicts.set(candidate.number, { satisfied, counts });
      }
      this.settle(candidate);
      return { text, matched: matched[role ? ROLES.indexOf(role) : ANY] };
    }

    /** Reads the texts of all given candidates. */
    async checkAll(candidates) {
      for (let i = 0; i < candidates.length; i += AT_ONCE) {
        await Promise.all(candidates.slice(i, i + AT_ONCE).map((candidate) => this.check(candidate)));
      }
    }
  }

  /** In how many sections of a role, or of ANY, the query is satisfied: {count, exact}. */
  function sectionCount(candidate, bit) {
    if (candidate.counts) return { count: candidate.counts[bit], exact: true };
    const { sections, roles, settled, spread } = candidate;
    if (bit === ANY) return { count: sections ? sections.length : spread, exact: settled };
    if (!sections || !roles) return { count: 1, exact: false };
    return { count: sections.filter((section) => roles[section] === bit).length, exact: settled };
  }

  function inDoubt(candidate, bits) {
    return ((candidate.possible ^ candidate.certain) & bits) !== 0;
  }

  /**
   * By number the reports that may satisfy one alternative. Of a single list, which needs no other to
   * be narrowed down by, the sections are told apart only if asked for.
   */
  function combine(index, lists, sure, scope, roles, withSections) {
    const found = new Map();
    const [shortest] = lists.slice().sort((a, b) => a.reports.length - b.reports.length);
    const rarities = lists.map((list) => rarity(index.reportCount, list.reports.length));
    const decided = lists.every((list) => list.sections.length > 0 || list.reports.length === 0);
    const alone = lists.length === 1;
    const certainly = alone || scope === 'report' ? 1 << ANY : 0;
    const at = lists.map(() => 0);
    for (const number of shortest.reports) {
      let inAll = true;
      let inHeading = true;
      let relevance = 0;
      for (let t = 0; t < lists.length && inAll; t++) {
        const { reports, headings, spreads } = lists[t];
        while (reports[at[t]] < number) at[t]++;
        inAll = reports[at[t]] === number;
        inHeading = inHeading && headings[at[t]];
        relevance += score(rarities[t], spreads[at[t]]);
      }
      if (!inAll) continue;
      const known = alone && !withSections ? [] : sectionsKnown(lists, at);
      const sections = scope === 'section' ? shared(known) : union(known);
      if (scope === 'section' && known.length > 0 && sections.length === 0) continue;
      const own = roles ? roles(number) : null;
      const possible = possibleRoles(known, sections, scope, own);
      found.set(number, {
        number,
        report: index.reports[number],
        possible,
        certain: !sure ? 0 : decided ? possible : certainly,
        inTitle: decided && lists.every((list, t) => list.sections[list.starts[at[t]]] === 0),
        inHeading,
        score: relevance,
        sections: decided && known.length > 0 ? sections : null,
        roles: own,
        spread: spreadOf(lists[0], at[0]),
        settled: sure && (decided || alone),
        counts: null,
      });
    }
    return found;
  }

  /** Of the lists that say it, in which sections of the reports they are at the gram stands. */
  function sectionsKnown(lists, at) {
    return lists
      .map((list, t) => (list.sections.length > 0 ? sectionsAt(list, at[t]) : []))
      .filter((own) => own.length > 0);
  }

  /** In how many sections; title and lead are one. */
  function spreadOf(list, i) {
    const start = list.starts[i];
    const both = list.sections[start] === 0 && list.sections[start + 1] === 1;
    return list.spreads[i] - (both && list.spreads[i] > 1 ? 1 : 0);
  }

  /** Title and lead count as one section. */
  function shared(known) {
    if (known.length === 0) return [];
    const [first, ...others] = known.map((own) => own.map((section) => section || 1));
    return first.filter((s, i) => first.indexOf(s) === i && others.every((own) => own.includes(s)));
  }

  function union(known) {
    const all = new Set();
    known.forEach((own) => own.forEach((section) => all.add(section || 1)));
    return Array.from(all);
  }

  function possibleRoles(known, sections, scope, roles) {
    if (!roles) return EVERYTHING;
    const rolesOf = (own) => own.reduce((bits, section) => bits | (1 << roles[section]), 1 << ANY);
    return scope === 'section' && known.length > 0
      ? rolesOf(sections)
      : known.reduce((bits, own) => bits & rolesOf(own), EVERYTHING);
  }

  /** What is known of a report by two alternatives. */
  function join(a, b) {
    return Object.assign({}, a, {
      possible: a.possible | b.possible,
      certain: a.certain | b.certain,
      inTitle: a.inTitle || b.inTitle,
      inHeading: a.inHeading || b.inHeading,
      score: Math.max(a.score, b.score),
      sections: a.sections && b.sections && union([a.sections, b.sections]),
      spread: Math.max(a.spread, b.spread),
      settled: a.settled && b.settled && a.sections !== null && b.sections !== null,
    });
  }

  /**
   * BM25 with sections as the words' places (k1 = 1.2, b = 0: reports are of one kind, and a long one
   * is not a worse one). It orders what has the same rank; title before heading before body, since
   * who looks for a phrase that names a report or a section wants that one.
   */
  function score(rarity, spread) {
    return (rarity * spread * 2.2) / (spread + 1.2);
  }

  /** The inverse document frequency of what stands in n of the archive's reports. */
  function rarity(reports, n) {
    return Math.log(1 + (reports - n + 0.5) / (n + 0.5));
  }

  /** Orders candidates; a title has no role and counts only where none is asked for. */
  function order(sort, bit) {
    const rank = (c) => (c.inTitle && bit === ANY ? 2 : c.inHeading ? 1 : 0);
    const byRelevance = (a, b) =>
      rank(b) - rank(a) || b.score - a.score || b.report.year - a.report.year || a.number - b.number;
    return {
      year: (a, b) => b.report.year - a.report.year || byRelevance(a, b),
      oldest: (a, b) => a.report.year - b.report.year || byRelevance(a, b),
    }[sort] || byRelevance;
  }

  /** What options ask for: {bit} of the role and {unit, year, kind}, each a test of a report. */
  function filters(options) {
    const given = options.year;
    const years =
      given === undefined || given === null || given === ''
        ? [-Infinity, Infinity]
        : Array.isArray(given)
          ? given
          : String(given).split('-');
    const from = Number(years[0]);
    const to = Number(years[years.length - 1]);
    return {
      bit: options.role ? ROLES.indexOf(options.role) : ANY,
      unit: (report) => !options.unit || report.slug === options.unit,
      year: (report) => report.year >= from && report.year <= to,
      kind: (report) => !options.kind || report.kind === options.kind,
    };
  }

  // ---- Checking against the text -------------------------------------------------------------

  /** By role, and by ANY, the sections of a report that satisfy the query. */
  function matchesByRole(text, alternatives, scope) {
    const any = matchingSections(text, alternatives, scope, '');
    return ROLES.map((role, bit) =>
      scope === 'section' || any.length === 0
        ? any.filter(({ section }) => section.role === bit)
        : matchingSections(text, alternatives, scope, role),
    ).concat([any]);
  }

  /** The sections of a report that satisfy the query, in reading order. */
  function matchingSections(text, alternatives, scope, role) {
    const matched = new Map();
    const eligible = text.sections.filter((section) => !role || ROLES[section.role] === role);
    for (const { all, none } of alternatives) {
      if (none.some((term) => text.sections.some((section) => sectionHolds(section, term)))) continue;
      if (scope === 'report' && !all.every((t) => eligible.some((s) => sectionHolds(s, t)))) continue;
      for (const section of eligible) {
        const held = all.filter((term) => sectionHolds(section, term));
        if (scope === 'section' ? held.length === all.length : held.length > 0) {
          matched.set(section, held.concat(matched.get(section) || []));
        }
      }
    }
    return eligible
      .filter((section) => matched.has(section))
      .map((section) => ({ section, terms: matched.get(section) }));
  }

  function holds(paragraph, term) {
    if (term.strict !== null) {
      if (paragraph.strict === null) paragraph.strict = fold(paragraph.text, true).text;
      return paragraph.strict.includes(term.strict);
    }
    if (paragraph.folded === null) paragraph.folded = fold(paragraph.text, false).text;
    return paragraph.folded.includes(term.folded);
  }

  function sectionHolds(section, term) {
    return holds(section.heading, term) || section.body.some((each) => holds(each, term));
  }

  const SNIPPET_BEFORE = 24;
  const SNIPPET_LENGTH = 100;

  /** The paragraph with most of the terms, cut around the first of them: {anchor, snippet, marks}. */
  function quote(section, terms) {
    let best = null;
    let most = 0;
    for (const paragraph of section.body) {
      const held = terms.filter((term) => holds(paragraph, term)).length;
      if (held > most) {
        best = paragraph;
        most = held;
      }
    }
    const shown = best || section.body[0];
    if (!shown) return { anchor: section.anchor, snippet: '', marks: [] };
    const found = best ? ranges(shown.text, terms) : [];
    const text = shown.text;
    let start = found.length ? Math.max(0, found[0][0] - SNIPPET_BEFORE) : 0;
    let end = Math.min(text.length, start + SNIPPET_LENGTH);
    if (found.length) end = Math.max(end, Math.min(found[0][1], start + 2 * SNIPPET_LENGTH));
    if (start > 0 && isPair(text, start - 1)) start--;
    if (end < text.length && isPair(text, end - 1)) end++;
    const lead = start > 0 ? '…' : '';
    const shift = lead.length - start;
    return {
      anchor: best ? best.anchor : section.anchor,
      snippet: lead + text.slice(start, end).replace(/\s/g, ' ') + (end < text.length ? '…' : ''),
      marks: found
        .filter((range) => range[0] < end)
        .map((range) => [range[0] + shift, Math.min(range[1], end) + shift]),
    };
  }

  function hit(candidate, text, matched, root) {
    const url = root + text.url;
    return {
      url,
      title: text.title,
      unit: candidate.report.unit,
      year: candidate.report.year,
      kind: candidate.report.kind,
      sections: matched.map(({ section, terms }) => {
        const { anchor, snippet, marks } = quote(section, terms);
        return {
          url: anchor ? url + '#' + anchor : url,
          heading: section.path,
          role: ROLES[section.role],
          target: section.target,
          snippet,
          marks,
        };
      }),
    };
  }

  // ---- Searching -----------------------------------------------------------------------------

  const AT_ONCE = 12;
  const FIRST_PAGE = 6;

  /**
   * One page of hits. Candidates are checked in the order in which they are shown and no more of
   * them than the page still needs, unless the exact total is asked for. Where many turn out to be
   * none, or many are to be checked, the question is deepened and the page made again; texts that
   * have been read are not read again.
   */
  async function pageOf(question, options, several, root) {
    const offset = options.offset || 0;
    const limit = options.limit === undefined ? FIRST_PAGE : options.limit;
    const filter = filters(options);
    const bit = 1 << filter.bit;
    const candidates = await question.candidates(Boolean(options.role || options.facets));
    const found = candidates
      .filter(
        ({ possible, report }) =>
          possible & bit && filter.unit(report) && filter.year(report) && filter.kind(report),
      )
      .sort(order(options.sort, filter.bit));
    const doubted = (from) => from.filter((candidate) => inDoubt(candidate, bit)).length;
    const again = () => pageOf(question, options, several, root);
    const deepen = (isPoor, isVeryPoor) =>
      (isVeryPoor && question.deepen(THOROUGH)) || (isPoor && question.deepen(CAREFUL));
    if (options.exact && deepen(doubted(found) > FEW_REPORTS, doubted(found) > MANY_REPORTS)) {
      return again();
    }
    const wanted = Math.max(offset + limit, several ? 1 : 0);
    let rejected = 0;
    const hits = [];
    let total = 0;
    let next = 0;
    while (next < found.length && (options.exact || total < wanted)) {
      const batch = [];
      const most = options.exact ? AT_ONCE : Math.min(AT_ONCE, wanted - total);
      for (; next < found.length && batch.length < most; next++) {
        const beforePage = total + batch.length < offset;
        if (inDoubt(found[next], bit)) batch.push(found[next]);
        else if (beforePage || hits.length >= limit) total++;
        else if (hits.length + batch.length < limit) batch.push(found[next]);
        else break;
      }
      const checks = batch.map((each) => question.check(each, options.role));
      checks.forEach((check) => check.catch(() => {})); // heard of below, each in its turn
      for (let i = 0; i < batch.length; i++) {
        const { text, matched } = await checks[i];
        if (matched.length === 0) {
          rejected++;
          continue;
        }
        if (total >= offset && hits.length < limit) {
          hits.push(hit(batch[i], text, matched, root));
          if (options.early) options.early(hits, question.scope);
        }
        total++;
      }
      const open = next < found.length && doubted(found) > FEW_REPORTS;
      if (open && deepen(rejected >= FEW_REPORTS, rejected >= MANY_REJECTED)) return again();
    }
    const unread = found.slice(next);
    const doubtful = doubted(unread);
    return {
      total: total + unread.length - doubtful,
      exact: doubtful === 0,
      atMost: total + unread.length,
      scope: question.scope,
      hits,
    };
  }

  /** Once a page has been able to draw what it was given early. */
  function drawn() {
    return new Promise((resolve) => window.setTimeout(resolve));
  }

  const QUESTIONS_KEPT = 16;
  const RELEASES_MET = 4;

  /**
   * What answers questions about an index. host.load(name, stamp) gives a Promise of what a file of
   * the index hands to annals.receive; host.root is what leads from the page to the site's root.
   */
  class Engine {
    constructor(host) {
      this.host = host;
      this.opening = null;
      this.isRenewed = false;
      this.questions = new Map();
    }

    index() {
      if (!this.opening) {
        this.opening = new annals.SearchIndex(this.host.load).open(this.isRenewed);
        this.opening.catch(() => (this.opening = null));
      }
      return this.opening;
    }

    /** What `work` finds; where another release came in while it read, what it finds in that. */
    async inOneRelease(work) {
      for (let met = 1; ; met++) {
        const opening = this.index();
        const index = await opening;
        const outcome = await work().then(
          (answer) => () => answer,
          (error) => () => {
            throw error;
          },
        );
        if (met === RELEASES_MET || (await index.isOfOneRelease())) return outcome();
        if (this.opening === opening) {
          this.opening = null;
          this.isRenewed = true;
          this.questions.clear();
        }
      }
    }

    question(index, alternatives, scope) {
      const key = scope + JSON.stringify(alternatives);
      const question = this.questions.get(key) || new Question(index, alternatives, scope);
      this.questions.delete(key);
      if (this.questions.size >= QUESTIONS_KEPT) {
        this.questions.delete(this.questions.keys().next().value);
      }
      this.questions.set(key, question);
      return question;
    }

    /** A query's questions: all terms in one section and, where there are several, in one report. */
    async ask(query) {
      const alternatives = parse(query);
      const index = await this.index();
      const several = alternatives.some((alternative) => alternative.all.length > 1);
      const scopes = several ? ['section', 'report'] : ['section'];
      return { index, questions: scopes.map((scope) => this.question(index, alternatives, scope)) };
    }

    search(query, given) {
      return this.inOneRelease(() => this.searchOnce(query, given));
    }

    async searchOnce(query, given) {
      const options = given || {};
      const { questions } = await this.ask(query);
      const several = questions.length > 1;
      let answer = await pageOf(questions[0], options, several, this.host.root);
      if (answer.total === 0 && several) {
        answer = await pageOf(questions[1], options, false, this.host.root);
      }
      if (options.facets) {
        if (options.early) await drawn();
        Object.assign(answer, await annals.countFacets(questions, options));
      }
      return answer;
    }

    async findUnits(text) {
      const index = await this.index();
      return unitsNamed(index.units, text).map(({ slug, name }) => ({
        slug,
        name,
        url: this.host.root + 'units/' + slug + '/index.html',
      }));
    }
  }

  // ---- Units by name -------------------------------------------------------------------------

  /** Those whose name has the text first, then those whose pinyin has it, at the start or later. */
  function unitsNamed(units, text) {
    const wanted = fold(wellFormed(String(text)), false).text;
    if (!wanted) return [];
    const letters = wanted.replace(/['’·-]/g, '');
    const rank = (unit) => {
      if (unit.folded === undefined) unit.folded = fold(unit.name, false).text;
      const at = unit.folded.indexOf(wanted);
      if (at >= 0) return at === 0 ? 0 : 1;
      if (!/^[a-z0-9]+$/.test(letters)) return -1;
      const spelt = [unit.pinyin, unit.slug].map((latin) => latin.match(/[a-z]+|[0-9]/g) || []);
      if (spelt.some((syllables) => spells(syllables, 0, letters))) return 2;
      return spelt.some((syllables) => syllables.some((s, i) => spells(syllables, i, letters))) ? 3 : -1;
    };
    return units
      .map((unit) => ({ unit, rank: rank(unit) }))
      .filter((found) => found.rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .map((found) => found.unit);
  }

  /**
   * Whether letters are the beginning of what the syllables from one on spell, each whole or by its
   * first letter; the last may be cut off, and n stands for ng and the other way round.
   */
  function spells(syllables, from, letters) {
    if (letters === '') return true;
    const syllable = syllables[from];
    if (!syllable) return false;
    if (syllable.startsWith(letters)) return true;
    const other = syllable.endsWith('ng')
      ? syllable.slice(0, -1)
      : syllable.endsWith('n')
        ? syllable + 'g'
        : syllable;
    return Array.from(new Set([syllable, other, syllable[0]])).some(
      (form) => letters.startsWith(form) && spells(syllables, from + 1, letters.slice(form.length)),
    );
  }

  annals.createSearch = (host) => new Engine(host);

  annals.searching = { ROLES, ANY, filters, inDoubt, sectionCount };
  annals.fold = (text) => fold(text, false);
  annals.parseQuery = parse;
  annals.matches = (text, query) => ranges(text, positiveTerms(parse(query)));

  // ---- In a page -----------------------------------------------------------------------------

  if (!window.document) return;
  const document = window.document;
  const arrived = new Map();
  annals.receive = (name, ...data) => arrived.set(name, data);

  const root = document.documentElement.dataset.root || '';

  function loadScript(name, stamp) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.charset = 'utf-8';
      script.src = root + 'search/index/' + name + '.js' + (stamp && '?' + stamp);
      script.onload = () => {
        script.remove();
        const data = arrived.get(name);
        arrived.delete(name);
        if (data) resolve(data);
        else reject(new Error('not a file of the index: ' + name));
      };
      script.onerror = () => {
        script.remove();
        reject(new Error('cannot be loaded: ' + name));
      };
      document.head.appendChild(script);
    });
  }

  const engine = annals.createSearch({ load: loadScript, root });
  annals.engine = engine; // for search-more.js
  annals.search = (query, options) => engine.search(query, options);
  annals.findUnits = (text) => engine.findUnits(text);
})(window);
