/*
 * What the search page tells beside the hits. Needs search.js in front of it.
 *
 *   annals.search(query, {facets: true})  → the answer also has {facets, facetsAtMost, facetsExact}
 *   annals.history(query, options)        → Promise of {exact, years: [{year, reports, sections}]}
 *
 * docs/index-format.md says what they hold. countFacets and historyOf take an engine of any loading.
 */
(function (window) {
  'use strict';

  const annals = window.annals;
  const { ROLES, ANY, filters, inDoubt, sectionCount } = annals.searching;

  // ---- Facets --------------------------------------------------------------------------------

  const FACETS = ['unit', 'year', 'kind', 'role'];
  const CHECKED_FOR_FACETS = 300;
  const ROLE_BITS = (1 << ROLES.length) - 1;

  /**
   * Whether a report counts for the facets: {unit, year, kind, role}, for each the set of bits that
   * must be possible (or certain), 0 where a filter other than the facet's own keeps it out.
   */
  function stakes(report, filter) {
    const bit = 1 << filter.bit;
    const passes = ['unit', 'year', 'kind'].map((name) => filter[name](report));
    const [unit, year, kind] = passes;
    return {
      unit: year && kind ? bit : 0,
      year: unit && kind ? bit : 0,
      kind: unit && year ? bit : 0,
      role: unit && year && kind ? ROLE_BITS : 0,
    };
  }

  /** By facet and value {sure, atMost}: how many reports of a question have the value. */
  function tally(candidates, filter) {
    const tallies = {};
    FACETS.forEach((facet) => (tallies[facet] = new Map()));
    const count = (facet, value, candidate, bit) => {
      if (!(candidate.possible & bit)) return;
      const known = tallies[facet].get(value) || { sure: 0, atMost: 0 };
      known.atMost++;
      if (candidate.certain & bit) known.sure++;
      tallies[facet].set(value, known);
    };
    candidates.forEach((candidate) => {
      const { report } = candidate;
      const at = stakes(report, filter);
      count('unit', report.slug, candidate, at.unit);
      count('year', report.year, candidate, at.year);
      count('kind', report.kind, candidate, at.kind);
      ROLES.forEach((role, bit) => count('role', role, candidate, at.role & (1 << bit)));
    });
    return tallies;
  }

  /**
   * For each value of a facet how many reports a search finds that has this value for its filter and
   * the other filters as they are. Like a search it looks for all terms in one section and, for a
   * value where no section has them, in one report.
   */
  annals.countFacets = async function (questions, options) {
    const filter = filters(options);
    const tallies = [];
    for (const question of questions) {
      const candidates = await question.candidates(true);
      const open = candidates.filter((candidate) => {
        const at = stakes(candidate.report, filter);
        return inDoubt(candidate, at.unit | at.year | at.kind | at.role);
      });
      if (options.exact && open.length <= CHECKED_FOR_FACETS) await question.checkAll(open);
      tallies.push(tally(candidates, filter));
    }
    const answer = { facets: {}, facetsAtMost: {}, facetsExact: true };
    FACETS.forEach((facet) => {
      const sure = (answer.facets[facet] = {});
      const atMost = (answer.facetsAtMost[facet] = {});
      const [together, apart] = tallies.map((each) => each[facet]);
      const values = new Set(together.keys());
      if (apart) apart.forEach((count, value) => values.add(value));
      values.forEach((value) => {
        const inSections = together.get(value) || { sure: 0, atMost: 0 };
        const inReports = apart ? apart.get(value) || inSections : inSections;
        const count = inSections.atMost > 0 ? inSections : inReports;
        sure[value] = count.sure;
        atMost[value] = count.sure > 0 ? count.atMost : Math.max(count.atMost, inReports.atMost);
        if (sure[value] !== atMost[value]) answer.facetsExact = false;
      });
    });
    return answer;
  };

  // ---- History -------------------------------------------------------------------------------

  /**
   * The years from the archive's first to its last, with the reports and sections that a search with
   * the same filters but that of the year finds. Reads no more texts than it takes to know whether
   * one section has all terms, unless {exact: true}; where it is not exact, candidates in doubt are
   * counted as if they were found.
   */
  annals.historyOf = async function (engine, query, given) {
    const options = Object.assign({}, given, { year: '', limit: 0, offset: 0, facets: false });
    const { scope } = await engine.search(query, options);
    const { index, questions } = await engine.ask(query);
    const filter = filters(options);
    const question = questions.find((each) => each.scope === scope);
    const candidates = await question.candidates(Boolean(options.role));
    const counted = candidates.filter(
      ({ possible, report }) =>
        possible & (1 << filter.bit) && filter.unit(report) && filter.kind(report),
    );
    const isOpen = (candidate) =>
      inDoubt(candidate, 1 << filter.bit) || !sectionCount(candidate, filter.bit).exact;
    if (options.exact) await question.checkAll(counted.filter(isOpen));

    const years = new Map();
    const all = index.reports.map((report) => report.year);
    const last = all.reduce((a, b) => Math.max(a, b), -Infinity);
    for (let year = all.reduce((a, b) => Math.min(a, b), Infinity); year <= last; year++) {
      years.set(year, { year, reports: 0, sections: 0 });
    }
    let exact = true;
    for (const candidate of counted) {
      if (!(candidate.possible & (1 << filter.bit))) continue;
      const year = years.get(candidate.report.year);
      year.reports++;
      year.sections += sectionCount(candidate, filter.bit).count;
      if (isOpen(candidate)) exact = false;
    }
    return { exact, years: Array.from(years.values()) };
  };

  if (!annals.engine) return;
  annals.history = (query, options) => annals.historyOf(annals.engine, query, options);
})(window);
