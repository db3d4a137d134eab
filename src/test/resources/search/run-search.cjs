// node run-search.cjs SEARCH_JS SITE QUERIES: answers each line of QUERIES (JSON: [query, options]) by
// a line: total, exact, scope, and the pages of the hits, separated by tabs.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const [, , script, site, queries] = process.argv;
const window = {};
vm.runInNewContext(fs.readFileSync(script, 'utf8'), { window });

/** Decodes as a browser does: a byte order mark decides. */
function decode(bytes) {
  return bytes[0] === 0xff && bytes[1] === 0xfe
    ? bytes.toString('utf16le', 2)
    : bytes.toString('utf8');
}

async function load(name) {
  const source = decode(fs.readFileSync(path.join(site, 'search/index', name + '.js')));
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

async function run() {
  const search = window.annals.createSearch({ load, root: '' });
  for (const line of fs.readFileSync(queries, 'utf8').split('\n').filter(Boolean)) {
    const [query, options] = JSON.parse(line);
    let answer;
    try {
      answer = await search(query, options);
    } catch (error) {
      if (!error.code) throw error;
      console.log(['error', error.code].join('\t'));
      continue;
    }
    for (const hit of answer.hits) {
      for (const section of hit.sections) {
        for (const [start, end] of section.marks) {
          if (!(start >= 0 && start < end && end <= section.snippet.length)) throw new Error(query);
        }
      }
    }
    console.log(
      [answer.total, answer.exact, answer.scope, ...answer.hits.map((hit) => hit.url)].join('\t'),
    );
  }
}

run().catch((error) => {
  console.error(error);
  process.exit(1);
});
