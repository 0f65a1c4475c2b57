// Dropdown panels, and rows of lists.
import { changed, filterItems } from './dom.js';

/** Shows the list of a field, or the text field for a typed or mapped value; only the one that shows is sent. */
export const showWay = (ways, way) => {
  for (const one of ways.querySelectorAll(':scope > [data-way]')) {
    one.hidden = one.dataset.way !== way;
    one.disabled = one.hidden;
  }
  const button = ways.querySelector(':scope > [data-switch]');
  button.textContent = way === 'type' ? button.dataset.choose : button.dataset.type;
  return ways.querySelector(`:scope > [data-way="${way}"]`);
};

/** The text field of a control that is chosen from, shown. */
export const textOf = (ways) => showWay(ways, 'type').querySelector('input');

const close = (picker, focus) => {
  const button = picker.querySelector('[data-open]');
  picker.querySelector('.panel').hidden = true;
  button.setAttribute('aria-expanded', 'false');
  if (focus) button.focus();
};

const closeOthers = (kept) => {
  for (const button of document.querySelectorAll('[data-open][aria-expanded="true"]')) {
    const picker = button.closest('[data-picker]');
    if (picker !== kept) close(picker, false);
  }
};

const open = (picker) => {
  const button = picker.querySelector('[data-open]');
  const panel = picker.querySelector('.panel');
  panel.innerHTML = '<p class="loading" role="status">Loading…</p>';
  panel.hidden = false;
  button.setAttribute('aria-expanded', 'true');
  htmx.trigger(button, 'open');
};

const choose = (picker, value, label) => {
  picker.querySelector('[data-value]').value = value;
  picker.querySelector('[data-label]').value = label;
  const shown = picker.querySelector('[data-shown]');
  shown.textContent = label || 'Choose…';
  shown.classList.toggle('thin', !value);
  picker.querySelector('[data-clear]').hidden = !value;
  close(picker, true);
  changed(picker.querySelector('[data-value]'));
};

const addRow = (rows) => {
  const template = rows.querySelector(':scope > template');
  const number = Date.now();
  const holder = document.createElement('template');
  holder.innerHTML = template.innerHTML.replaceAll('1000000', String(number));
  const row = holder.content.firstElementChild;
  rows.insertBefore(row, template);
  htmx.process(row);
  row.querySelector('input:not([type=hidden]), select, textarea, button')?.focus();
};

const removeRow = (row) => {
  const rows = row.parentElement;
  row.remove();
  if (rows.matches('[data-keep-one]') && !rows.querySelector(':scope > [data-row]')) addRow(rows);
  rows.querySelector(':scope > [data-add]').focus();
  changed(rows);
};

/** Puts a free time into the field beside which it is offered. */
const takeSlot = (button) => {
  const { slots } = button.closest('[data-slots]').dataset;
  const ways = document.getElementById(slots).closest('[data-ways]');
  const control = textOf(ways);
  control.value = button.dataset.slot;
  button.closest('.slot-list').replaceChildren();
  control.focus();
  changed(control);
};

const pressed = {
  '[data-open]': (button, picker) =>
    button.getAttribute('aria-expanded') === 'true' ? close(picker, true) : open(picker),
  '[data-option]': (button, picker) =>
    choose(picker, button.dataset.option, button.querySelector('span').textContent),
  '[data-clear]': (_button, picker) => choose(picker, '', ''),
  '[data-type-instead]': (_button, picker) => {
    close(picker, false);
    textOf(picker.closest('[data-ways]')).focus();
  },
  '[data-switch]': (button) => {
    const ways = button.closest('[data-ways]');
    const isTyped = !ways.querySelector('[data-way="type"]').hidden;
    const way = showWay(ways, isTyped ? 'choose' : 'type');
    way.querySelector('input:not([type=hidden]), select, button')?.focus();
  },
  '[data-add]': (button) => addRow(button.closest('[data-rows]')),
  '[data-remove]': (button) => removeRow(button.closest('[data-row]')),
  '[data-slot]': takeSlot,
};

document.addEventListener('click', (event) => {
  closeOthers(event.target.closest('[data-picker]'));
  const button = event.target.closest('button');
  const selector = button && Object.keys(pressed).find((one) => button.matches(one));
  if (selector) pressed[selector](button, button.closest('[data-picker]'));
});

document.addEventListener('keydown', (event) => {
  const picker = event.target.closest('[data-picker]');
  if (event.key !== 'Escape' || !picker || picker.querySelector('.panel').hidden) return;
  event.preventDefault();
  close(picker, true);
});

document.addEventListener('input', (event) => {
  const control = event.target;
  if (!control.matches('[data-filter]')) return;
  const panel = control.closest('.panel');
  const shown = filterItems(
    panel.querySelectorAll('.options > li:not([data-more])'),
    control.value,
  );
  panel.querySelector('[data-none]').hidden = shown > 0;
});

// Searching in a panel or among data is no change of the form.
document.addEventListener(
  'change',
  (event) => {
    if (event.target.matches('[data-filter], [data-filter-tokens]')) event.stopPropagation();
  },
  true,
);

// Who tabs on has left the list.
document.addEventListener('focusout', (event) => {
  const picker = event.target.closest('[data-picker]');
  if (picker && event.relatedTarget && !picker.contains(event.relatedTarget)) close(picker, false);
});
