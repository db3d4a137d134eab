// node run-search.cjs SCRIPTS SITE QUERIES: answers each line of QUERIES (JSON: [query, options, what])
// by a line. Without "what" that is total, exact, scope, and the pages of the hits, separated by tabs;
// With OTHER and LOADS at the end, the site OTHER stands in SITE's place after so many files were read.
// "early" gives of each time hits were handed over before the answer how many they were, and fails where
// the answer does not begin with them. "facets", "history" and "units" are answered in their own forms.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const [, , scripts, site, queries, other, loads] = process.argv;
let loaded = 0;
const window = { setTimeout };
const context = vm.createContext({ window });
for (const name of ['search-index.js', 'search.js', 'search-more.js']) {
  vm.runInContext(fs.readFileSync(path.join(scripts, name), 'utf8'), context);
}
const { annals } = window;

/** Decodes as a browser does: a byte order mark decides. */
function decode(bytes) {
  return bytes[0] === 0xff && bytes[1] === 0xfe
    ? bytes.toString('utf16le', 2)
    : bytes.toString('utf8');
}

async function load(name) {
  const standing = other && loaded++ >= Number(loads) ? other : site;
  const source = decode(fs.readFileSync(path.join(standing, 'search/index', name + '.js')));
  let data = null;
  const annals = {
    receive(received, ...rest) {
      if (received === name) data = rest;
    },
  };
  vm.runInNewContext(source, { annals });
  if (!data) throw new Error(name);
  return data;
}

function hits(answer, query) {
  for (const hit of answer.hits) {
    for (const section of hit.sections) {
      for (const [start, end] of section.marks) {
        if (!(start >= 0 && start < end && end <= section.snippet.length)) throw new Error(query);
      }
    }
  }
  const pages = answer.hits.map((hit) => hit.url);
  return [answer.total, answer.exact, answer.scope, ...pages].join('\t');
}

/** {unit: {a: 2}} as unit=a:2, values in order. */
function counts(facets) {
  return Object.keys(facets)
    .map((facet) => {
      const values = Object.keys(facets[facet]).sort();
      return facet + '=' + values.map((value) => value + ':' + facets[facet][value]).join(',');
    })
    .join(' ');
}

async function answer(engine, [query, options, what]) {
  if (what === 'history') {
    const { exact, years } = await annals.historyOf(engine, query, options);
    return exact + ' ' + years.map((y) => [y.year, y.reports, y.sections].join(':')).join(' ');
  }
  if (what === 'units') return (await engine.findUnits(query)).map((unit) => unit.url).join(' ');
  const handed = [];
  if (what === 'early') options.early = (hits) => handed.push(hits.slice());
  const found = await engine.search(query, options);
  if (what === 'early') {
    const whole = (hits) => JSON.stringify(hits);
    for (const hits of handed) {
      if (whole(hits) !== whole(found.hits.slice(0, hits.length))) throw new Error(query);
    }
    return [found.hits.length, ...handed.map((hits) => hits.length)].join('\t');
  }
  if (what !== 'facets') return hits(found, query);
  for (const facet of Object.keys(found.facets)) {
    for (const value of Object.keys(found.facets[facet])) {
      if (!(found.facets[facet][value] <= found.facetsAtMost[facet][value])) throw new Error(query);
    }
  }
  return found.facetsExact + ' ' + counts(found.facets);
}

async function run() {
  const engine = annals.createSearch({ load, root: '' });
  for (const line of fs.readFileSync(queries, 'utf8').split('\n').filter(Boolean)) {
    try {
      console.log(await answer(engine, JSON.parse(line)));
    } catch (error) {
      if (!error.code) throw error;
      console.log(['error', error.code].join('\t'));
    }
  }
}

run().catch((error) => {
  console.error(error);
  process.exit(1);
});
