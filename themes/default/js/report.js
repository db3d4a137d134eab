/*
 * The report: contents that follow, years that stay in the section, copied links, margin notes.
 * Needs words.js in front of it.
 */
(function () {
  'use strict';
  const words = window.annals.words;
  const body = document.getElementById('text');
  if (!body) {
    return;
  }
  const wide = window.matchMedia('(min-width: 1200px)');
  const narrow = window.matchMedia('(max-width: 900px)');
  const paper = window.matchMedia('print');
  const contents = document.querySelector('.contents details');
  const notes = Array.from(body.querySelectorAll('.notes'));

  /* Contents and year switcher follow the section being read. */
  const entries = new Map();
  document.querySelectorAll('.contents a').forEach((link) => {
    entries.set(link.getAttribute('href').slice(1), link);
  });
  const years = Array.from(document.querySelectorAll('.switch a[data-year]'));
  years.forEach((link) => {
    link.dataset.page = link.getAttribute('href');
  });

  function sameSection(section) {
    const same = new Map();
    for (let at = section; at && at !== body; at = at.parentElement.closest('section')) {
      (at.dataset.same || '').split(' ').forEach((pair) => {
        const [year, anchor] = pair.split('=');
        if (year && !same.has(year)) {
          same.set(year, '#' + (anchor || at.id));
        }
      });
    }
    return same;
  }

  function read(section) {
    entries.forEach((link) => link.removeAttribute('aria-current'));
    let at = section;
    while (at && !entries.has(at.id)) {
      at = at.parentElement.closest('section');
    }
    const link = at && entries.get(at.id);
    if (link) {
      link.setAttribute('aria-current', 'true');
      const box = document.querySelector('.contents');
      if (!narrow.matches && box.scrollHeight > box.clientHeight) {
        const top = link.offsetTop;
        if (top < box.scrollTop + 40 || top > box.scrollTop + box.clientHeight - 80) {
          box.scrollTop = top - box.clientHeight / 2;
        }
      }
    }
    const same = sameSection(section);
    years.forEach((year) => {
      year.setAttribute('href', year.dataset.page + (same.get(year.dataset.year) || ''));
    });
  }

  const sections = Array.from(body.querySelectorAll('section'));
  /* The last section that begins above a line is being read; the line is a little below where links
     scroll their targets to. */
  let reading = null;
  let waiting = false;

  /* At the page's end a section that was gone to may stand below the line, with no way up. */
  function lastTarget() {
    const root = document.documentElement;
    const target = body.querySelector('section:target');
    const atEnd = window.innerHeight + window.scrollY >= root.scrollHeight - 2;
    return atEnd && target && target.getBoundingClientRect().bottom > 0 ? target : null;
  }

  function follow() {
    waiting = false;
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 16;
    const begun =
      lastTarget() ||
      sections.filter((section) => section.getBoundingClientRect().top <= line).pop();
    if (begun !== reading) {
      reading = begun;
      read(reading);
    }
  }

  function followSoon() {
    if (!waiting) {
      waiting = true;
      window.requestAnimationFrame(follow);
    }
  }

  window.addEventListener('scroll', followSoon, { passive: true });
  window.addEventListener('resize', followSoon);
  followSoon();

  /* ¶ copies the address of a section or paragraph. */
  function copy(button, id) {
    const address = location.href.replace(/#.*$/, '') + '#' + id;
    const done = () => {
      button.classList.add('done');
      button.textContent = '✓';
      button.setAttribute('aria-label', words['script.copied']);
      window.setTimeout(() => {
        button.classList.remove('done');
        button.textContent = '¶';
        button.setAttribute('aria-label', words['script.copy-link']);
      }, 1600);
    };
    const byHand = () => {
      const field = document.createElement('textarea');
      field.value = address;
      document.body.appendChild(field);
      field.select();
      try {
        document.execCommand('copy');
        done();
      } finally {
        field.remove();
        button.focus();
      }
    };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(address).then(done, byHand);
    } else {
      byHand();
    }
    history.replaceState(null, '', '#' + id);
  }

  function addPilcrow(place, id) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'pilcrow';
    button.textContent = '¶';
    button.title = words['script.copy-link'];
    button.setAttribute('aria-label', words['script.copy-link']);
    button.addEventListener('click', () => copy(button, id));
    place.insertBefore(button, place.firstChild);
  }

  body.querySelectorAll('p[id]').forEach((paragraph) => {
    if (!paragraph.parentElement.classList.contains('run-in')) {
      addPilcrow(paragraph, paragraph.id);
    }
  });
  sections.forEach((section) => {
    const first = section.firstElementChild;
    addPilcrow(first.classList.contains('run-in') ? first : section, section.id);
  });

  /* Notes: beside their paragraph where there is room, folded where there is none. */
  function placeNotes() {
    notes.forEach((note) => {
      note.style.top = '';
    });
    if (!wide.matches) {
      body.style.minHeight = '';
      return;
    }
    const origin = body.getBoundingClientRect().top;
    let free = 0;
    notes.forEach((note) => {
      const beside = note.previousElementSibling;
      const top = beside ? beside.getBoundingClientRect().top - origin + 4 : 0;
      const place = Math.max(top, free);
      const holder = note.offsetParent.getBoundingClientRect().top - origin;
      note.style.top = place - holder + 'px';
      free = place + note.offsetHeight + 8;
    });
    body.style.minHeight = free + 'px';
  }

  /* On a narrow screen the contents are a sheet over the text, which goes when one has chosen. */
  if (contents) {
    contents.addEventListener('click', (event) => {
      if (narrow.matches && event.target.closest('a')) {
        contents.open = false;
      }
    });
  }

  function fold() {
    notes.forEach((note) => {
      note.open = wide.matches || paper.matches; /* what is folded would be lost on paper */
    });
    if (contents) {
      contents.open = !narrow.matches;
    }
    placeNotes();
  }

  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const holder = target && target.closest('.notes');
    if (holder && !wide.matches) {
      holder.open = true;
      target.scrollIntoView({ block: 'nearest' });
    }
    placeNotes();
  }

  notes.forEach((note) => {
    note.addEventListener('mouseover', (event) => light(event.target.closest('li'), true));
    note.addEventListener('mouseout', (event) => light(event.target.closest('li'), false));
  });

  function light(note, on) {
    const back = note && note.querySelector('a');
    const sentence = back && document.getElementById(back.getAttribute('href').slice(1));
    if (sentence && sentence.tagName === 'SPAN') {
      sentence.classList.toggle('lit', on);
    }
  }

  /* What the signs say to those who cannot see them, the mouse says too. */
  body.querySelectorAll('.sign').forEach((sign) => {
    sign.title = sign.getAttribute('aria-label');
  });

  wide.addListener(fold);
  narrow.addListener(fold);
  paper.addListener(fold);
  window.addEventListener('resize', placeNotes);
  window.addEventListener('load', placeNotes);
  window.addEventListener('hashchange', reveal);
  fold();
  reveal();
})();
