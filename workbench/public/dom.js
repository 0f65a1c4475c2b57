// Small helpers that the other modules share.

/** Says something to those who do not see the page. */
export const say = (text) => {
  document.getElementById('said').textContent = text;
};

/** Tells the page that a control has changed, as if a person had changed it. */
export const changed = (element) => element.dispatchEvent(new Event('change', { bubbles: true }));

/** Hides the items that do not have every word of the query, in what they show or mean; gives how many show. */
export const filterItems = (items, query) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const item of items) {
    const text = `${item.textContent} ${item.dataset.words ?? ''}`.toLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
    shown += item.hidden ? 0 : 1;
  }
  return shown;
};

/** The items of a list that can be walked through with the arrow keys, as they show. */
export const itemsOf = (list) =>
  [...list.querySelectorAll('[data-item]')].filter((item) => item.checkVisibility());

/** Walks through a list with the arrow keys, from its search box and back to it. */
const walk = (event, list) => {
  const items = itemsOf(list);
  const at = items.indexOf(document.activeElement);
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
  event.preventDefault();
  if (next < 0) list.querySelector('[data-list-search], [data-filter]')?.focus();
  else items[Math.min(next, items.length - 1)]?.focus();
};

document.addEventListener('keydown', (event) => {
  const list = event.target.closest('[data-list], [data-picker]');
  if (!list || event.altKey || event.target.matches('textarea, select, [type=radio]')) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event, list);
  if (event.key === 'Enter' && event.target.matches('[data-list-search], [data-filter]')) {
    event.preventDefault();
    pressFirst(list, event.target);
  }
});

/** Opens the first item of a list; while the list is being loaded, as soon as it is there. */
const pressFirst = (list, search) => {
  const press = () => {
    if (search.closest('[hx-get]') && search.value !== (search.dataset.shown ?? '')) return;
    document.removeEventListener('htmx:afterSettle', press);
    itemsOf(list)
      .find((item) => !item.matches('[data-type-instead]'))
      ?.click();
  };
  document.addEventListener('htmx:afterSettle', press);
  press();
};

// What a list shows is for what was typed when it was asked for.
document.addEventListener('htmx:afterRequest', (event) => {
  const { elt } = event.detail;
  const search = elt.matches?.('[data-list-search]')
    ? elt
    : elt.querySelector?.(':scope [data-list-search]');
  const asked = event.detail.requestConfig?.parameters?.q;
  if (search && asked !== undefined) search.dataset.shown = asked;
});
