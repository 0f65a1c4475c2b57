import nock from 'nock';
import type { Create, Search, Trigger } from 'zapier-platform-core';
import createContact from '../../creates/contacts/create_contact.ts';
import updateContact from '../../creates/contacts/update_contact.ts';
import updateOpportunity from '../../creates/opportunities/update_opportunity.ts';
import findContact from '../../searches/contacts/find_contact.ts';
import getContact from '../../triggers/contacts/get_contact.ts';
import { highlevel } from '../support/api.ts';
import { fieldsOf, outputsOf } from '../support/run.ts';

const define = (count: number, model: 'contact' | 'opportunity') => [
  { id: 'folder1', name: 'Insurance', documentType: 'folder' },
  ...Array.from({ length: count }, (_, index) => ({
    id: `f${index}`,
    name: `Field ${index}`,
    fieldKey: `${model}.field_${index}`,
    dataType: 'TEXT',
    model,
    ...(index === 7 ? { parentId: 'folder1' } : {}),
  })),
];

/** Each function of a form asks for itself here; on Zapier the cache answers the second one. */
const answer = (count: number, model: 'contact' | 'opportunity' = 'contact') => {
  nock.cleanAll();
  highlevel()
    .persist()
    .get(`/locations/loc1/customFields?model=${model}`)
    // An update asks for its inputs and for “Fields to Empty” at the same time.
    .times(model === 'opportunity' ? 2 : 1)
    .reply(200, { customFields: define(count, model) });
};

afterEach(() => nock.cleanAll());

type Operation = Create | Search | Trigger;

const inputs = (count: number, operation: Operation = createContact, inputData = {}) => {
  // The form of an update lists the custom fields twice: to fill in and to empty.
  if (operation === updateOpportunity) answer(count, 'opportunity');
  answer(count, operation === updateOpportunity ? 'opportunity' : 'contact');
  return fieldsOf(operation, inputData);
};
const outputs = (count: number, operation: Operation = createContact, inputData = {}) => {
  answer(count);
  return outputsOf(operation, inputData);
};

const keysOf = (fields: object[]) => fields.map((field) => (field as { key: string }).key);
const customOf = (fields: object[]) =>
  keysOf(fields).filter((key) => key.startsWith('customField__'));

test.each<[string, Operation]>([
  ['a new contact', createContact],
  ['a contact', updateContact],
  ['an opportunity', updateOpportunity],
])(
  'as many custom fields as the form of %s has room for are all in it',
  async (_what, operation) => {
    const own = (await inputs(0, operation)).length;
    const all = await inputs(999 - own, operation);
    expect(all).toHaveLength(999);
    expect(keysOf(all)).not.toContain('whichCustomFields');
  },
);

test.each<[string, Operation]>([
  ['a new contact', createContact],
  ['a contact', updateContact],
  ['an opportunity', updateOpportunity],
])('with one more in the form of %s, people choose', async (_what, operation) => {
  const own = (await inputs(0, operation)).length;
  const fields = await inputs(1_000 - own, operation);
  expect(fields).toHaveLength(own + 1);
  expect(fields.at(-1)).toMatchObject({
    key: 'whichCustomFields',
    label: 'Which Custom Fields?',
    list: true,
    altersDynamicFields: true,
  });
});

test('they choose by name and folder', async () => {
  const choice = (await inputs(1_200)).at(-1) as { choices: Record<string, string> };
  expect(Object.keys(choice.choices)).toHaveLength(1_200);
  expect(choice.choices).toMatchObject({ f6: 'Field 6', f7: 'Field 7 · Insurance' });
});

test('the chosen ones are inputs, in HighLevel’s order, and so is what is filled in already', async () => {
  const fields = await inputs(1_200, createContact, {
    whichCustomFields: ['f1100', 'f3'],
    customField__f8: 'x',
  });
  expect(customOf(fields)).toEqual(['customField__f3', 'customField__f8', 'customField__f1100']);
  expect(customOf(await inputs(1_200, updateOpportunity, { whichCustomFields: 'f9' }))).toEqual([
    'customField__f9',
  ]);
});

test('whoever chooses all of them gets as many as there is room for', async () => {
  const whichCustomFields = Array.from({ length: 1_200 }, (_, index) => `f${index}`);
  expect((await inputs(1_200, createContact, { whichCustomFields })).length).toBeLessThan(1_000);
  expect((await outputs(1_200, createContact, { whichCustomFields })).length).toBeLessThan(1_000);
});

test.each<[string, Operation]>([
  ['an action', createContact],
  ['a search', findContact],
  ['a trigger', getContact],
])('the results of %s have the chosen ones only', async (_what, operation) => {
  const some = await outputs(900, operation);
  expect(customOf(some)).toHaveLength(900);
  const none = await outputs(1_200, operation);
  expect(customOf(none)).toEqual([]);
  const whichCustomFields = ['f3'];
  expect(customOf(await outputs(1_200, operation, { whichCustomFields }))).toEqual([
    'customField__field_3',
  ]);
});

test.each<[string, Operation]>([
  ['a search', findContact],
  ['a trigger', getContact],
])('%s asks which ones too', async (_what, operation) => {
  expect(keysOf(await inputs(900, operation))).not.toContain('whichCustomFields');
  expect(keysOf(await inputs(1_200, operation))).toContain('whichCustomFields');
});

test('the name of a field for files is no Markdown', async () => {
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(200, {
      customFields: [{ id: 'f1', name: '[Card](https://x.example) <b>', dataType: 'FILE_UPLOAD' }],
    });
  const field = (await fieldsOf(createContact)).at(-1) as { helpText: string; label: string };
  expect(field.label).toBe('[Card](https://x.example) <b>');
  expect(field.helpText).toContain('“\\[Card\\]\\(https\\:\\/\\/x\\.example\\) \\<b\\>”');
});
