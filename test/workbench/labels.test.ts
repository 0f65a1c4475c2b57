import { labelledFields } from '../../workbench/labels.ts';

const record = {
  id: 'o1',
  contactId: 'c1',
  contact: { id: 'c1', tags: ['new', 'vip'], address: { city: 'Bonn' } },
  relations: [
    { objectKey: 'contact', tags: ['a'] },
    { objectKey: 'business', tags: [] },
  ],
  'Full Name': 'Ada Lovelace',
  customField: { plan: 'Gold' },
  settings: { a: 1 },
  nothing: {},
};
const outputFields = [
  { key: 'contactId', label: 'Contact ID' },
  { key: 'contact__id', label: 'ID of the Contact' },
  { key: 'settings', label: 'Settings' },
];

test('a record is offered as Zapier flattens it: declared labels first, others made of the key', () => {
  const shown = labelledFields(record, outputFields).map(({ label, path, value }) => [
    label,
    path,
    value,
  ]);
  expect(shown).toEqual([
    ['Contact ID', 'contactId', 'c1'],
    ['ID of the Contact', 'contact.id', 'c1'],
    ['Settings', 'settings', { a: 1 }],
    ['ID', 'id', 'o1'],
    ['Contact Tags', 'contact.tags', ['new', 'vip']],
    ['Contact Address City', 'contact.address.city', 'Bonn'],
    ['Relations Object Key', 'relations.objectKey', ['contact', 'business']],
    ['Relations Tags', 'relations.tags', ['a']],
    ['Full Name', 'Full Name', 'Ada Lovelace'],
    ['Custom Field Plan', 'customField.plan', 'Gold'],
    ['Nothing', 'nothing', {}],
  ]);
});
