/*
 * The history of what is searched for: a bar for each year of the archive, as high as there are
 * reports that have it, below it in how many sections; each is a link to that year's hits. Its room is kept free by the style sheet,
 * so that nothing moves when it comes. Needs search-box.js in front of it.
 */
(function (window, document) {
  'use strict';

  const { words, element } = window.annals.pieces;
  const LABEL = 40; // what the label of a year takes, in pixels

  /** page.link as for annals.createFacets. */
  window.annals.createYears = function (page) {
    const figure = document.getElementById('search-years');
    const title = figure.querySelector('figcaption');
    const list = figure.querySelector('ol');
    const years = Array.from(document.getElementById('year-from').options)
      .map((choice) => Number(choice.value))
      .filter(Boolean)
      .sort((a, b) => a - b);

    function axis() {
      const all = [];
      for (let year = years[0]; year <= years[years.length - 1]; year++) all.push(year);
      return all;
    }

    function isChosen(year, chosen) {
      const ends = chosen.split('-').map(Number);
      return chosen !== '' && year >= ends[0] && year <= ends[ends.length - 1];
    }

    function bar(year, found, most, labelled) {
      const item = element('li');
      const inside = found.reports > 0 ? page.link('', { year: found.next }, 'bar-' + year) : item;
      if (inside !== item) item.append(inside);
      const column = element('span', 'column');
      column.style.height = (100 * found.reports) / most + '%';
      const drawn = element('span', 'drawn');
      drawn.setAttribute('aria-hidden', 'true');
      const label = element('span', labelled ? 'label' : 'label unlabelled', String(year));
      const sections = element('span', 'sections', found.often);
      const plot = element('span', 'plot');
      plot.append(element('span', 'count', found.reports > 0 ? String(found.reports) : ''), column);
      drawn.append(plot, label, sections);
      inside.append(drawn, element('span', 'vh', found.text));
      if (found.chosen) inside.setAttribute('aria-current', 'true');
      item.title = found.text;
      return item;
    }

    return {
      show(history, asked) {
        const byYear = new Map(history.years.map((found) => [found.year, found]));
        const most = Math.max(1, ...history.years.map((found) => found.reports));
        const all = axis();
        const step = Math.max(1, Math.ceil((LABEL * all.length) / Math.max(1, list.clientWidth)));
        list.textContent = '';
        all.forEach((year, i) => {
          const { reports, sections } = byYear.get(year) || { reports: 0, sections: 0 };
          const chosen = isChosen(year, asked.year);
          const key = history.exact ? 'bar' : 'bar-at-most';
          const text = reports > 0 ? words(key, year, reports, sections) : words('bar-none', year);
          const next = asked.year === String(year) ? '' : String(year);
          const labelled = (all.length - 1 - i) % step === 0;
          const often = step === 1 && sections > 0 ? words('bar-sections', sections) : '';
          list.append(bar(year, { reports, often, text, chosen, next }, most, labelled));
        });
        list.scrollLeft = list.scrollWidth; // where there is no room for all, the last years show
        title.textContent = words(history.exact ? 'years' : 'years-at-most');
        figure.classList.toggle('chosen', asked.year !== '');
        figure.classList.remove('stale');
      },
      /** What is shown is no longer what is asked for. */
      wait() {
        figure.hidden = years.length < 2;
        figure.classList.add('stale');
      },
      clear() {
        list.textContent = '';
        title.textContent = '';
      },
      hide() {
        figure.hidden = true;
      },
    };
  };
})(window, document);
