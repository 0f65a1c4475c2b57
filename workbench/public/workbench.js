// What every page needs beside htmx: where the focus goes, copying, countdowns, progress.
import { say } from './dom.js';
import { showWay } from './pickers.js';

// A form that is drawn again keeps what the person did while it was asked for: sections opened, fields switched to
// typing, values changed.
const sent = new WeakMap();
let kept;

const namesOf = (form) =>
  new Map(
    [...new Set(new FormData(form).keys())].map((name) => [name, new FormData(form).getAll(name)]),
  );

document.addEventListener('htmx:beforeRequest', (event) => {
  const form = event.detail.elt.closest('form');
  if (form && !event.detail.elt.matches('[data-save]'))
    sent.set(event.detail.xhr, { form, values: namesOf(form) });
});

document.addEventListener('htmx:beforeSwap', (event) => {
  const { target, xhr } = event.detail;
  const { form, values } = sent.get(xhr) ?? {};
  if (!form?.contains(target)) return;
  kept = {
    form,
    active: target.contains(document.activeElement) ? document.activeElement : undefined,
    opened: [...target.querySelectorAll('details.group[open]')].map(({ id }) => id),
    typed: [...target.querySelectorAll('[data-way=type]:not([hidden]) input')].map(({ id }) => id),
    later: [...namesOf(form)].filter(
      ([name, now]) => String(values.get(name) ?? '') !== String(now),
    ),
  };
  if (event.detail.shouldSwap) putOnShelf(kept.active);
});

// What was saved is sometimes answered when another step is shown. Of that answer only what stands beside the form is for
// this page; the rest speaks of a form that has gone.
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  const { elt } = detail.requestConfig;
  if (elt.isConnected || !elt.matches('[data-save]')) return;
  const answer = document.createElement('template');
  answer.innerHTML = detail.serverResponse;
  for (const part of answer.content.querySelectorAll('[hx-swap-oob][id]')) {
    const place = document.getElementById(part.id);
    if (!place || place.closest('#step-form')) part.remove();
  }
  detail.serverResponse = answer.innerHTML;
});

const restoreValues = (form, later) => {
  for (const [name, values] of later) {
    const controls = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]:enabled`)];
    const radio = controls.find(({ type, value }) => type === 'radio' && value === values[0]);
    if (radio) radio.checked = true;
    else if (controls.length === values.length)
      controls.forEach((control, at) => {
        control.value = values[at];
      });
  }
};

const sameChoices = (one, other) =>
  [...one.options].map(({ value }) => value).join('\n') ===
  [...other.options].map(({ value }) => value).join('\n');

// Where the list that has the focus waits while its form is drawn again: moved in one piece, it goes on with the word that
// somebody types into it letter by letter. A browser that cannot move it so begins the word again.
const shelf = document.createElement('div');
shelf.className = 'sr';

const putOnShelf = (active) => {
  if (!active?.matches('select') || !shelf.moveBefore) return;
  document.body.append(shelf);
  shelf.moveBefore(active, null);
};

/** Gives the focus back. */
const goOnWith = (active) => {
  const control = active.id && document.querySelector(`#main #${CSS.escape(active.id)}`);
  if (shelf.contains(active) && control && sameChoices(active, control)) {
    control.parentNode.moveBefore(active, control);
    control.remove();
  }
  shelf.replaceChildren();
  if (!control || document.activeElement === active) return;
  control.focus();
  if (control.matches('input[type=text]'))
    control.setSelectionRange(control.value.length, control.value.length);
};

document.addEventListener('htmx:afterSwap', () => {
  if (!kept) return;
  const { form, active, opened, typed, later } = kept;
  kept = undefined;
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
  for (const id of typed) {
    const ways = document.getElementById(id)?.closest('[data-ways]');
    if (ways) showWay(ways, 'type');
  }
  restoreValues(form, later);
  if (active) goOnWith(active);
});

const settled = {
  main: (main) => {
    const focus = main.querySelector('#step-title') ?? main.querySelector('h1');
    focus?.focus({ preventScroll: true });
    if (main.querySelector('#step-title')) say(focus.textContent);
    for (const link of document.querySelectorAll('[data-entry]')) {
      if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  },
  result: (result) => say(result.querySelector('.result header, [role=alert]')?.textContent ?? ''),
  'step-result': (result) => {
    say(result.querySelector('.result header, [role=alert]')?.textContent ?? '');
    result.scrollIntoView({ block: 'nearest' });
  },
};

document.addEventListener('htmx:afterSettle', (event) => {
  // Going back has no target of its own.
  const swapped = event.detail.target ?? event.target;
  settled[swapped.id]?.(swapped);
  if (swapped.matches('[data-more]') && document.activeElement === document.body)
    event.target.querySelector('button')?.focus();
  if (swapped.matches('.panel')) swapped.querySelector('[data-filter], button')?.focus();
});

document.addEventListener('submit', (event) => {
  if (event.target.matches('[data-stay]')) event.preventDefault();
});

document.addEventListener('htmx:sendError', () => {
  document.getElementById('gone').hidden = false;
});

document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.xhr?.status) document.getElementById('gone').hidden = true;
});

// What takes longer than half a second shows that it goes on.
let waiting = 0;
let timer;
const isQuiet = (event) => event.detail.elt.closest('#pulse, #clock, [data-save]') !== null;

document.addEventListener('htmx:beforeSend', (event) => {
  if (isQuiet(event)) return;
  waiting += 1;
  timer ??= setTimeout(() => {
    document.getElementById('progress').hidden = false;
  }, 500);
});

document.addEventListener('htmx:afterRequest', (event) => {
  if (isQuiet(event)) return;
  waiting = Math.max(0, waiting - 1);
  if (waiting > 0) return;
  clearTimeout(timer);
  timer = undefined;
  document.getElementById('progress').hidden = true;
});

const copy = async (button, text) => {
  await navigator.clipboard.writeText(text);
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  button.textContent = 'Copied';
  say('Copied');
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
};

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy], [data-copy-code], [data-copy-link]');
  if (!button) return;
  const { copy: text, copyLink } = button.dataset;
  if (copyLink) return copy(button, await (await fetch(copyLink)).text());
  return copy(button, text ?? button.closest('.code').querySelector('pre').textContent);
});

// Countdowns end at zero; what comes then is asked for by htmx.
setInterval(() => {
  for (const shown of document.querySelectorAll('[data-countdown]')) {
    shown.dataset.end ??= String(performance.now() + Number(shown.dataset.countdown));
    const left = Math.max(0, Number(shown.dataset.end) - performance.now());
    shown.textContent = (left / 1000).toFixed(1);
  }
}, 100);

const current = document.querySelector('[data-entry][aria-current]');
const aside = current?.closest('aside');
if (aside) aside.scrollTop = current.offsetTop - aside.clientHeight / 3;
