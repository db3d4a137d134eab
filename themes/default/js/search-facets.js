/*
 * What narrows a search down on the search page: the facets beside the results, the chips above
 * them, and the order. All of them are links, whose addresses are made by the page. Needs
 * search-box.js in front of it; made by annals.createFacets.
 */
(function (window, document) {
  'use strict';

  const { words, element } = window.annals.pieces;
  const SHOWN = 8;
  const MANY = 20;
  const FACETS = ['unit', 'year', 'kind', 'role'];
  const ORDERS = ['', 'year', 'oldest'];

  /** The names of units by slug, in the archive's order, from the list for readers without script. */
  function unitNames() {
    const names = new Map();
    document.querySelectorAll('#search-browse [data-unit]').forEach((item) => {
      names.set(item.dataset.unit, item.textContent.trim());
    });
    return names;
  }

  function listedNames(list) {
    const names = new Map();
    list.querySelectorAll('[data-value]').forEach((item) => {
      names.set(item.dataset.value, item.textContent.trim());
    });
    list.textContent = '';
    return names;
  }

  /** One facet: a list of values with counts; a long one is folded and can be looked through. */
  class Facet {
    constructor(name, section, page) {
      this.name = name;
      this.section = section;
      this.page = page;
      this.list = section.querySelector('ul');
      this.title = section.querySelector('h2').textContent;
      this.names = name === 'unit' ? unitNames() : listedNames(this.list);
      this.sure = {};
      this.counts = {};
      this.all = false;
      this.more = element('button', 'facet-more');
      this.more.type = 'button';
      this.more.addEventListener('click', () => this.unfold());
      this.list.after(this.more);
      this.look = section.querySelector('.facet-look');
      this.found = null;
      if (this.look) this.look.addEventListener('input', () => this.lookThrough());
    }

    nameOf(value) {
      if (this.names.has(value)) return this.names.get(value);
      return this.name === 'year' ? value.replace('-', '—') : value;
    }

    chip(value) {
      return words('chip', this.title, this.nameOf(value));
    }

    unfold() {
      this.all = !this.all;
      this.draw();
      if (this.all) {
        const first = this.list.querySelectorAll('a')[SHOWN];
        if (first) first.focus({ preventScroll: true });
      }
    }

    /** By name, and as far as the index knows them by pinyin. */
    async lookThrough() {
      const text = this.look.value.trim();
      const named = (value) => this.nameOf(value).includes(text);
      this.found = text ? new Set(Array.from(this.names.keys()).filter(named)) : null;
      this.draw();
      if (!text) return;
      try {
        const units = await window.annals.findUnits(text);
        if (text !== this.look.value.trim()) return;
        units.forEach((unit) => this.found.add(unit.slug));
        this.draw();
      } catch (error) {
        // what was found by name stays
      }
    }

    /** sure and counts: how many reports each value leads to, surely and at most. */
    show(sure, counts, chosen) {
      this.sure = sure;
      this.counts = counts;
      this.chosen = chosen;
      this.draw();
    }

    /** Units by count, years from the last on, the others in their own order. */
    values() {
      const values = Object.keys(this.counts).filter((value) => this.counts[value] > 0);
      const isValue = this.chosen && !(this.name === 'year' && this.chosen.includes('-'));
      if (isValue && !values.includes(this.chosen)) values.push(this.chosen);
      const order = new Map(Array.from(this.names.keys()).map((value, index) => [value, index]));
      const place = (value) => (order.has(value) ? order.get(value) : order.size);
      return values.sort(
        (a, b) =>
          (this.name === 'unit' ? (this.counts[b] || 0) - (this.counts[a] || 0) : 0) ||
          place(a) - place(b),
      );
    }

    draw() {
      const values = this.values();
      const matching = this.found ? values.filter((value) => this.found.has(value)) : values;
      const folded = !this.all && !this.found && matching.length > SHOWN;
      const shown = folded
        ? matching.filter((value, i) => i < SHOWN || value === this.chosen)
        : matching;
      this.list.textContent = '';
      shown.forEach((value) => this.list.append(this.item(value)));
      this.list.classList.toggle('long', !folded && matching.length > MANY);
      this.more.hidden = matching.length <= SHOWN || this.found !== null;
      this.more.textContent = this.all ? words('fewer') : words('all-values', values.length);
      this.more.setAttribute('aria-expanded', String(this.all));
      if (this.look) {
        this.look.hidden = values.length <= MANY && !this.look.value;
        if (this.found && shown.length === 0) this.list.append(element('li', '', words('no-unit')));
      }
      this.section.hidden = values.length === 0 && !this.section.querySelector('select');
    }

    item(value) {
      const item = element('li');
      const isChosen = value === this.chosen;
      const change = { [this.name]: isChosen ? '' : value };
      const link = this.page.link('facet', change, this.name + '=' + value);
      if (isChosen) link.setAttribute('aria-current', 'true');
      const count = this.counts[value] || 0;
      const isExact = (this.sure[value] || 0) === count;
      link.append(
        element('span', 'facet-name', this.nameOf(value)),
        ' ',
        element('span', 'facet-count', isExact ? String(count) : words('at-most-short', count)),
      );
      item.append(link);
      return item;
    }
  }

  /** From a year, to a year; both ends are in it. */
  class Range {
    constructor(from, to, page) {
      this.from = from;
      this.to = to;
      const years = Array.from(from.options)
        .map((choice) => Number(choice.value))
        .filter(Boolean);
      this.first = Math.min(...years);
      this.last = Math.max(...years);
      [from, to].forEach((select) =>
        select.addEventListener('change', () => page.go({ year: this.value() })),
      );
    }

    value() {
      if (!this.from.value && !this.to.value) return '';
      const ends = [Number(this.from.value) || this.first, Number(this.to.value) || this.last];
      ends.sort((a, b) => a - b);
      return ends[0] === ends[1] ? String(ends[0]) : ends.join('-');
    }

    show(year) {
      const ends = year ? year.split('-') : ['', ''];
      this.from.value = ends[0];
      this.to.value = ends[ends.length - 1];
    }
  }

  /**
   * page.link(className, change, key) makes a link to the search with a change to what is asked for,
   * and page.go(change) goes there.
   */
  window.annals.createFacets = function (page) {
    const box = document.getElementById('search-facets');
    const chips = document.getElementById('search-chips');
    const sort = document.getElementById('search-sort');
    const facets = {};
    FACETS.forEach((name) => {
      const section = box.querySelector('[data-facet="' + name + '"]');
      facets[name] = new Facet(name, section, page);
    });
    const range = new Range(
      document.getElementById('year-from'),
      document.getElementById('year-to'),
      page,
    );

    const wide = window.matchMedia('(min-width: 900px)');
    const fold = () => (box.open = wide.matches);
    wide.addListener(fold); // addEventListener is younger than the oldest browsers served
    fold();

    function showChips(asked) {
      const active = FACETS.filter((name) => asked[name]);
      chips.textContent = '';
      active.forEach((name) => {
        const item = element('li');
        const link = page.link('chip', { [name]: '' }, 'chip-' + name);
        const text = facets[name].chip(asked[name]);
        const cross = element('span', 'cross', '×');
        cross.setAttribute('aria-hidden', 'true');
        link.append(element('span', 'vh', words('remove') + ' '), text, ' ', cross);
        item.append(link);
        chips.append(item);
      });
      if (active.length > 1) {
        const item = element('li');
        const none = { unit: '', year: '', kind: '', role: '' };
        const link = page.link('chip-all', none, 'chip-all');
        link.textContent = words('remove-all');
        item.append(link);
        chips.append(item);
      }
      chips.hidden = active.length === 0;
      box.querySelector('summary').dataset.active = active.length || '';
    }

    function showSort(asked) {
      sort.querySelectorAll('a').forEach((link) => link.remove());
      ORDERS.forEach((order) => {
        const link = page.link('', { sort: order }, 'sort-' + order);
        link.textContent = words('sort-' + (order || 'relevance'));
        if (order === asked.sort) link.setAttribute('aria-current', 'true');
        sort.append(link);
      });
    }

    return {
      /** What is asked for, before anything is known about it. */
      ask(asked) {
        showChips(asked);
        showSort(asked);
        range.show(asked.year);
      },
      /** The counts of an answer; where one is not exact, what the value may lead to at most. */
      show(answer, asked) {
        FACETS.forEach((name) => {
          facets[name].show(answer.facets[name], answer.facetsAtMost[name], asked[name]);
        });
        box.hidden = false;
      },
      hide() {
        box.hidden = true;
      },
      nameOf: (name, value) => facets[name].nameOf(value),
      chip: (name, value) => facets[name].chip(value),
    };
  };
})(window, document);
