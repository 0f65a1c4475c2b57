import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesFor, indexed, lookUp } from '../../scripts/scaffold.ts';
import type { Wanted } from '../../scripts/wanted.ts';

const wanted: Wanted = {
  kind: 'create',
  route: 'POST /contacts/{contactId}/notes/{id}/pins',
  key: 'pin_contact_note',
  label: 'Pin Contact Note',
  category: 'Contacts',
  noun: 'Pin',
};
const vocabulary = { ids: ['contactId', 'noteId', 'userId'], common: [] };

/** A document in the manner of HighLevel's: a body behind `$ref` and `allOf`, the record in a wrapper. */
const document = {
  paths: {
    '/contacts/{contactId}/notes/{noteId}/pins': {
      post: {
        parameters: [{ name: 'notify', in: 'query', schema: { type: 'boolean' } }],
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Body' } } },
        },
        responses: {
          201: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Body: { allOf: [{ $ref: '#/components/schemas/Base' }] },
      Base: {
        required: ['color', 'locationId'],
        properties: {
          locationId: { type: 'string' },
          color: { type: 'string', enum: ['red', 'blue'] },
          assignedTo: { type: 'string' },
          dueDate: { type: 'string' },
          reason: { type: 'string', description: 'Why the note is pinned, for the team.' },
          limit: { type: 'number' },
        },
      },
      Answer: { properties: { pin: { $ref: '#/components/schemas/Pin' } } },
      Pin: { properties: { id: { type: 'string', example: 'p1' }, color: { type: 'string' } } },
    },
  },
};

const operation = 'creates/contacts/pin_contact_note.ts';
const test_ = 'test/creates/contacts/pin_contact_note.test.ts';

test('takes the fields from the document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'highlevel-new-'));
  writeFileSync(join(folder, 'contacts.json'), JSON.stringify(document));
  const files = filesFor(wanted, lookUp(folder, wanted.route), vocabulary);
  rmSync(folder, { recursive: true, force: true });
  const source = files[operation] ?? '';
  expect(source).toContain(
    "import { choice, dateTime, locationId, text, yesNo } from '../../fields/common.ts';",
  );
  expect(source).toContain("import { contactId, noteId, userId } from '../../fields/ids.ts';");
  const form = source.slice(source.indexOf('zod.object({'), source.indexOf('});'));
  expect(
    form
      .split('\n')
      .slice(1, -1)
      .map((line) => line.trim()),
  ).toEqual([
    'contactId,',
    'id: noteId,',
    "notify: yesNo('Notify').optional(),",
    'locationId,',
    "color: choice('Color', { 'red': 'Red', 'blue': 'Blue' }),",
    "assignedTo: userId.meta({ label: 'Assigned User' }).optional(),",
    "dueDate: dateTime('Due Date').optional(),",
    "reason: text('Reason', 'Why the note is pinned, for the team.').optional(),",
  ]);
  expect(source).toContain(
    'record({"noun":"pin","one":"pin","sample":{"id":"p1","color":"Example"}})',
  );
  expect(source).toContain(
    "create('POST /contacts/{contactId}/notes/{id}/pins', { input, record: pin })",
  );
  expect(files[test_]).toContain(
    `.post('/contacts/contactId1/notes/id1/pins', {"locationId":"loc1","color":"red"})`,
  );
  expect(files[test_]).toContain('.reply(200, {"pin":{"id":"x1"}})');
});

test('does without a document', () => {
  const files = filesFor(
    { ...wanted, kind: 'trigger', route: 'GET /contacts/{contactId}/pins' },
    lookUp('/nowhere', 'GET /contacts/{contactId}/pins'),
    vocabulary,
  );
  const source = files['triggers/contacts/pin_contact_note.ts'] ?? '';
  expect(source).toContain('const input = zod.object({\n  contactId,\n});');
  expect(source).toContain("trigger('GET /contacts/{contactId}/pins', { input, record: pin })");
});

const index = `import type { Create } from 'zapier-platform-core';
import addNote from './contacts/add_note.ts';
import removeNote from './contacts/remove_note.ts';

export const creates: Catalog<Create> = {
  Contacts: [addNote, removeNote],
  'Calendars & Appointments': [],
};
`;

test('adds the import in its place and the name to its category', () => {
  const changed = indexed(index, wanted);
  expect(changed.split('\n').slice(1, 4)).toEqual([
    "import addNote from './contacts/add_note.ts';",
    "import pinContactNote from './contacts/pin_contact_note.ts';",
    "import removeNote from './contacts/remove_note.ts';",
  ]);
  expect(changed).toContain('  Contacts: [addNote, removeNote, pinContactNote],\n');
  expect(indexed(index, { ...wanted, category: 'Calendars & Appointments' })).toContain(
    "'Calendars & Appointments': [ pinContactNote],",
  );
});

test('refuses a category that nobody knows', () => {
  expect(() => indexed(index, { ...wanted, category: 'Notes' })).toThrow(
    'There is no category “Notes” in this index file.',
  );
});
