/*
 * Finds what a plain substring search of the reports finds, from files alone.
 * ES2017 and script elements only, so that it also works from file:// and in old browsers.
 *
 *   annals.search(query, options)  → Promise of {total, exact, hits, …}, see docs/index-format.md
 *   annals.matches(text, query)    → where the query's terms stand in a text
 *   annals.createSearch(host)      → the engine with another way of loading, for tests
 *
 * The files it reads are described in docs/index-format.md; folding is that of annals.text.Folding.
 */
(function (window) {
  'use strict';

  const FORMAT = 1;
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

  // ---- Reading the files ---------------------------------------------------------------------

  /** Reads bits from characters that hold 15 each, U+3000 plus their value. */
  class Bits {
    constructor(units, start) {
      this.units = units;
      this.next = start;
      this.held = 0;
      this.count = 0;
    }

    bit() {
      if (this.count === 0) {
        this.held = this.units.charCodeAt(this.next++) - 0x3000;
        this.count = 15;
      }
      this.count--;
      return (this.held >> this.count) & 1;
    }

    read(bits) {
      let value = 0;
      let wanted = bits;
      while (wanted > 0) {
        if (this.count === 0) {
          this.held = this.units.charCodeAt(this.next++) - 0x3000;
          this.count = 15;
        }
        const taken = Math.min(wanted, this.count);
        this.count -= taken;
        wanted -= taken;
        value = (value << taken) | ((this.held >> this.count) & ((1 << taken) - 1));
      }
      return value;
    }

    /** Exponential Golomb code of order k. */
    golomb(k) {
      let zeros = 0;
      while (this.bit() === 0) {
        if (++zeros > 31) throw new Error('damaged index file');
      }
      const quotient = ((1 << zeros) | this.read(zeros)) - 1;
      return (quotient << k) | this.read(k);
    }
  }

  /**
   * Postings are {reports, spreads, headings, starts, sections}: report i has the gram in spreads[i]
   * sections, perhaps in a heading of theirs, and of a bigram these are the sections from starts[i]
   * to starts[i + 1]. Of a single character it is not known which sections they are.
   */
  function noPostings() {
    return { reports: [], spreads: [], headings: [], starts: [0], sections: [] };
  }

  const GRAM_ORDER = 6;
  const LENGTH_ORDER = 1;
  const LONE_SECTION_ORDER = 3;
  const TEXT_LENGTH_ORDER = 12;
  const ALPHABET_COUNT_ORDER = 4;

  class Shard {
    constructor(units, isBigrams, reportBits) {
      this.units = units;
      this.isBigrams = isBigrams;
      this.reportBits = reportBits;
      this.starts = new Map();
      const count = new Bits(units, 0);
      const grams = count.golomb(LENGTH_ORDER);
      const directory = new Bits(units, count.next);
      let first = 0;
      let start = 0;
      for (let i = 0; i < grams; i++) {
        first += directory.golomb(GRAM_ORDER);
        const gram = isBigrams
          ? String.fromCharCode(first, directory.read(16))
          : String.fromCharCode(first);
        this.starts.set(gram, start);
        start += directory.golomb(LENGTH_ORDER) + 1;
      }
      this.lists = directory.next;
    }

    postings(gram) {
      const postings = noPostings();
      const start = this.starts.get(gram);
      if (start === undefined) return postings;
      const bits = new Bits(this.units, this.lists + start);
      const count = bits.golomb(0) + 1;
      const reportOrder = count > 1 ? bits.read(4) : 0;
      const sectionOrder = count > 1 && this.isBigrams ? bits.read(3) : LONE_SECTION_ORDER;
      let report = -1;
      for (let i = 0; i < count; i++) {
        report += 1 + (count > 1 ? bits.golomb(reportOrder) : bits.read(this.reportBits));
        postings.reports.push(report);
        const spread = bits.golomb(0);
        postings.headings.push(spread % 2 === 1);
        postings.spreads.push((spread >> 1) + 1);
        let section = -1;
        for (let rest = spread >> 1; this.isBigrams && rest >= 0; rest--) {
          section += bits.golomb(sectionOrder) + 1;
          postings.sections.push(section);
        }
        postings.starts.push(postings.sections.length);
      }
      return postings;
    }
  }

  /** A text in its own canonical Huffman code. */
  function decodeText(units) {
    const bits = new Bits(units, 0);
    const length = bits.golomb(TEXT_LENGTH_ORDER);
    const counts = [];
    let alphabet = '';
    for (let longest = bits.read(5); longest > 0; longest--) {
      const count = bits.golomb(ALPHABET_COUNT_ORDER);
      const order = count > 0 ? bits.read(4) : 0;
      let unit = -1;
      for (let i = 0; i < count; i++) {
        unit += bits.golomb(order) + 1;
        alphabet += String.fromCharCode(unit);
      }
      counts.push(count);
    }
    const text = [];
    while (text.length < length) {
      let code = 0;
      let first = 0;
      let index = 0;
      for (let size = 0; ; size++) {
        if (size === counts.length) throw new Error('damaged index file');
        code = (code << 1) | bits.bit();
        first <<= 1;
        if (code - first < counts[size]) break;
        index += counts[size];
        first += counts[size];
      }
      text.push(alphabet[index + code - first]);
    }
    return text.join('');
  }

  /** {url, title, sections}; title and lead, sections 0 and 1 of the index, are one section here. */
  function readText(text) {
    const parts = text.split('\u0002');
    const path = [];
    const sections = parts.slice(1).map((part) => {
      const passages = part.split('\u0003');
      const [anchor, level, role, target, heading] = passages[0].split('\u0001');
      const depth = Number(level);
      if (depth > 0) path.splice(depth - 1, path.length, heading.replace(/。$/, ''));
      const body = [];
      passages.slice(1).forEach((passage, index) => {
        const fields = passage.split('\u0001');
        const id = fields[0] || anchor + '-p' + (index + 1);
        fields.slice(1).forEach((paragraph) => body.push(new Paragraph(id, paragraph)));
      });
      return {
        anchor,
        role: Number(role),
        target,
        path: path.filter(Boolean).join(' › '),
        heading: new Paragraph(anchor, heading),
        body,
      };
    });
    const [title, lead] = sections.splice(0, 2);
    sections.unshift(Object.assign(lead, { heading: title.heading }));
    return { url: parts[0], title: title.heading.text, sections };
  }

  class Paragraph {
    constructor(anchor, text) {
      this.anchor = anchor;
      this.text = text;
      this.folded = null;
      this.strict = null;
    }

    holds(term) {
      if (term.strict !== null) {
        if (this.strict === null) this.strict = fold(this.text, true).text;
        return this.strict.includes(term.strict);
      }
      if (this.folded === null) this.folded = fold(this.text, false).text;
      return this.folded.includes(term.folded);
    }
  }

  function slot(gram, bits) {
    const second = gram.length > 1 ? gram.charCodeAt(1) : 0;
    let hash = Math.imul(gram.charCodeAt(0), 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
    return bits === 0 ? 0 : hash >>> (32 - bits);
  }

  // ---- The index -----------------------------------------------------------------------------

  const ROLES = ['summary', 'problems', 'plan', 'other'];
  const TEXTS_KEPT = 800;

  function indexError(code, message) {
    const error = new Error(message);
    error.code = code;
    return error;
  }

  /** The index behind `load(name, stamp)`, a Promise of what the file hands over. */
  class Index {
    constructor(load) {
      this.load = load;
      this.shards = new Map();
      this.texts = new Map();
    }

    async open() {
      let main;
      try {
        [main] = await this.load('main', '');
      } catch (error) {
        throw indexError('missing', 'the search index cannot be loaded');
      }
      if (main.format !== FORMAT) {
        throw indexError('format', 'index format ' + main.format + ', script for ' + FORMAT);
      }
      this.main = main;
      this.reports = [];
      main.units.forEach(([slug, name, entries]) => {
        for (let i = 0; i < entries.length; i += 2) {
          const kind = main.kinds[entries[i + 1]];
          this.reports.push({ slug, unit: name, year: entries[i], kind });
        }
      });
      this.reportBits = 32 - Math.clz32(Math.max(0, this.reports.length - 1));
      this.commonness = new Map();
      main.common.forEach((characters, rank) => {
        characters.split('').forEach((c) => this.commonness.set(c, rank));
      });
      return this;
    }

    async postings(gram) {
      const name =
        gram.length > 1
          ? 'b/' + slot(gram, this.main.bigramBits).toString(16)
          : 'c/' + slot(gram, this.main.characterBits).toString(16);
      if (!this.shards.has(name)) {
        this.shards.set(
          name,
          this.load(name, this.main.stamp).then(
            ([units]) => new Shard(units, gram.length > 1, this.reportBits),
          ),
        );
      }
      return this.keep(this.shards, name).then((shard) => shard.postings(gram));
    }

    async text(number) {
      const report = this.reports[number];
      const name = 't/' + report.slug + '/' + report.year + '-' + report.kind;
      if (!this.texts.has(name)) {
        if (this.texts.size >= TEXTS_KEPT) this.texts.delete(this.texts.keys().next().value);
        this.texts.set(
          name,
          this.load(name, this.main.stamp).then(([units]) => readText(decodeText(units))),
        );
      }
      return this.keep(this.texts, name);
    }

    /** A file that failed to load may be asked for again. */
    keep(files, name) {
      const file = files.get(name);
      file.catch(() => files.delete(name));
      return file;
    }

    /** By report the role of each section. */
    async roles() {
      if (!this.roleRuns) [this.roleRuns] = await this.load('roles', this.main.stamp);
      return (number) => {
        const roles = [];
        for (const run of this.roleRuns[number].split(',').filter(Boolean)) {
          const [role, length] = run.split('x').map(Number);
          for (let i = 0; i < length; i++) roles.push(role);
        }
        return roles;
      };
    }

    /** How rare a pair of characters is likely to be; greater is rarer. */
    rarity(gram) {
      const rank = (c) => (this.commonness.has(c) ? this.commonness.get(c) : 8);
      return rank(gram[0]) + rank(gram[1]);
    }
  }

  // ---- Candidates ----------------------------------------------------------------------------

  const FIRST_GRAMS = 3;
  const MORE_GRAMS = 2;
  const FEW_REPORTS = 4;

  /** A term of one or two characters is a gram itself: where the gram stands, the term does. */
  function isSure(term) {
    return term.folded.length <= 2 && term.strict === null;
  }

  /**
   * Postings that hold every place of a term, and perhaps others: its grams are loaded the rarest
   * first, until few reports are left or loading more would cost more than reading their texts.
   */
  async function candidates(index, term) {
    if (term.folded.length <= 2) return index.postings(term.folded);
    const grams = new Set();
    for (let i = 0; i + 1 < term.folded.length; i++) grams.add(term.folded.substr(i, 2));
    const waiting = Array.from(grams).sort((a, b) => index.rarity(b) - index.rarity(a));
    let found = null;
    while (waiting.length > 0) {
      const before = found;
      const next = waiting.splice(0, found ? MORE_GRAMS : FIRST_GRAMS);
      for (const postings of await Promise.all(next.map((gram) => index.postings(gram)))) {
        found = found ? intersect(found, postings) : postings;
      }
      if (found.reports.length <= FEW_REPORTS) break;
      if (before && before.reports.length - found.reports.length < FEW_REPORTS) break;
    }
    return found;
  }

  function intersect(a, b) {
    const both = noPostings();
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

  /** Reports that may satisfy one alternative: a Map of number to {rank, score, sure},
   * sure where the lists leave no doubt that terms which are grams stand together as asked. */
  function combine(index, lists, scope, accepts, roleFilter) {
    const found = new Map();
    const [shortest] = lists.slice().sort((a, b) => a.reports.length - b.reports.length);
    const cursors = lists.map(() => 0);
    for (const report of shortest.reports) {
      lists.forEach((list, t) => {
        while (list.reports[cursors[t]] < report) cursors[t]++;
      });
      if (lists.some((list, t) => list.reports[cursors[t]] !== report)) continue;
      if (!accepts(index.reports[report])) continue;
      const known = lists
        .map((list, t) => sectionsAt(list, cursors[t]))
        .filter((own, t) => lists[t].sections.length > 0);
      const kept = roleFilter ? known.map((own) => own.filter(roleFilter(report))) : known;
      if (kept.some((own) => own.length === 0)) continue;
      if (scope === 'section' && !meet(kept)) continue;
      const inTitle = known.length === lists.length && kept.every((own) => own[0] === 0);
      const inHeading = lists.every((list, t) => list.headings[cursors[t]]);
      const spreads = lists.map((list, t) => list.spreads[cursors[t]]);
      found.set(report, {
        rank: inTitle ? 2 : inHeading ? 1 : 0,
        score: score(index.reports.length, lists, spreads),
        sure: known.length === lists.length || (lists.length === 1 && !roleFilter),
      });
    }
    return found;
  }

  /** Whether some section is in all lists; title and lead count as one. */
  function meet(sections) {
    const [first, ...others] = sections.map((own) => own.map((section) => section || 1));
    return others.length === 0 || first.some((s) => others.every((other) => other.includes(s)));
  }

  /**
   * BM25 with sections as the words' places (k1 = 1.2, b = 0: reports are of one kind, and a long one
   * is not a worse one). It orders what has the same rank; title before heading before body, since
   * who looks for a phrase that names a report or a section wants that one.
   */
  function score(reports, lists, spreads) {
    return lists.reduce((sum, list, t) => {
      const n = list.reports.length;
      const idf = Math.log(1 + (reports - n + 0.5) / (n + 0.5));
      return sum + (idf * spreads[t] * 2.2) / (spreads[t] + 1.2);
    }, 0);
  }

  async function allCandidates(index, alternatives, scope, options) {
    const accepts = reportFilter(options);
    const roles = options.role ? await index.roles() : null;
    const role = ROLES.indexOf(options.role);
    const roleFilter = roles
      ? (report) => {
          const own = roles(report);
          return (section) => own[section] === role;
        }
      : null;
    const union = new Map();
    for (const { all, none } of alternatives) {
      const lists = await Promise.all(all.map((term) => candidates(index, term)));
      const found = combine(index, lists, scope, accepts, roleFilter);
      const doubtful = new Set();
      for (const term of none) {
        for (const report of (await candidates(index, term)).reports) {
          if (isSure(term)) found.delete(report);
          else doubtful.add(report);
        }
      }
      const sure = all.every(isSure);
      found.forEach((weight, number) => {
        const known = union.get(number);
        union.set(number, {
          number,
          report: index.reports[number],
          rank: Math.max(weight.rank, known ? known.rank : 0),
          score: Math.max(weight.score, known ? known.score : 0),
          sure:
            (sure && weight.sure && !doubtful.has(number)) || (known !== undefined && known.sure),
        });
      });
    }
    return Array.from(union.values()).sort(ORDERS[options.sort] || ORDERS.relevance);
  }

  function byRelevance(a, b) {
    return (
      b.rank - a.rank || b.score - a.score || b.report.year - a.report.year || a.number - b.number
    );
  }

  const ORDERS = {
    relevance: byRelevance,
    year: (a, b) => b.report.year - a.report.year || byRelevance(a, b),
    oldest: (a, b) => a.report.year - b.report.year || byRelevance(a, b),
  };

  /** year: 2023, '2023', '2019-2022' or [2019, 2022]. */
  function reportFilter(options) {
    const years =
      options.year === undefined || options.year === null || options.year === ''
        ? null
        : Array.isArray(options.year)
          ? options.year
          : String(options.year).split('-');
    const from = years ? Number(years[0]) : -Infinity;
    const to = years ? Number(years[years.length - 1]) : Infinity;
    return (report) =>
      (!options.unit || report.slug === options.unit) &&
      (!options.kind || report.kind === options.kind) &&
      report.year >= from &&
      report.year <= to;
  }

  // ---- Checking against the text -------------------------------------------------------------

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

  function sectionHolds(section, term) {
    return section.heading.holds(term) || section.body.some((paragraph) => paragraph.holds(term));
  }

  const SNIPPET_BEFORE = 24;
  const SNIPPET_LENGTH = 100;

  /** The paragraph with most of the terms, cut around the first of them: {anchor, snippet, marks}. */
  function quote(section, terms) {
    let best = null;
    let most = 0;
    for (const paragraph of section.body) {
      const held = terms.filter((term) => paragraph.holds(term)).length;
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
  const CHECKED_ANYWAY = 24;

  async function searchIn(index, alternatives, scope, options, root) {
    const offset = options.offset || 0;
    const limit = options.limit === undefined ? 10 : options.limit;
    const found = await allCandidates(index, alternatives, scope, options);
    const hits = [];
    let total = 0;
    let next = 0;
    const enough = () =>
      !options.exact && total >= offset + limit && found.length > CHECKED_ANYWAY;
    while (next < found.length && !enough()) {
      const batch = [];
      for (; next < found.length && batch.length < AT_ONCE; next++) {
        const beforePage = total + batch.length < offset;
        if (!found[next].sure) batch.push(found[next]);
        else if (beforePage || hits.length >= limit) total++;
        else if (hits.length + batch.length < limit) batch.push(found[next]);
        else break;
      }
      const texts = await Promise.all(batch.map((candidate) => index.text(candidate.number)));
      batch.forEach((candidate, i) => {
        const matched = matchingSections(texts[i], alternatives, scope, options.role);
        if (matched.length === 0) return;
        if (total >= offset && hits.length < limit) hits.push(hit(candidate, texts[i], matched, root));
        total++;
      });
    }
    const unread = found.slice(next);
    const doubtful = unread.filter((candidate) => !candidate.sure).length;
    return {
      total: total + unread.length - doubtful,
      exact: doubtful === 0,
      atMost: total + unread.length,
      scope,
      hits,
    };
  }

  /**
   * host.load(name, stamp) gives a Promise of what a file of the index hands to annals.receive;
   * host.root is what leads from the page to the site's root.
   */
  annals.createSearch = function (host) {
    let opening = null;

    function open() {
      if (!opening) {
        opening = new Index(host.load).open();
        opening.catch(() => (opening = null));
      }
      return opening;
    }

    return async function search(query, options) {
      const wanted = options || {};
      const alternatives = parse(query);
      const index = await open();
      if (alternatives.length === 0) {
        return { total: 0, exact: true, atMost: 0, scope: 'section', hits: [] };
      }
      const together = await searchIn(index, alternatives, 'section', wanted, host.root);
      const several = alternatives.some((alternative) => alternative.all.length > 1);
      return together.total > 0 || !several
        ? together
        : searchIn(index, alternatives, 'report', wanted, host.root);
    };
  };

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

  annals.search = annals.createSearch({ load: loadScript, root });
})(window);
