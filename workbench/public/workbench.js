// What htmx cannot do: dropdown panels, rows of lists, fields of a trigger clicked into a form, and where the focus goes.

const say = (text) => {
  document.getElementById('said').textContent = text;
};

const changed = (element) => element.dispatchEvent(new Event('change', { bubbles: true }));

/** Shows the list of a field, or the text field for a typed or mapped value; only the one that shows is sent. */
const showWay = (ways, way) => {
  for (const one of ways.querySelectorAll(':scope > [data-way]')) {
    one.hidden = one.dataset.way !== way;
    one.disabled = one.hidden;
  }
  const button = ways.querySelector(':scope > [data-switch]');
  button.textContent = way === 'type' ? button.dataset.choose : button.dataset.type;
  return ways.querySelector(`:scope > [data-way="${way}"]`);
};

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

// The control of the action's form into which a field of the trigger goes.
let targetId;

const textOf = (ways) => showWay(ways, 'type').querySelector('input');

const insert = (token) => {
  const form = document.getElementById('zap-action');
  const target = targetId && document.getElementById(targetId);
  let control = form.contains(target)
    ? target
    : form.querySelector('.field :is(input[type=text], textarea, [data-open])');
  if (!control) return say('Choose an action first.');
  const ways = control.closest('[data-ways]');
  if (ways) {
    const wasChosen = ways.querySelector(':scope > [data-way="type"]').hidden;
    control = textOf(ways);
    if (wasChosen) control.value = '';
  }
  const { selectionStart: start = control.value.length, selectionEnd: end = start } = control;
  control.setRangeText(token, start, end, 'end');
  control.focus();
  targetId = control.id;
  preview(control);
  changed(control);
  return say(`${token} inserted`);
};

/** Shows under a field what its tokens stand for in the record that was found. */
const preview = (control) => {
  if (!control.closest('#zap-action') || !control.matches('input[type=text], textarea')) return;
  let line = control.nextElementSibling;
  if (!line?.matches('.preview')) {
    line = document.createElement('p');
    line.className = 'preview';
    control.after(line);
  }
  const hasToken = /\{\{\s*trigger\./.test(control.value);
  line.hidden = !hasToken;
  line.textContent = control.value.replace(
    /\{\{\s*trigger\.[^{}]+\}\}/g,
    (token) =>
      document.querySelector(`[data-insert="${CSS.escape(token)}"]`)?.dataset.preview ?? token,
  );
};

const previewAll = () => {
  for (const control of document.querySelectorAll('#zap-action :is(input[type=text], textarea)'))
    preview(control);
};

document.addEventListener('click', (event) => {
  const on = (selector) => event.target.closest(selector);
  closeOthers(on('[data-picker]'));
  const button = on('button');
  if (!button) return;
  const picker = button.closest('[data-picker]');
  if (button.matches('[data-open]')) {
    if (button.getAttribute('aria-expanded') === 'true') close(picker, true);
    else open(picker);
  } else if (button.matches('[data-option]')) {
    choose(picker, button.dataset.option, button.querySelector('span').textContent);
  } else if (button.matches('[data-clear]')) {
    choose(picker, '', '');
  } else if (button.matches('[data-type-instead]')) {
    close(picker, false);
    textOf(picker.closest('[data-ways]')).focus();
  } else if (button.matches('[data-switch]')) {
    const ways = button.closest('[data-ways]');
    const isTyped = !ways.querySelector('[data-way="type"]').hidden;
    const way = showWay(ways, isTyped ? 'choose' : 'type');
    way.querySelector('input:not([type=hidden]), select, button')?.focus();
  } else if (button.matches('[data-add]')) {
    addRow(button.closest('[data-rows]'));
  } else if (button.matches('[data-remove]')) {
    removeRow(button.closest('[data-row]'));
  } else if (button.matches('[data-insert]')) {
    insert(button.dataset.insert);
  }
});

document.addEventListener('keydown', (event) => {
  const picker = event.target.closest('[data-picker]');
  if (!picker || picker.querySelector('.panel').hidden) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    close(picker, true);
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const options = [...picker.querySelectorAll('.panel .option')].filter(
      (one) => !one.closest('[hidden]'),
    );
    const at = options.indexOf(document.activeElement);
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    if (next < 0) picker.querySelector('[data-filter]')?.focus();
    else options[Math.min(next, options.length - 1)]?.focus();
  } else if (event.key === 'Enter' && event.target.matches('[data-filter]')) {
    event.preventDefault();
    [...picker.querySelectorAll('[data-option]')].find((one) => !one.closest('[hidden]'))?.click();
  }
});

const filter = (items, query) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const item of items) {
    const text = item.textContent.toLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
    shown += item.hidden ? 0 : 1;
  }
  return shown;
};

