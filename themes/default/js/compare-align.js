/*
 * Which parts of two reports are on the same matter, from their texts and threads: what the build
 * does for consecutive years, for any two. Needs jsdiff.js in front of it.
 */
(function () {
  'use strict';
  const annals = (window.annals = window.annals || {});

  const ALIKE = 0.3;
  const ALIKE_IN_THREAD = 0.08;
  const THREAD = 0.2;
  const EQUAL = 2;
  const COMMON = 0.2;
  const BELOW_SAME_PARENT = 0.12;
  const ANYWHERE = 0.3;
  const PARTS = ['summary', 'problems', 'plan'];

  /** A report of the data file as lists of sections, passages and mentions, in reading order. */
  function read(report) {
    const sections = [];
    const passages = [];
    const mentions = [];
    const above = [];
    report.sections.forEach(([anchor, level, number, heading, role, texts]) => {
      above.length = level - 1;
      const parent = above.length ? above[above.length - 1] : null;
      const section = { anchor, level, number, heading, role, parent, passages: [], length: 0 };
      above[level - 1] = section;
      section.index = sections.push(section) - 1;
      texts.forEach((said) => {
        const passage = { section, mentions: [], length: 0 };
        passage.index = passages.push(passage) - 1;
        section.passages.push(passage);
        said.forEach(([text, thread]) => {
          const mention = { text, thread, role, passage, section };
          mention.index = mentions.push(mention) - 1;
          passage.mentions.push(mention);
          passage.length += text.length;
          for (let at = section; at; at = at.parent) {
            at.length += text.length;
          }
        });
      });
    });
    return { report, sections, passages, mentions };
  }

  /**
   * The pairs of neighbouring Chinese characters or words in a text, without figures, each once and
   * by its number in a map, which grows.
   */
  function pairs(text, numbers) {
    const found = new Set();
    text.split(/[^\u4e00-\u9fffA-Za-z]+/).forEach((clause) => {
      for (let i = 1; i < clause.length; i++) {
        const pair = clause.slice(i - 1, i + 1);
        let number = numbers.get(pair);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(pair, number);
        }
        found.add(number);
      }
    });
    return found;
  }

  /**
   * A measure of likeness in which pairs count the more the fewer texts have them: the pairs of each
   * text by number, their weights by number, and what those of each text weigh together.
   */
  function measure(texts) {
    const numbers = new Map();
    const sets = texts.map((text) => pairs(text, numbers));
    const weights = new Float64Array(numbers.size);
    sets.forEach((set) => set.forEach((pair) => weights[pair]++));
    weights.forEach((count, pair) => {
      weights[pair] = Math.log((texts.length + 1) / (count + 0.5));
    });
    const sums = sets.map((set) => {
      let sum = 0;
      set.forEach((pair) => (sum += weights[pair]));
      return sum;
    });
    return { sets, sums, weights };
  }

  function byScore(a, b) {
    return b.score - a.score || a.a - b.a || a.b - b.b;
  }

  /** The best pairs first, each side once. */
  function choose(candidates, sizeA, sizeB) {
    const forth = new Array(sizeA).fill(-1);
    const back = new Array(sizeB).fill(-1);
    candidates.sort(byScore).forEach(({ a, b }) => {
      if (forth[a] < 0 && back[b] < 0) {
        forth[a] = b;
        back[b] = a;
      }
    });
    return { forth, back };
  }

  function alignMentions(older, newer) {
    const all = older.mentions.concat(newer.mentions);
    const { sets, sums, weights } = measure(all.map((mention) => mention.text));
    const size = older.mentions.length;
    const holders = Array.from(weights, () => []);
    newer.mentions.forEach((mention, b) => {
      sets[size + b].forEach((pair) => holders[pair].push(b));
    });
    const candidates = [];
    const common = new Float64Array(newer.mentions.length);
    older.mentions.forEach((mention, a) => {
      common.fill(0);
      sets[a].forEach((pair) => {
        const weight = weights[pair];
        holders[pair].forEach((b) => (common[b] += weight));
      });
      newer.mentions.forEach((other, b) => {
        const sum = common[b];
        if (!sum || other.role !== mention.role) {
          return;
        }
        const together = mention.thread !== undefined && mention.thread === other.thread;
        const alike = (2 * sum) / (sums[a] + sums[size + b]);
        if (mention.text === other.text) {
          candidates.push({ a, b, score: EQUAL });
        } else if (alike >= (together ? ALIKE_IN_THREAD : ALIKE)) {
          candidates.push({ a, b, score: alike + (together ? THREAD : 0) });
        }
      });
    });
    return choose(candidates, size, newer.mentions.length);
  }

  function alignPassages(older, newer, mentions) {
    const common = new Map();
    mentions.forth.forEach((b, a) => {
      if (b >= 0) {
        const from = older.mentions[a];
        const to = newer.mentions[b];
        const key = from.passage.index + ' ' + to.passage.index;
        const length = Math.min(from.text.length, to.text.length);
        common.set(key, (common.get(key) || 0) + length);
      }
    });
    const candidates = [];
    common.forEach((score, key) => {
      const [a, b] = key.split(' ').map(Number);
      if (score >= COMMON * Math.min(older.passages[a].length, newer.passages[b].length)) {
        candidates.push({ a, b, score });
      }
    });
    return choose(candidates, older.passages.length, newer.passages.length);
  }

  /** What part of two sections' texts, children included, says the same. */
  function shares(older, newer, mentions) {
    const share = older.sections.map(() => new Array(newer.sections.length).fill(0));
    mentions.forth.forEach((b, a) => {
      if (b >= 0) {
        const both = older.mentions[a].text.length + newer.mentions[b].text.length;
        for (let s = older.mentions[a].section; s; s = s.parent) {
          for (let t = newer.mentions[b].section; t; t = t.parent) {
            share[s.index][t.index] += both / (s.length + t.length || 1);
          }
        }
      }
    });
    return share;
  }

  function onlyOne(sections, role) {
    const found = sections.filter((section) => section.level === 1 && section.role === role);
    return found.length === 1 ? found[0].index : -1;
  }

  function alignSections(older, newer, mentions) {
    const share = shares(older, newer, mentions);
    const { sets, sums, weights } = measure(
      older.sections.concat(newer.sections).map((section) => section.heading)
    );
    const forth = new Array(older.sections.length).fill(-1);
    const back = new Array(newer.sections.length).fill(-1);
    const take = (a, b) => {
      if (a >= 0 && b >= 0 && forth[a] < 0 && back[b] < 0) {
        forth[a] = b;
        back[b] = a;
      }
    };
    ['lead'].concat(PARTS).forEach((role) => {
      take(onlyOne(older.sections, role), onlyOne(newer.sections, role));
    });
    const candidates = [];
    older.sections.forEach((from, a) => {
      newer.sections.forEach((to, b) => {
        let common = 0;
        sets[a].forEach((pair) => {
          common += sets[older.sections.length + b].has(pair) ? weights[pair] : 0;
        });
        const heading = (2 * common) / (sums[a] + sums[older.sections.length + b] || 1);
        const score = share[a][b] + 0.5 * heading;
        if (from.role === to.role && score >= BELOW_SAME_PARENT) {
          candidates.push({ a, b, score });
        }
      });
    });
    candidates.sort(byScore);
    const sameParent = ({ a, b }) => {
      const from = older.sections[a].parent;
      const to = newer.sections[b].parent;
      return from && to ? forth[from.index] === to.index : !from && !to;
    };
    for (let level = 1; level <= 6; level++) {
      candidates
        .filter((pair) => older.sections[pair.a].level === level && sameParent(pair))
        .forEach((pair) => take(pair.a, pair.b));
    }
    candidates.filter((pair) => pair.score >= ANYWHERE).forEach((pair) => take(pair.a, pair.b));
    return { forth, back };
  }

  /** The alignment of two reports that {@code read} gave. */
  function align(older, newer) {
    const mentions = alignMentions(older, newer);
    return {
      mentions,
      passages: alignPassages(older, newer, mentions),
      sections: alignSections(older, newer, mentions),
    };
  }

  /* The reading grain of the build: whole numbers, whole Latin words, else a character. */
  const TOKEN = /[0-9０-９](?:[0-9０-９]|[.,．](?=[0-9０-９]))*|[A-Za-z]+|[^]/gu;
  const LETTER = /[\u4e00-\u9fff0-9０-９A-Za-z]/g;
  const SHORTEST_KEPT = 2;
  const CRUMB = 4;
  const LEAST_KEPT = 0.2;
  /* Texts further apart have next to nothing in common, and finding that out takes long. */
  const MOST_EDITS = 600;

  function tokens(text) {
    return text.match(TOKEN) || [];
  }

  /** Two texts as runs [text, changed] of either; kept crumbs are given up, as in the build. */
  function difference(older, newer) {
    const parts = window.Diff.diffArrays(tokens(older), tokens(newer), {
      maxEditLength: MOST_EDITS,
    });
    if (!parts) {
      return { older: whole(older), newer: whole(newer) };
    }
    const steps = [];
    let step = { old: '', young: '' };
    parts.forEach((part) => {
      const text = part.value.join('');
      if (part.removed) {
        step.old += text;
      } else if (part.added) {
        step.young += text;
      } else {
        steps.push(step, { kept: text });
        step = { old: '', young: '' };
      }
    });
    steps.push(step);
    const width = (s) => (s ? Math.max(s.old.length, s.young.length) : 0);
    let kept = 0;
    for (let i = 1; i < steps.length; i += 2) {
      const letters = (steps[i].kept.match(LETTER) || []).length;
      const before = width(steps[i - 1]);
      const after = width(steps[i + 1]);
      const crumb =
        letters < SHORTEST_KEPT ||
        (letters < CRUMB && before >= 2 * letters && after >= 2 * letters);
      if (before && after && crumb) {
        const joined = {
          old: steps[i - 1].old + steps[i].kept + steps[i + 1].old,
          young: steps[i - 1].young + steps[i].kept + steps[i + 1].young,
        };
        steps.splice(i - 1, 3, joined);
        i -= 2;
      } else {
        kept += steps[i].kept.length;
      }
    }
    if (kept < LEAST_KEPT * Math.min(older.length, newer.length)) {
      return { older: whole(older), newer: whole(newer) };
    }
    const runs = { older: [], newer: [] };
    const add = (list, text, changed) => text && list.push([text, changed]);
    steps.forEach((each) => {
      add(runs.older, each.kept || each.old, !each.kept);
      add(runs.newer, each.kept || each.young, !each.kept);
    });
    return runs;
  }

  function whole(text) {
    return text ? [[text, true]] : [];
  }

  annals.comparing = { read, align, difference, whole, tokens };
})();
