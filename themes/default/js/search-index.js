/*
 * Reads the files of the search index, which docs/index-format.md describes: where grams stand, and
 * what the reports say. ES2017 and nothing of the browser's.
 *
 *   new annals.SearchIndex(load)   load(name, stamp) → Promise of what the file hands over
 *   annals.noPostings()            the form in which places are told
 *   annals.hint(unit)              the number from 0 to 7 that stands for a character
 */
(function (window) {
  'use strict';

  const FORMAT = 2;
  const annals = (window.annals = window.annals || {});

  // ---- Bits ----------------------------------------------------------------------------------

  /** Units as the file has them: behind an escape comes one that no file can hold. */
  function unescaped(units) {
    const parts = units.split('\ue000');
    for (let i = 1; i < parts.length; i++) {
      parts[i] = String.fromCharCode(parts[i].charCodeAt(0) ^ 0x8000) + parts[i].slice(1);
    }
    return parts.join('');
  }

  /** Reads bits from characters that hold 16 each, from a bit on. */
  class Bits {
    constructor(units, start) {
      this.units = units;
      this.next = start >> 4;
      this.held = 0;
      this.count = 0;
      if (start & 15) this.read(start & 15);
    }

    /** What the next unit begins with, as the number of a bit. */
    nextUnit() {
      return this.next << 4;
    }

    fill() {
      if (this.next >= this.units.length) throw new Error('damaged index file');
      this.held = this.units.charCodeAt(this.next++);
      this.count = 16;
    }

    bit() {
      if (this.count === 0) this.fill();
      this.count--;
      return (this.held >> this.count) & 1;
    }

    read(bits) {
      let value = 0;
      let wanted = bits;
      while (wanted > 0) {
        if (this.count === 0) this.fill();
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
      for (;;) {
        if (this.count === 0) this.fill();
        const rest = this.held & ((1 << this.count) - 1);
        const leading = rest === 0 ? this.count : Math.clz32(rest) - 32 + this.count;
        zeros += leading;
        this.count -= leading;
        if (rest !== 0) break;
      }
      if (zeros > 31) throw new Error('damaged index file');
      const quotient = this.read(zeros + 1) - 1;
      return (quotient << k) | this.read(k);
    }
  }

  // ---- Postings ------------------------------------------------------------------------------

  /**
   * Postings are {reports, spreads, headings, starts, sections}: report i has the gram in spreads[i]
   * sections, perhaps in a heading of theirs, and of a bigram these are the sections from starts[i]
   * to starts[i + 1]. Of a single character it is not known which sections they are. "What follows"
   * is a set of bits, one for each hint of a character; sections without one of them are left out.
   */
  function noPostings() {
    return { reports: [], spreads: [], headings: [], starts: [0], sections: [] };
  }

  const GRAM_ORDER = 6;
  const LENGTH_ORDER = 3;
  const LIST_STEP_BITS = 4;
  const LONE_SECTION_ORDER = 3;
  const HINTED_REPORTS = 64;
  const HINT_BITS = 3;
  const HINTS = 1 << HINT_BITS;
  const TEXT_LENGTH_ORDER = 12;
  const RULE_COUNT_ORDER = 6;
  const ALPHABET_COUNT_ORDER = 4;

  function hint(unit) {
    return Math.imul(unit, 0x9e3779b1) >>> (32 - HINT_BITS);
  }

  /** Reads the sets of what follows; usual is what mostly follows the bigram, or −1. */
  function readHints(bits, usual) {
    if (usual < 0) return bits.bit() === 1 ? 1 << bits.read(HINT_BITS) : bits.read(HINTS);
    if (bits.bit() === 1) return 1 << usual;
    if (bits.bit() === 0) return bits.read(HINTS);
    const other = bits.read(HINT_BITS);
    return other === usual ? 0 : 1 << other;
  }

  /** Reads a list. */
  function readPostings(bits, isBigram, reportBits, following) {
    const postings = noPostings();
    const count = bits.golomb(0) + 1;
    const several = count > 1;
    const reportOrder = several ? bits.read(4) : 0;
    const sectionOrder = several && isBigram ? bits.read(3) : LONE_SECTION_ORDER;
    const hinted = isBigram && count >= HINTED_REPORTS;
    const usual = hinted && bits.bit() === 1 ? bits.read(HINT_BITS) : -1;
    let report = -1;
    for (let i = 0; i < count; i++) {
      report += 1 + (several ? bits.golomb(reportOrder) : bits.read(reportBits));
      const spread = bits.golomb(0);
      let own = (spread >> 1) + 1;
      if (isBigram) {
        let section = -1;
        for (let rest = own; rest > 0; rest--) {
          section += bits.golomb(sectionOrder) + 1;
          if (hinted && (readHints(bits, usual) & following) !== following) own--;
          else postings.sections.push(section);
        }
        if (own === 0) continue;
        postings.starts.push(postings.sections.length);
      }
      postings.reports.push(report);
      postings.headings.push(spread % 2 === 1);
      postings.spreads.push(own);
    }
    return postings;
  }

  function spread(unit) {
    return Math.imul(unit, 0x9e3779b1) >>> 16;
  }

  /** The second unit of a bigram in a shard, by the first and the rest of its hash. */
  function secondOf(first, shard, rest, shardBits) {
    const hash = (shard << (16 - shardBits)) | rest;
    return Math.imul(hash - spread(first), 0x7787) & 0xffff; // the inverse of 0x9e37
  }

  /** A file with one list. */
  class HeavyList {
    constructor(units, reportBits) {
      this.units = units;
      this.reportBits = reportBits;
    }

    postings(gram, following) {
      return readPostings(new Bits(this.units, 0), true, this.reportBits, following);
    }
  }

  class Shard {
    /** number and shardBits are those of a shard of bigrams, undefined for one of characters. */
    constructor(units, reportBits, number, shardBits) {
      const isBigrams = number !== undefined;
      this.units = units;
      this.isBigrams = isBigrams;
      this.reportBits = reportBits;
      this.starts = new Map();
      const directory = new Bits(units, 0);
      const grams = directory.golomb(LENGTH_ORDER);
      let first = 0;
      let start = 0;
      for (let i = 0; i < grams; i++) {
        first += directory.golomb(GRAM_ORDER);
        const gram = isBigrams
          ? String.fromCharCode(first, secondOf(first, number, directory.read(16 - shardBits), shardBits))
          : String.fromCharCode(first);
        this.starts.set(gram, start);
        start += (directory.golomb(LENGTH_ORDER) + 1) * LIST_STEP_BITS;
      }
      this.lists = directory.nextUnit();
    }

    postings(gram, following) {
      const start = this.starts.get(gram);
      if (start === undefined) return noPostings();
      const bits = new Bits(this.units, this.lists + start);
      return readPostings(bits, this.isBigrams, this.reportBits, following);
    }
  }

  // ---- Texts ---------------------------------------------------------------------------------

  /** A text in its own canonical Huffman code, of units and of rules that stand for two symbols. */
  function decodeText(units) {
    const bits = new Bits(units, 0);
    const length = bits.golomb(TEXT_LENGTH_ORDER);
    const rules = bits.golomb(RULE_COUNT_ORDER);
    const counts = [];
    const alphabet = [];
    for (let longest = bits.read(5); longest > 0; longest--) {
      const count = bits.golomb(ALPHABET_COUNT_ORDER);
      const order = count > 0 ? bits.read(4) : 0;
      let number = -1;
      for (let i = 0; i < count; i++) {
        number += bits.golomb(order) + 1;
        alphabet.push(number);
      }
      counts.push(count);
    }
    const meanings = [];
    const symbol = () => {
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
      const number = alphabet[index + code - first];
      return number < rules ? meanings[number] : String.fromCharCode(number - rules);
    };
    while (meanings.length < rules) {
      const first = symbol();
      meanings.push(first + symbol());
    }
    const text = [];
    while (text.length < length) text.push(symbol());
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
    return ((spread(gram.charCodeAt(0)) + second * 0x9e37) & 0xffff) >>> (16 - bits);
  }

  // ---- The index -----------------------------------------------------------------------------

  const TEXTS_KEPT = 800;
  const NUMBERS_STEP = 8;

  function indexError(code, message) {
    const error = new Error(message);
    error.code = code;
    return error;
  }

  /** The index behind `load(name, stamp)`, a Promise of what the file hands over. */
  class Index {
    constructor(load) {
      this.load = (name, stamp) => {
        this.filesRead++;
        return load(name, stamp);
      };
      this.loadUncounted = load;
      this.filesRead = 0;
      this.filesConfirmed = 0;
      this.shards = new Map();
      this.texts = new Map();
    }

    /** With `anew` no copy that a browser has kept will do. */
    async open(anew) {
      let main;
      try {
        [main] = await this.load('main', anew ? String(Date.now()) : '');
      } catch (error) {
        throw indexError('missing', 'the search index cannot be loaded');
      }
      if (main.format !== FORMAT) {
        throw indexError('format', 'index format ' + main.format + ', script for ' + FORMAT);
      }
      this.main = main;
      this.reports = []; // by number, with gaps
      this.places = []; // by number the place in the catalogue
      this.reportCount = 0;
      this.units = main.units.map(([slug, name, entries, pinyin]) => ({ slug, name, pinyin }));
      let first = 0;
      main.units.forEach(([slug, name, entries]) => {
        const count = entries.length / 2;
        for (let i = 0; i < count; i++) {
          const kind = main.kinds[entries[2 * i + 1]];
          this.reports[first + i] = { slug, unit: name, year: entries[2 * i], kind };
          this.places[first + i] = this.reportCount++;
        }
        first += (Math.floor(count / NUMBERS_STEP) + 1) * NUMBERS_STEP;
      });
      this.reportBits = 32 - Math.clz32(Math.max(0, first - 1));
      this.heavy = new Map();
      main.heavy.forEach((grams, rank) => {
        for (let i = 0; i < grams.length; i += 2) this.heavy.set(grams.substr(i, 2), rank);
      });
      this.commonness = new Map();
      main.common.forEach((characters, rank) => {
        characters.split('').forEach((c) => this.commonness.set(c, rank));
      });
      return this;
    }

    /**
     * Whether all that was read so far is of one release. A site changes from one to the next in an
     * instant, so it is enough that the stamp is the same before and after. Where the stamp cannot be
     * had nothing is known to be wrong.
     */
    async isOfOneRelease() {
      const files = this.filesRead;
      if (files === this.filesConfirmed) return true;
      let stamp = this.main.stamp;
      try {
        [stamp] = await this.loadUncounted('stamp', String(Date.now()));
      } catch (error) {
        return true;
      }
      if (stamp === this.main.stamp) this.filesConfirmed = files;
      return stamp === this.main.stamp;
    }

    /** Where a gram stands; of a bigram, where all that is said to follow it does so perhaps. */
    async postings(gram, following) {
      const name = this.nameOf(gram);
      if (!this.shards.has(name)) {
        const file = this.load(name, this.main.stamp);
        this.shards.set(name, file.then(([units]) => this.listsOf(gram, unescaped(units))));
      }
      return this.keep(this.shards, name).then((shard) => shard.postings(gram, following || 0));
    }

    listsOf(gram, units) {
      if (this.heavy.has(gram)) return new HeavyList(units, this.reportBits);
      if (gram.length === 1) return new Shard(units, this.reportBits);
      const { bigramBits } = this.main;
      return new Shard(units, this.reportBits, slot(gram, bigramBits), bigramBits);
    }

    nameOf(gram) {
      if (gram.length === 1) return 'c/' + slot(gram, this.main.characterBits).toString(16);
      if (!this.heavy.has(gram)) return 'b/' + slot(gram, this.main.bigramBits).toString(16);
      const units = [gram.charCodeAt(0), gram.charCodeAt(1)];
      return 'h/' + units.map((unit) => unit.toString(16).padStart(4, '0')).join('');
    }

    async text(number) {
      const report = this.reports[number];
      const name = 't/' + report.slug + '/' + report.year + '-' + report.kind;
      if (!this.texts.has(name)) {
        if (this.texts.size >= TEXTS_KEPT) this.texts.delete(this.texts.keys().next().value);
        this.texts.set(
          name,
          this.load(name, this.main.stamp).then(([units]) => readText(decodeText(unescaped(units)))),
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
      if (!this.roleRuns) {
        this.roleRuns = this.load('roles', this.main.stamp);
        this.roleRuns.catch(() => (this.roleRuns = null));
      }
      const [roleRuns] = await this.roleRuns;
      const known = new Map();
      return (number) => {
        const runs = roleRuns[this.places[number]];
        if (!known.has(runs)) known.set(runs, expand(runs));
        return known.get(runs);
      };
    }

    isHeavy(gram) {
      return this.heavy.has(gram);
    }

    /** How long a bigram's list is likely to be, for ordering. */
    weight(gram) {
      if (this.heavy.has(gram)) return 1 + this.heavy.get(gram);
      const rank = (c) => (this.commonness.has(c) ? this.commonness.get(c) : 8);
      return -rank(gram[0]) - rank(gram[1]);
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
  annals.hint = hint;
})(window);
