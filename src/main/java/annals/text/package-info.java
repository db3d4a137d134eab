/**
 * Rules about Chinese text that know nothing of reports: decoding, numerals, years, sentences,
 * folding, masks, pinyin.
 */
package annals.text;
