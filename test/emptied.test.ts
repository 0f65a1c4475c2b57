import type { Create } from 'zapier-platform-core';
import updateContact from '../creates/contacts/update_contact.ts';
import updateOpportunity from '../creates/opportunities/update_opportunity.ts';
import { type Connection, type Sandbox, startSandbox } from '../sandbox/index.ts';
import { contacts } from '../sandbox/seed/contacts.ts';
import { type CustomField, customFields } from '../sandbox/seed/customFields.ts';
import { opportunities } from '../sandbox/seed/opportunities.ts';
import { run } from './support/run.ts';

let sandbox: Sandbox;
let connection: Connection;
const bodies: { customFields?: Record<string, unknown>[] }[] = [];
beforeAll(async () => {
  sandbox = await startSandbox({
    indexLag: 0,
    rateLimit: { burst: 100_000 },
    onExchange: ({ method, requestBody }) => {
      if (method === 'PUT') bodies.push(JSON.parse(requestBody));
    },
  });
  connection = await sandbox.connect('sub-account');
  process.env.HIGHLEVEL_API_URL = sandbox.url;
});
beforeEach(() => bodies.splice(0));
afterAll(async () => {
  delete process.env.HIGHLEVEL_API_URL;
  delete process.env.HIGHLEVEL_API_GENERATION;
  await sandbox.stop();
});

const file = {
  meta: { originalname: 'a.jpg' },
  url: 'https://example.com/a.jpg',
  documentId: 'd1',
};

/** A value of each type of field, and what empties it by the documents of contacts and of opportunities alike. */
const kinds: Partial<Record<CustomField['dataType'], { full: unknown; empty: unknown }>> = {
  TEXT: { full: 'A', empty: '' },
  LARGE_TEXT: { full: 'A\nB', empty: '' },
  NUMERICAL: { full: 7, empty: '' },
  MONETORY: { full: 7.5, empty: '' },
  PHONE: { full: '+14155550134', empty: '' },
  SINGLE_OPTIONS: { full: 'Delta', empty: '' },
  RADIO: { full: 'Phone', empty: '' },
  CHECKBOX: { full: ['Latex', 'None'], empty: [] },
  MULTIPLE_OPTIONS: { full: ['Braces'], empty: [] },
  FILE_UPLOAD: { full: { 'f31175d4-2b06-4fc6': file }, empty: {} },
  TEXTBOX_LIST: { full: { slot1: 'Ada', slot2: 'Ben' }, empty: {} },
};
const types = Object.keys(kinds) as CustomField['dataType'][];

interface Case {
  operation: Create;
  model: CustomField['model'];
  /** A record that has a value in each field. */
  filled: (values: { id: string; value: unknown }[]) => object;
  left: (input: object) => { id: string }[];
}

const models: Record<string, Case> = {
  'a contact': {
    operation: updateContact,
    model: 'contact',
    filled: (customFieldValues) => {
      const all = contacts(sandbox.state.main);
      const known = all.seededAt(3);
      if (!known) throw new Error('The seed is empty.');
      all.set({ ...known, customFields: customFieldValues });
      return { contactId: known.id };
    },
    left: (input) => {
      const { contactId } = input as { contactId: string };
      return contacts(sandbox.state.main).get(contactId)?.customFields ?? [];
    },
  },
  'an opportunity': {
    operation: updateOpportunity,
    model: 'opportunity',
    filled: (customFieldValues) => {
      const all = opportunities(sandbox.state.main);
      const [known] = [...all.values()];
      if (!known) throw new Error('The seed is empty.');
      all.set({ ...known, customFields: customFieldValues });
      return { id: known.id };
    },
    left: (input) => {
      const { id } = input as { id: string };
      return opportunities(sandbox.state.main).get(id)?.customFields ?? [];
    },
  },
};

/** A field of each type in the sub-account. */
const fieldsOf = (model: CustomField['model']): CustomField[] => {
  const all = customFields(sandbox.state.main);
  const [any] = [...all.values()];
  return types.map((dataType) => {
    const field = { ...any, id: `${model}-${dataType}`, name: dataType, model, dataType };
    all.set(field.id, { ...field, fieldKey: `${model}.${dataType}` } as CustomField);
    return field as CustomField;
  });
};

describe.each(Object.entries(models))('%s', (_, { operation, model, filled, left }) => {
  test.each(['classic', 'v3'] as const)(
    'every custom field can be emptied (%s)',
    async (speaks) => {
      process.env.HIGHLEVEL_API_GENERATION = speaks;
      const fields = fieldsOf(model);
      const values = fields.map(({ id, dataType }) => ({ id, value: kinds[dataType]?.full }));
      const input = filled(values);
      const { access_token, refresh_token, locationId = '', companyId, userId } = connection;
      const authData = { access_token, refresh_token, locationId, companyId, userId };
      const clear = fields.map(({ id }) => `customField__${id}`);
      const updated = await run(operation, { ...input, clear }, { authData });
      expect(updated.warning).toBeNull();
      expect(left(input)).toEqual([]);
      const sent = bodies[0]?.customFields?.map((one) => [
        one.id,
        one.field_value ?? one.fieldValue,
      ]);
      expect(sent).toEqual(fields.map(({ id, dataType }) => [id, kinds[dataType]?.empty]));
    },
  );
});
