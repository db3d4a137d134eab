/*
 * Marks on a page what a search found there: the address has ?q=… and perhaps #anchor. Needs
 * search.js in front of it. A match may run across inline markup, never out of a paragraph.
 */
(function (window, document) {
  'use strict';

  const PARAGRAPHS = 'p, li, td, th, pre, h1, h2, h3, h4, h5, h6, dd, dt, blockquote, figcaption';

  const NOT_TEXT = 'script, style, button, select, textarea, [aria-hidden="true"], [data-no-search]';

  /** The text nodes of a paragraph that belong to no paragraph inside it and to no control. */
  function textNodes(paragraph) {
    const nodes = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest(PARAGRAPHS) !== paragraph) continue;
      if (parent.closest(NOT_TEXT)) continue;
      nodes.push(node);
    }
    return nodes;
  }

  /** Wraps [start, end) of a text node in a <mark>. */
  function wrap(node, start, end) {
    const match = start > 0 ? node.splitText(start) : node;
    if (end - start < match.data.length) match.splitText(end - start);
    const mark = document.createElement('mark');
    match.parentNode.insertBefore(mark, match);
    mark.appendChild(match);
  }

  function markParagraph(paragraph, query) {
    const nodes = textNodes(paragraph);
    const ranges = window.annals.matches(nodes.map((node) => node.data).join(''), query);
    if (ranges.length === 0) return;
    let offset = 0;
    for (const node of nodes) {
      const length = node.data.length;
      const own = ranges
        .map(([start, end]) => [Math.max(0, start - offset), Math.min(length, end - offset)])
        .filter(([start, end]) => start < end);
      own.reverse().forEach(([start, end]) => wrap(node, start, end));
      offset += length;
    }
  }

  function scrollToMatch(main) {
    const anchor = decodeURIComponent(window.location.hash.slice(1));
    const target = anchor && document.getElementById(anchor);
    const inTarget = target && (target.querySelector('mark') || following(target));
    const first = inTarget || main.querySelector('mark');
    if (first) first.scrollIntoView({ block: 'center' });
  }

  /** An anchor may be an empty element in front of the text it names. */
  function following(target) {
    return target.textContent.trim() === '' && target.parentElement
      ? target.parentElement.querySelector('mark')
      : null;
  }

  function highlight() {
    const query = new URLSearchParams(window.location.search).get('q');
    const main = document.querySelector('main');
    if (!query || !main || !window.annals || document.getElementById('search-form')) return;
    main.querySelectorAll(PARAGRAPHS).forEach((paragraph) => markParagraph(paragraph, query));
    scrollToMatch(main);
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', highlight);
  else highlight();
})(window, document);
