import type { Field } from '../../workbench/app.ts';
import { defaultsOf, inputOf, labelKey, labelsOf, nameOf } from '../../workbench/form.ts';

const formOf = (entries: Record<string, string | string[]>): FormData => {
  const form = new FormData();
  for (const [name, values] of Object.entries(entries))
    for (const value of [values].flat()) form.append(name, value);
  return form;
};

test('a form becomes the input that Zapier would hand over', () => {
  const form = formOf({
    'text:["firstName"]': 'Ada',
    'text:["amount"]': '12.5',
    'text:["dnd"]': 'No',
    'text:["tags",0]': 'new',
    'text:["tags",1791]': 'vip',
    'text:["filters",3,"field"]': 'email',
    'text:["filters",3,"value"]': 'ada',
    'text:["filters",9,"field"]': 'phone',
  });
  expect(inputOf(form)).toEqual({
    firstName: 'Ada',
    amount: '12.5',
    dnd: 'No',
    tags: ['new', 'vip'],
    filters: [{ field: 'email', value: 'ada' }, { field: 'phone' }],
  });
});

test('empty fields, rows and labels are left out', () => {
  const form = formOf({
    'text:["email"]': '',
    'text:["tags",0]': '',
    'text:["filters",0,"field"]': '',
    'label:["contactId"]': 'Ada',
    search: 'typed into a panel',
  });
  expect(inputOf(form)).toEqual({});
});

test('a picked date is of the sub-account’s zone, and has its offset, as Zapier hands it over', () => {
  const form = formOf({
    'datetime:["winter"]': '2026-03-04T10:00',
    'datetime:["summer"]': '2026-07-04T10:00',
    'datetime:["mapped"]': '{{1.dateAdded}}',
  });
  expect(inputOf(form, { zone: 'America/New_York' })).toEqual({
    winter: '2026-03-04T10:00:00-05:00',
    summer: '2026-07-04T10:00:00-04:00',
    mapped: '{{1.dateAdded}}',
  });
});

test('two forms on one page are kept apart by their scope', () => {
  const form = formOf({ 'text:["query"]': 'ada', 'create/text:["body"]': 'Hello' });
  expect(inputOf(form)).toEqual({ query: 'ada' });
  expect(inputOf(form, { scope: 'create/' })).toEqual({ body: 'Hello' });
});

test('a key that JavaScript knows otherwise is only a key', () => {
  const input = inputOf(formOf({ [nameOf('', 'text', ['__proto__', 'polluted'])]: 'yes' }));
  expect(Object.keys(input)).toEqual(['__proto__']);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test('labels are found by field and value, wherever the row has moved', () => {
  const form = formOf({
    'text:["contacts",7]': 'id-7',
    'label:["contacts",7]': 'Ada Lovelace',
  });
  expect(labelsOf(form).get(labelKey(['contacts', 0], 'id-7'))).toBe('Ada Lovelace');
});

test('a form opens with the defaults of its fields', () => {
  const fields: Field[] = [
    { key: 'match', default: 'all' },
    { key: 'completed', choices: ['Yes', 'No'], default: 'Yes' },
    { key: 'limit', default: '5' },
    { key: 'roles', list: true, default: 'user' },
    { key: 'name' },
  ];
  expect(defaultsOf(fields)).toEqual({
    match: 'all',
    completed: 'Yes',
    limit: '5',
    roles: ['user'],
  });
});
