// Data of earlier steps, put into the fields of a step.
import { changed, filterItems, say } from './dom.js';
import { textOf } from './pickers.js';

const mappable =
  '#step-form :is(input[type=text], textarea, [data-open], select, [type=datetime-local])';

// The control into which a value goes.
let targetId;

const firstControl = () =>
  document.querySelector('#step-form .field :is(input[type=text], textarea, [data-open])');

const insert = (token) => {
  const known = targetId && document.getElementById(targetId);
  let control = known?.closest('#step-form') ? known : firstControl();
  if (!control) return say('This step has no field that takes data.');
  const ways = control.closest('[data-ways]');
  if (ways) {
    const wasChosen = ways.querySelector(':scope > [data-way="type"]').hidden;
    control = textOf(ways);
    if (wasChosen) control.value = '';
  }
  const { selectionStart: start = control.value.length, selectionEnd: end = start } = control;
  control.setRangeText(token, start, end, 'end');
  closeData();
  control.focus();
  targetId = control.id;
  changed(control);
  return say(`${token} inserted`);
};

const openData = () => {
  const panel = document.getElementById('data');
  const search = panel?.querySelector('[data-filter-tokens]');
  if (!search) return false;
  panel.classList.add('open');
  search.value = '';
  filterTokens(search);
  search.focus();
  return true;
};

const closeData = () => {
  document.getElementById('data')?.classList.remove('open');
};

const filterTokens = (search) => {
  const panel = search.closest('.data');
  const query = search.value;
  let all = 0;
  for (const source of panel.querySelectorAll('.source')) {
    const shown = filterItems(source.querySelectorAll('li'), query);
    source.hidden = shown === 0;
    if (query && shown > 0) source.open = true;
    all += shown;
  }
  panel.querySelector('.now').hidden = !'present time now'.includes(query.toLowerCase());
  panel.querySelector('[data-none]').hidden = all > 0;
};

document.addEventListener('input', (event) => {
  if (event.target.matches('[data-filter-tokens]')) filterTokens(event.target);
});

document.addEventListener('focusin', (event) => {
  if (event.target.matches(mappable)) targetId = event.target.id;
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-insert], [data-close-data], [data-open-data]');
  if (!button) return;
  if (button.matches('[data-close-data]')) closeData();
  else if (button.matches('[data-insert]')) insert(button.dataset.insert);
  else openData();
});

/** Whether a “/” at the cursor begins a word, so that it may ask for data; in an address or a date it does not. */
const beginsWord = (control) => {
  if (!control.matches('input[type=text], textarea')) return true;
  const before = control.value.slice(0, control.selectionStart);
  return before === '' || /\s$/.test(before);
};

document.addEventListener('keydown', (event) => {
  const control = event.target;
  if (event.key === '/' && control.matches(mappable) && beginsWord(control)) {
    if (openData()) event.preventDefault();
  } else if (event.key === '/' && control.matches('[data-filter-tokens]') && control.value === '') {
    // A second one is meant as it stands.
    event.preventDefault();
    insert('/');
  } else if (event.key === 'Escape' && control.closest('.data')) {
    closeData();
    document.getElementById(targetId)?.focus();
  }
});
