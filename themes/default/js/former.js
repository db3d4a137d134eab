/*
 * Leads a saved link on to where its report stands now, its anchor kept. Where several reports share
 * the old address, only a link with an anchor is led on: it can mean no other.
 */
(function () {
  'use strict';

  const link = document.querySelector('[data-forward]');
  const place = window.location;
  const cites = place.hash.length > 1 && document.getElementById(place.hash.slice(1)) === null;
  if (link && (cites || link.getAttribute('data-forward') === 'always')) {
    place.replace(link.href + place.search + place.hash);
  }
})();