document.addEventListener('input', (event) => {
  const control = event.target;
  if (control.matches('[data-filter]')) {
    const panel = control.closest('.panel');
    const shown = filter(panel.querySelectorAll('.options > li:not([data-more])'), control.value);
    panel.querySelector('[data-none]').hidden = shown > 0;
  } else if (control.matches('[data-filter-tokens]')) {
    filter(control.closest('.mapping').querySelectorAll('.tokens > li'), control.value);
  } else {
    preview(control);
  }
});

// Searching in a panel or among tokens is no change of the form.
document.addEventListener(
  'change',
  (event) => {
    if (event.target.matches('[data-filter], [data-filter-tokens]')) event.stopPropagation();
  },
  true,
);

document.addEventListener('focusin', (event) => {
  const control = event.target;
  if (control.matches('#zap-action :is(input:not([type=search]), textarea, select, [data-open])'))
    targetId = control.id;
});

document.addEventListener('submit', (event) => {
  if (event.target.matches('[data-stay]')) event.preventDefault();
});

// A form that is drawn anew keeps what the person did while it was asked for: sections opened, fields switched to
// typing, values changed.
const sent = new WeakMap();
let kept;

const namesOf = (form) =>
  new Map(
    [...new Set(new FormData(form).keys())].map((name) => [name, new FormData(form).getAll(name)]),
  );

document.addEventListener('htmx:beforeRequest', (event) => {
  const form = event.detail.elt.closest('form');
  if (form) sent.set(event.detail.xhr, { form, values: namesOf(form) });
});

document.addEventListener('htmx:beforeSwap', (event) => {
  const { target, xhr } = event.detail;
  const { form, values } = sent.get(xhr) ?? {};
  if (!form?.contains(target)) return;
  kept = {
    form,
    active: target.contains(document.activeElement) ? document.activeElement.id : '',
    opened: [...target.querySelectorAll('details.group[open]')].map(({ id }) => id),
    typed: [...target.querySelectorAll('[data-way=type]:not([hidden]) input')].map(({ id }) => id),
    later: [...namesOf(form)].filter(
      ([name, now]) => String(values.get(name) ?? '') !== String(now),
    ),
  };
});

document.addEventListener('htmx:afterSwap', () => {
  if (!kept) return;
  const { form, active, opened, typed, later } = kept;
  kept = undefined;
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
  for (const id of typed) {
    const ways = document.getElementById(id)?.closest('[data-ways]');
    if (ways) showWay(ways, 'type');
  }
  for (const [name, values] of later) {
    const controls = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]:enabled`)];
    const radio = controls.find(({ type, value }) => type === 'radio' && value === values[0]);
    if (radio) radio.checked = true;
    else if (controls.length === values.length)
      controls.forEach((control, at) => {
        control.value = values[at];
      });
  }
  const focused = active && document.getElementById(active);
  if (focused && focused !== document.activeElement) {
    focused.focus();
    if (focused.matches('input[type=text]'))
      focused.setSelectionRange(focused.value.length, focused.value.length);
  }
});

document.addEventListener('htmx:afterSettle', (event) => {
  // Going back has no target of its own.
  const swapped = event.detail.target ?? event.target;
  if (swapped.id === 'main') {
    swapped.querySelector('h1')?.focus({ preventScroll: true });
    for (const link of document.querySelectorAll('[data-entry]')) {
      if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }
  if (swapped.id === 'result')
    say(swapped.querySelector('.result header, [role=alert]')?.textContent ?? '');
  if (swapped.matches('[data-more]') && document.activeElement === document.body)
    event.target.querySelector('button')?.focus();
  if (swapped.matches('.panel')) swapped.querySelector('[data-filter], button')?.focus();
  if (swapped.closest('.zap') || swapped.id === 'zap-fields') previewAll();
});

document.addEventListener('htmx:sendError', () => {
  document.getElementById('gone').hidden = false;
});

document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.xhr?.status) document.getElementById('gone').hidden = true;
});

// Who tabs on has left the list.
document.addEventListener('focusout', (event) => {
  const picker = event.target.closest('[data-picker]');
  if (picker && event.relatedTarget && !picker.contains(event.relatedTarget)) close(picker, false);
});

document.addEventListener('DOMContentLoaded', () => {
  previewAll();
  const current = document.querySelector('[data-entry][aria-current]');
  const aside = current?.closest('aside');
  if (aside) aside.scrollTop = current.offsetTop - aside.clientHeight / 3;
});
