/**
 * Rules about Chinese text that know nothing of reports: decoding, numerals, years, sentences,
 * folding, masks.
 */
package annals.text;
