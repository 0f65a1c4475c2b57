// The editor of Zaps: saving as one types, undo by keyboard, dialogs, moving steps.
import { say } from './dom.js';

const pauses = new WeakMap();

/** Saves what is filled in now. */
const save = (form) => {
  clearTimeout(pauses.get(form));
  pauses.delete(form);
  const saver = form.querySelector('[data-save]');
  if (saver) htmx.trigger(saver, 'autosave');
  else
    fetch(form.dataset.autosave, {
      method: 'POST',
      body: new FormData(form),
      keepalive: true,
    }).catch(() => undefined);
};

const saveSoon = (form) => {
  clearTimeout(pauses.get(form));
  pauses.set(
    form,
    setTimeout(() => save(form), 250),
  );
};

const formOf = (control) => {
  const form = control.closest('[data-autosave]');
  return form && !control.matches('[data-filter], [data-filter-tokens], [data-list-search]')
    ? form
    : undefined;
};

document.addEventListener('input', (event) => {
  const form = formOf(event.target);
  if (form) saveSoon(form);
});

document.addEventListener('change', (event) => {
  const form = formOf(event.target);
  // A control that alters the form saves by itself, and draws the form again.
  if (form && !event.target.hasAttribute('hx-post')) save(form);
});

document.addEventListener('click', (event) => {
  // Rows that are removed and ways that are switched change what is sent.
  const form = event.target.closest('[data-switch]') && formOf(event.target);
  if (form) saveSoon(form);
});

document.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target?.id !== 'fields') return;
  const form =
    event.detail.target.closest('[data-autosave]') ?? document.getElementById('step-form');
  if (form) saveSoon(form);
});

// Nothing is lost when the page is left while somebody types. It is sent at once; since the next page may be asked for
// before it arrives, this tab remembers it too, and the next page sends it once more.
const saveRest = () => {
  for (const form of document.querySelectorAll('[data-autosave]')) {
    if (!pauses.has(form)) continue;
    clearTimeout(pauses.get(form));
    pauses.delete(form);
    const url = form.dataset.autosave;
    navigator.sendBeacon(url, new FormData(form));
    if (!form.querySelector('[type=password]'))
      sessionStorage.setItem('unsaved', JSON.stringify({ url, entries: [...new FormData(form)] }));
  }
};
addEventListener('beforeunload', saveRest);
addEventListener('pagehide', saveRest);

const sendUnsaved = async () => {
  const unsaved = sessionStorage.getItem('unsaved');
  if (!unsaved) return;
  const { url, entries } = JSON.parse(unsaved);
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  await fetch(url, { method: 'POST', body });
  // Forgotten only now: this page may be left too before it has arrived.
  if (sessionStorage.getItem('unsaved') === unsaved) sessionStorage.removeItem('unsaved');
  if (document.querySelector(`[data-autosave="${CSS.escape(url)}"]`))
    htmx.ajax('GET', location.href, { target: '#main', swap: 'innerHTML' });
};
addEventListener('pageshow', () => void sendUnsaved());

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-dialog]');
  if (!opener) return;
  const dialog = document.getElementById(opener.dataset.dialog);
  document.getElementById(`${opener.dataset.dialog}-body`).replaceChildren();
  dialog.showModal();
});

document.addEventListener('htmx:afterSettle', (event) => {
  if (event.detail.target?.id === 'add-body')
    document.querySelector('#add-body [autofocus]')?.focus();
});

/** A text field in which somebody has typed since they came to it undoes its own typing. */
let atFocus = '';
document.addEventListener('focusin', (event) => {
  atFocus = event.target.value ?? '';
});
const undoesItself = (control) =>
  control.matches('input:not([type=radio], [type=checkbox]), textarea') &&
  control.value !== atFocus;

const press = (tool) => {
  const button = document.querySelector(`[data-tool="${tool}"]:not(:disabled)`);
  if (button) button.click();
  else say('There is nothing more to undo or redo.');
};

document.addEventListener('keydown', (event) => {
  if (!document.querySelector('[data-zap]')) return;
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')) {
    if (undoesItself(event.target)) return;
    event.preventDefault();
    press(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  }
  if (event.altKey && (key === 'arrowup' || key === 'arrowdown')) {
    event.preventDefault();
    press(key === 'arrowup' ? 'up' : 'down');
  }
});
