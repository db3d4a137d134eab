/*
 * Any two reports of a unit side by side, or more on wide screens: chosen in the form or by the
 * address (?years=2019,2024&kind=work). Needs words.js and compare-align.js in front of it.
 */
(function () {
  'use strict';
  const words = window.annals.words;
  const { read, align, difference, whole } = window.annals.comparing;
  const form = document.getElementById('any');
  const place = document.getElementById('compared');
  if (!form || !place) {
    return;
  }
  const hint = document.getElementById('any-hint');
  const loaded = new Map();

  function say(key, ...values) {
    return values.reduce((text, value, i) => text.split('{' + i + '}').join(value), words[key]);
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    children.forEach((child) => child && made.append(child));
    return made;
  }

  /** Loads the data of a kind once; hands it on, or nothing if it cannot be had. */
  function load(fieldset, use) {
    const kind = fieldset.dataset.kind;
    if (loaded.has(kind)) {
      use(loaded.get(kind));
      return;
    }
    const script = document.createElement('script');
    script.src = fieldset.dataset.src;
    script.onload = () => {
      loaded.set(kind, window.annals.compared.reports.map(read));
      use(loaded.get(kind));
    };
    script.onerror = () => use(null);
    document.head.append(script);
  }

  function runs(list, mark) {
    return list.map(([text, changed]) => (changed ? element(mark, '', text) : text));
  }

  /** Where a section stands: 第三部分（二）. */
  function placeOf(section) {
    const number = section.number.replace(/[、.．\s]+$/, '');
    if (section.level === 1) {
      return number ? say('script.compare-part', number) : '';
    }
    return (section.parent ? placeOf(section.parent) : '') + number;
  }

  /* Both sides of a pair are drawn one after the other, and in other columns again. */
  const differences = new Map();

  function differenceOnce(older, newer) {
    const both = older + '\n' + newer;
    if (!differences.has(both)) {
      differences.set(both, difference(older, newer));
    }
    return differences.get(both);
  }

  /** The runs of a passage's mentions against their partners. */
  function drawn(passage, partners, others, isOlder) {
    return passage.mentions.map((mention) => {
      const partner = partners[mention.index];
      if (partner < 0) {
        return { list: whole(mention.text), same: false };
      }
      const other = others[partner];
      const list = isOlder
        ? differenceOnce(mention.text, other.text).older
        : differenceOnce(other.text, mention.text).newer;
      return { list, same: list.every((run) => !run[1]), other };
    });
  }

  function paragraph(className, parts, mark, beside) {
    const made = element('p', className);
    parts.forEach((part) => {
      const moved = part.other && beside && part.other.passage !== beside;
      const text = runs(part.list, mark);
      if (moved) {
        const sign = element('span', 'elsewhere', ...text);
        sign.title = say('script.compare-from', placeOf(part.other.section));
        made.append(sign);
      } else {
        made.append(...text);
      }
    });
    return made;
  }

  function passagePair(older, newer, old, young, alignment, beside) {
    const made = element('div', '');
    let same = Boolean(old && young);
    if (old) {
      const parts = drawn(old, alignment.mentions.forth, newer.mentions, true);
      same = same && parts.every((part) => part.same);
      const text = paragraph('older', parts, 'del', young);
      if (young && beside && old.section !== beside) {
        text.prepend(
          element(
            'span',
            'from',
            say('script.compare-from', placeOf(old.section) + old.section.heading)
          )
        );
      }
      made.append(text);
    }
    if (young) {
      const parts = drawn(young, alignment.mentions.back, older.mentions, false);
      same = same && parts.every((part) => part.same);
      made.append(paragraph('newer', parts, 'ins', old));
    }
    made.className = same ? 'unchanged' : !old ? 'added' : !young ? 'removed' : 'changed';
    return made;
  }

  function headingSide(section, report, list, side, mark) {
    const made = element('span', side + (section ? '' : ' none'));
    if (!section) {
      made.append(say('script.compare-absent', report.report.year));
      return made;
    }
    const link = element('a', '', section.number, ...runs(list, mark));
    link.href = report.report.href + '#' + section.anchor;
    made.append(section.anchor && report.report.href ? link : say('script.compare-lead'));
    return made;
  }

  /* A heading is never more than one level below the one before it. */
  let headingLevel = 2;

  function row(older, newer, a, b, alignment) {
    const old = a < 0 ? null : older.sections[a];
    const young = b < 0 ? null : newer.sections[b];
    const section = young || old;
    const made = element('section', 'level-' + section.level);
    made.id = (young ? 'c-' : 'o-') + (section.anchor || 'lead');
    const between = old && young ? difference(old.heading, young.heading) : null;
    headingLevel = Math.min(section.level + 1, headingLevel + 1, 6);
    const heading = element(
      'h' + headingLevel,
      '',
      headingSide(old, older, between ? between.older : whole(old ? old.heading : ''), 'older', 'del'),
      headingSide(
        young,
        newer,
        between ? between.newer : whole(young ? young.heading : ''),
        'newer',
        'ins'
      )
    );
    made.append(heading);
    const { forth, back } = alignment.passages;
    const lostOnes = old ? old.passages.filter((passage) => forth[passage.index] < 0) : [];
    const newOnes = young ? young.passages.filter((passage) => back[passage.index] < 0) : [];
    if (lostOnes.length === 1 && newOnes.length === 1) {
      forth[lostOnes[0].index] = newOnes[0].index;
      back[newOnes[0].index] = lostOnes[0].index;
    }
    let written = 0;
    const lost = (to) => {
      for (; written < to; written++) {
        const passage = old.passages[written];
        if (forth[passage.index] < 0) {
          made.append(passagePair(older, newer, passage, null, alignment, old));
        }
      }
    };
    (young ? young.passages : []).forEach((passage) => {
      const partner = back[passage.index] < 0 ? null : older.passages[back[passage.index]];
      const at = old && partner ? old.passages.indexOf(partner) : -1;
      if (at >= 0) {
        lost(at);
        written = at + 1;
      }
      made.append(passagePair(older, newer, partner, passage, alignment, old));
    });
    if (old) {
      lost(old.passages.length);
    }
    const same =
      between &&
      between.older.every((run) => !run[1]) &&
      Array.from(made.querySelectorAll('div')).every((div) => div.className === 'unchanged');
    made.className += same
      ? ' unchanged same'
      : !old
        ? ' added'
        : !young
          ? ' removed'
          : ' changed';
    made.className += ' role-' + section.role;
    return made;
  }

  function twoYears(older, newer) {
    const alignment = align(older, newer);
    const { forth, back } = alignment.sections;
    headingLevel = 2;
    const made = element('div', 'comparison', columnHeads([older, newer]));
    const written = new Set();
    const dropped = (from) => {
      for (let a = from; a < forth.length && forth[a] < 0 && !written.has(a); a++) {
        written.add(a);
        made.append(row(older, newer, a, -1, alignment));
      }
    };
    dropped(0);
    newer.sections.forEach((section, b) => {
      made.append(row(older, newer, back[b], b, alignment));
      if (back[b] >= 0) {
        dropped(back[b] + 1);
      }
    });
    return made;
  }

  /** Columns of several years: the last one's sections, beside each what the others have of it. */
  function manyYears(reports) {
    const last = reports[reports.length - 1];
    const toLast = reports.slice(0, -1).map((report) => align(report, last));
    const toLeft = reports.slice(1).map((report, i) => align(reports[i], report));
    const made = element('div', 'comparison many', columnHeads(reports));
    made.style.setProperty('--columns', String(reports.length));
    const cell = (report, column, section) => {
      const holder = element('div', 'cell');
      if (!section) {
        holder.append(
          element('p', 'none', say('script.compare-absent', report.report.year))
        );
        return holder;
      }
      const name = element('a', '', section.number + section.heading);
      name.href = report.report.href + '#' + section.anchor;
      holder.append(element('p', 'name', section.anchor ? name : say('script.compare-lead')));
      section.passages.forEach((passage) => {
        const parts = column
          ? drawn(passage, toLeft[column - 1].mentions.back, reports[column - 1].mentions, false)
          : passage.mentions.map((mention) => ({ list: [[mention.text, false]] }));
        holder.append(paragraph('newer', parts, 'ins', null));
      });
      return holder;
    };
    last.sections.forEach((section, b) => {
      const line = element('section', 'level-' + section.level + ' role-' + section.role);
      reports.forEach((report, column) => {
        const partner = column < toLast.length ? toLast[column].sections.back[b] : b;
        line.append(cell(report, column, partner < 0 ? null : report.sections[partner]));
      });
      made.append(line);
    });
    reports.slice(0, -1).forEach((report, column) => {
      const alone = report.sections.filter((s, a) => toLast[column].sections.forth[a] < 0);
      if (alone.length) {
        made.append(element('h2', 'alone', say('script.compare-only', report.report.year)));
      }
      alone.forEach((section) => {
        const line = element('section', 'level-' + section.level + ' role-' + section.role);
        reports.forEach((each, i) => {
          line.append(i === column ? cell(each, i, section) : element('div', 'cell'));
        });
        made.append(line);
      });
    });
    return made;
  }

  function columnHeads(reports) {
    const heads = element('div', 'column-heads');
    reports.forEach(({ report }, i) => {
      const side = reports.length > 2 || i ? 'newer' : 'older';
      const link = element('a', '', report.title);
      link.href = report.href;
      heads.append(
        element('p', side, element('span', 'year', String(report.year)), ' ', report.href ? link : report.title)
      );
    });
    return heads;
  }

  function show(fieldset, years) {
    if (years.length < 2) {
      hint.textContent = words['script.compare-few'];
      return;
    }
    load(fieldset, (all) => {
      if (!all) {
        hint.textContent = words['script.compare-missing'];
        return;
      }
      const chosen = years
        .map((year) => all.filter(({ report }) => report.year === year).pop())
        .filter(Boolean);
      if (chosen.length < 2) {
        hint.textContent = words['script.compare-few'];
        return;
      }
      hint.textContent = chosen.length > 2 ? words['script.compare-many'] : '';
      const made = chosen.length > 2 ? manyYears(chosen) : twoYears(chosen[0], chosen[1]);
      const title = element(
        'h2',
        'compared-title',
        say('script.compare-title', chosen.map(({ report }) => report.year).join(' ⇄ '))
      );
      place.textContent = '';
      place.append(title, made);
      window.annals.comparisonViews(made, place, title);
      document.body.classList.add('shown');
    });
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    const years = (asked.get('years') || '')
      .split(',')
      .map(Number)
      .filter((year) => year > 0)
      .sort((a, b) => a - b);
    const fields = Array.from(form.querySelectorAll('fieldset'));
    const fieldset =
      fields.filter((each) => each.dataset.kind === asked.get('kind')).pop() || fields[0];
    fieldset.querySelectorAll('input').forEach((box) => {
      box.checked = years.indexOf(Number(box.value)) >= 0;
    });
    if (years.length) {
      show(fieldset, years.filter((year, i) => years.indexOf(year) === i));
    }
  }

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fieldset = event.submitter
      ? event.submitter.closest('fieldset')
      : document.activeElement.closest('fieldset') || form.querySelector('fieldset');
    const years = Array.from(fieldset.querySelectorAll('input:checked')).map((box) =>
      Number(box.value)
    );
    const asked = new URLSearchParams(location.search);
    asked.set('years', years.join(','));
    asked.set('kind', fieldset.dataset.kind);
    history.pushState(null, '', '?' + asked.toString().replace(/%2C/g, ','));
    show(fieldset, years);
  });
  window.addEventListener('popstate', fromAddress);
  fromAddress();
})();
