// node run-folding.cjs SEARCH_JS CASES: one line for each case that folds otherwise.
'use strict';
const fs = require('fs');
const vm = require('vm');

const window = {};
vm.runInNewContext(fs.readFileSync(process.argv[2], 'utf8'), { window });
const unescape = (text) =>
  text
    .replace(/\\u([0-9a-f]{4})/g, (all, hex) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\t/g, '\t')
    .replace(/\\\\/g, '\\');
for (const line of fs.readFileSync(process.argv[3], 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [text, expected] = line.split('\t').map(unescape);
  const folded = window.annals.fold(text).text;
  if (folded !== expected) {
    console.log(JSON.stringify([text, expected, folded]));
  }
}
