/*
 * Reads the files of the search index, which docs/index-format.md describes: where grams stand, and
 * what the reports say. ES2017 and nothing of the browser's.
 *
 *   new annals.SearchIndex(load)   load(name, stamp) → Promise of what the file hands over
 *   annals.noPostings()            the form in which places are told
 */
(function (window) {
  'use strict';

  const FORMAT = 1;
  const annals = (window.annals = window.annals || {});

  // ---- Bits ----------------------------------------------------------------------------------

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

  // ---- Postings ------------------------------------------------------------------------------

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

  // ---- Texts ---------------------------------------------------------------------------------

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
        fields.slice(1).forEach((paragraph) => body.push(paragraphOf(id, paragraph)));
      });
      return {
        anchor,
        role: Number(role),
        target,
        path: path.filter(Boolean).join(' › '),
        heading: paragraphOf(anchor, heading),
        body,
      };
    });
    const [title, lead] = sections.splice(0, 2);
    sections.unshift(Object.assign(lead, { heading: title.heading }));
    return { url: parts[0], title: title.heading.text, sections };
  }

  /** folded and strict are for those who search it to keep. */
  function paragraphOf(anchor, text) {
    return { anchor, text, folded: null, strict: null };
  }

  function slot(gram, bits) {
    const second = gram.length > 1 ? gram.charCodeAt(1) : 0;
    let hash = Math.imul(gram.charCodeAt(0), 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
    return bits === 0 ? 0 : hash >>> (32 - bits);
  }

  // ---- The index -----------------------------------------------------------------------------

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
      this.units = main.units.map(([slug, name, entries, pinyin]) => ({ slug, name, pinyin }));
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

    /** By report the role of each section: 0 summary, 1 problems, 2 plan, 3 other. */
    async roles() {
      if (!this.roleRuns) [this.roleRuns] = await this.load('roles', this.main.stamp);
      const known = new Map();
      return (number) => {
        const runs = this.roleRuns[number];
        if (!known.has(runs)) known.set(runs, expand(runs));
        return known.get(runs);
      };
    }

    /** How rare a pair of characters is likely to be; greater is rarer. */
    rarity(gram) {
      const rank = (c) => (this.commonness.has(c) ? this.commonness.get(c) : 8);
      return rank(gram[0]) + rank(gram[1]);
    }
  }

  /** 3x2,0x4 are the roles 3, 3, 0, 0, 0, 0. */
  function expand(runs) {
    const roles = [];
    for (const run of runs.split(',').filter(Boolean)) {
      const [role, length] = run.split('x').map(Number);
      for (let i = 0; i < length; i++) roles.push(role);
    }
    return roles;
  }

  annals.SearchIndex = Index;
  annals.noPostings = noPostings;
})(window);
