import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as common from '../../fields/common.ts';
import * as ids from '../../fields/ids.ts';
import { complaintAbout, lookUp } from '../../scripts/scaffold/documents.ts';
import { recordIn } from '../../scripts/scaffold/records.ts';
import { added, indexed, logged, ownerOf } from '../../scripts/scaffold/registry.ts';
import { familyLine, onlyLine } from '../../scripts/scaffold/tables.ts';
import { filesFor } from '../../scripts/scaffold.ts';
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
        parameters: [
          { name: 'Version', in: 'header', schema: { type: 'string', enum: ['2021-04-15'] } },
          { name: 'notify', in: 'query', schema: { type: 'boolean' } },
        ],
        security: [{ bearer: ['contacts.write'] }],
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
        required: ['color', 'locationId', 'style'],
        properties: {
          locationId: { type: 'string' },
          color: { type: 'string', enum: ['red', 'blue'] },
          assignedTo: { type: 'string' },
          dueDate: { type: 'string' },
          reason: { type: 'string', description: 'Why the note is pinned, for the team.' },
          remindAt: { type: 'number', description: 'Timestamp in seconds', example: 1669287863 },
          seenAt: { type: 'number', example: 1669287863000 },
          startTime: { type: 'number', example: 1669287863000 },
          endTime: { type: 'number', example: 1669287863000 },
          day: { type: 'string', example: '2026-03-04' },
          templateId: { type: 'string' },
          photo: { type: 'string', format: 'binary' },
          userIds: { type: 'array', items: { type: 'string' } },
          style: { $ref: '#/components/schemas/Style' },
          rows: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
        },
      },
      Style: {
        required: ['font'],
        properties: { font: { type: 'string' }, bold: { type: 'boolean' } },
      },
      Row: {
        properties: {
          text: { type: 'string' },
          reason: { type: 'string' },
          cells: { type: 'array', items: { type: 'string' } },
        },
      },
      Answer: { properties: { pin: { $ref: '#/components/schemas/Pin' } } },
      Pin: { properties: { id: { type: 'string', example: 'p1' }, color: { type: 'string' } } },
    },
  },
};

const operation = 'creates/contacts/pin_contact_note.ts';
const test_ = 'test/creates/contacts/pin_contact_note.test.ts';

const inFolder = <Result>(use: (folder: string) => Result, within = '.'): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'highlevel-new-'));
  mkdirSync(join(folder, within), { recursive: true });
  writeFileSync(join(folder, within, 'contacts.json'), JSON.stringify(document));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

test.each(['.', 'apps', 'classic'])('takes the fields from the document in %s', (within) => {
  const documented = inFolder((folder) => lookUp(folder, wanted.route), within);
  const files = filesFor(wanted, documented, vocabulary);
  const source = files[operation] ?? '';
  const form = source.slice(source.indexOf('zod.object({'), source.indexOf('\n});'));
  expect(
    form
      .split('\n')
      .slice(1)
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
    '// TODO: HighLevel wants seconds since 1970: convert it in `request`.',
    "remindAt: dateTime('Remind At', 'Timestamp in seconds').optional(),",
    '// TODO: HighLevel wants milliseconds since 1970: convert it in `request`.',
    "seenAt: dateTime('Seen At').optional(),",
    "startTime: from('Start Time').optional(),",
    "endTime: until('End Time').optional(),",
    "day: date('Day').optional(),",
    '// TODO: an ID: give it a dropdown (CONTRIBUTING.md, “Add a dropdown”), or say in the help where to find it.',
    "templateId: text('Template').optional(),",
    '// TODO: a file, which the request holds in parts: do as creates/medias/upload_media.ts does.',
    "photo: text('Photo').optional(),",
    "userIds: zod.array(userId).meta({ label: 'Users' }).optional(),",
    'style: zod.object({',
    "font: text('Font'),",
    "bold: yesNo('Bold').optional(),",
    "}).meta({ group: 'Style' }),",
    '// TODO: line items take plain fields; left out: cells. Zapier wants no second “reason” in a form: rename it here, and back in `request`.',
    'rows: zod.array(zod.object({',
    "text: text('Text').optional(),",
    "reason: text('Reason').optional(),",
    "})).meta({ label: 'Rows' }).optional(),",
  ]);
  expect(source).toContain(
    "import { choice, date, dateTime, from, locationId, text, until, yesNo } from '../../fields/common.ts';",
  );
  expect(source).toContain("import { contactId, noteId, userId } from '../../fields/ids.ts';");
  expect(source).toContain(
    'record({"noun":"pin","one":"pin","sample":{"id":"p1","color":"Example"}})',
  );
  expect(source).toMatch(
    /create\('POST \/contacts\/{contactId}\/notes\/{id}\/pins', {\s+input,\s+record: pin,\s+}\)/,
  );
});

test('writes the test with the Version, the body and the form of the document', () => {
  const documented = inFolder((folder) => lookUp(folder, wanted.route));
  const test = filesFor(wanted, documented, vocabulary)[test_] ?? '';
  expect(test).toContain("highlevel('2021-04-15')");
  expect(test).toContain(
    `.post('/contacts/contactId1/notes/id1/pins', {"locationId":"loc1","color":"red","style":{"font":"Example"}})`,
  );
  expect(test).toContain(
    'run(pinContactNote, {"contactId":"contactId1","id":"id1","color":"red","style__font":"Example"})',
  );
  expect(test).toContain('.reply(200, {"pin":{"id":"x1"}})');
});

test('what only v3 has is taken from there, and the catalog of the tests says so', () => {
  const family = { version: '2021-07-28', scope: 'contacts.write', token: 'sub-account' };
  const list = 'export const additions: Addition[] = [\n];\n';
  const written = (within: string) =>
    inFolder((folder) => added(list, wanted, lookUp(folder, wanted.route), family), within);
  expect(written('v3')).toContain(
    "version: '2021-07-28',\n    scopes: ['contacts.write'],\n    token: 'sub-account',\n    source: 'HighLevel’s documents of v3, which alone has it (contacts.json).',",
  );
  expect(written('classic')).toContain("version: '2021-04-15'");
  expect(written('classic')).not.toContain('source');
});

test('what the tables of lib/api/ lack is said line by line', () => {
  const route = 'GET /emails/locations/{locationId}/templates';
  const nothing = { inputs: [], answer: {}, scopes: [] };
  const scopes = ['emails/templates.readonly'];
  expect(familyLine(route, { ...nothing, scopes, onlyIn: 'emails-v3.json', version: 'v3' })).toBe(
    "[/ \\/emails\\b/, '2021-07-28', { read: 'emails/templates.readonly' }],",
  );
  expect(onlyLine(route, { ...nothing, onlyIn: 'emails-v3.json' })).toBe(
    "'GET /emails/locations/{locationId}/templates': { only: { locationId: 'any' } },",
  );
  expect(onlyLine(route, nothing)).toBeUndefined();
  const family = { version: '2021-07-28', scope: 'invoices.write', token: 'sub-account' } as const;
  const estimate = { ...nothing, version: '2021-04-15', scopes: ['invoices/estimate.write'] };
  expect(familyLine('PUT /invoices/estimate/{estimateId}', estimate, family)).toBe(
    "[/^PUT \\/invoices\\/estimate\\/[^/]+$/, '2021-04-15', { write: 'invoices/estimate.write' }],",
  );
  const own = { ...estimate, scopes: ['invoices.write'] };
  expect(familyLine('POST /invoices/', { ...own, version: '2021-07-28' }, family)).toBeUndefined();
  expect(familyLine('POST /invoices/', own, family)).toBe(
    "[/^POST \\/invoices\\/$/, '2021-04-15', { write: 'invoices.write' }],",
  );
});

test('a required section without a required field has one filled in, or nothing of it is sent', () => {
  const style = { properties: { font: text, size: text }, required: [] };
  const inputs = [{ name: 'style', property: style, required: true, in: 'body' }];
  const own = { ...wanted, route: 'POST /pins/' };
  const test = filesFor(own, { inputs, answer: {}, scopes: [] }, vocabulary)[
    'test/creates/pins/pin_contact_note.test.ts'
  ];
  expect(test).toContain(`.post('/pins/', {"style":{"font":"Example"}})`);
  expect(test).toContain('{"style__font":"Example"}');
});

test('a key that another operation has is told with its file', () => {
  const files = ['creates/calendars/create_calendar.ts', 'triggers/dropdowns/list_tags.ts'];
  const catalog = 'Search `find_invoice_by_id`. Finds an invoice.';
  expect(ownerOf('list_tags', files, catalog)).toBe('triggers/dropdowns/list_tags.ts');
  expect(ownerOf('find_invoice_by_id', files, catalog)).toBe('docs/catalog.md');
  expect(ownerOf('calendar', files, catalog)).toBeUndefined();
});

test('says where it looked for documents', () => {
  expect(complaintAbout('/nowhere')).toContain('are not in /nowhere. If you have them');
  expect(inFolder(complaintAbout)).toBeUndefined();
  expect(inFolder(complaintAbout, 'other')).toContain('holds no OpenAPI documents');
});

test('does without a document', () => {
  const note = {
    name: 'contactNote',
    file: 'notes.ts',
    noun: 'note',
    one: ['note'],
    many: [],
    keys: [],
  };
  const own = { ...wanted, noun: 'Note', route: 'PUT /contacts/{contactId}/notes/{id}/pin' };
  const files = filesFor(own, lookUp('/nowhere', own.route), vocabulary, [note]);
  expect(files[operation]).toContain("import { contactNote } from '../../records/notes.ts';");
  expect(files[operation]).toContain(
    'const input = zod.object({\n  contactId,\n  id: noteId,\n});',
  );
  expect(files[test_]).toContain("highlevel()\n    .put('/contacts/contactId1/notes/id1/pin', {})");
  expect(files[test_]).toContain('.reply(200, {"note":{"id":"x1"}})');
});

const text = { type: 'string' };
const names = { noun: 'pin', owner: 'contact', isDelete: false, isRead: false, isList: false };
const flat = { conversationId: text, messageId: text, msg: text };

test.each([
  [
    'an object beside values of its own',
    { ...flat, forwardData: { properties: { id: text } } },
    'one',
    '',
  ],
  [
    'an id of its own',
    { _id: text, items: { type: 'array', items: { properties: flat } } },
    'one',
    '',
  ],
  ['one object', { success: text, traceId: text, pin: { properties: { id: text } } }, 'one', 'pin'],
  [
    'a list beside its total',
    {
      pins: { type: 'array', items: { properties: flat } },
      total: text,
      meta: { properties: flat },
    },
    'many',
    'pins',
  ],
])('an answer with %s', (_, properties, holds, wrapper) => {
  expect(recordIn({ properties }, [], names)).toMatchObject({ holds, wrapper });
});

test('takes the record of records/ that has the documented keys', () => {
  const type = { name: 'pins', file: 'pins.ts', noun: 'pin', one: [], many: ['pins'] };
  const own = { ...type, keys: ['id', 'conversationId', 'messageId', 'msg'] };
  const other = { ...type, name: 'others', keys: ['id', 'name'] };
  const answer = {
    properties: { pins: { type: 'array', items: { properties: { id: text, ...flat } } } },
  };
  expect(recordIn(answer, [other, own], names).known?.name).toBe('pins');
  expect(recordIn(answer, [other], names).known).toBeUndefined();
  const deleted = { ...own, name: 'deletedPins' };
  expect(recordIn(answer, [deleted], names).known).toBeUndefined();
  expect(recordIn(answer, [deleted], { ...names, isDelete: true }).known).toBe(deleted);
  const single = { properties: { id: text, ...flat } };
  expect(recordIn(single, [{ ...own, many: ['pins'] }], names).known).toBeDefined();
  const read = { ...names, isRead: true };
  expect(recordIn(single, [{ ...own, many: ['pins'] }], read).known).toBeUndefined();
  const wide = { ...type, name: 'wide', keys: [...own.keys, 'calendarId', 'startTime'] };
  expect(recordIn(answer, [wide, own], names).known?.name).toBe('pins');
});

test('takes none whose keys say only what every record says', () => {
  const properties = { _id: text, name: text, createdAt: text, updatedAt: text };
  const keys = ['id', 'name', 'createdAt', 'updatedAt'];
  const business = { name: 'business', file: 'businesses.ts', noun: 'business', one: [], many: [] };
  expect(recordIn({ properties }, [{ ...business, keys }], names).known).toBeUndefined();
  const voice = { properties: { ...properties, toneOfVoice: text } };
  expect(
    recordIn(voice, [{ ...business, keys: [...keys, 'toneOfVoice'] }], names).known?.name,
  ).toBe('business');
});

const listing = (parameters: object[], kind: Wanted['kind'] = 'trigger') => {
  const route = 'GET /contacts/pins';
  const inputs = parameters.map((one) => ({ property: {}, required: false, in: 'query', ...one }));
  const documented = { inputs, answer: {}, scopes: [] } as unknown as ReturnType<typeof lookUp>;
  const own = { ...wanted, kind, route };
  return Object.values(filesFor(own, documented, vocabulary)).join('\n');
};

test('notices how a list pages', () => {
  const limit = { name: 'limit', property: { description: 'At most 50 (max: 50)' } };
  const bySkip = listing([{ name: 'skip' }, limit]);
  expect(bySkip).toContain('paging: bySkip(50),');
  expect(bySkip).toContain("import { bySkip } from '../../lib/polling/paging.ts';");
  expect(bySkip).toContain(".get('/contacts/pins?skip=0&limit=50')");
  expect(listing([{ name: 'page' }, { name: 'pageLimit' }])).toContain(
    '// TODO: the largest page that the endpoint takes.\npaging: { size: 100, params: ({ index, size: pageLimit }) => ({ page: index + 1, pageLimit }) },',
  );
  expect(listing([{ name: 'startAfter' }, limit])).toContain(
    '({ limit, ...(last ? { startAfter: last.startAfter } : {}) })',
  );
  expect(listing([{ name: 'skip' }, limit], 'search')).toContain(
    'request: (values) => ({ ...values, "skip":0,"limit":50 }),',
  );
  expect(listing([limit])).toContain(
    '// TODO: where the next page starts: limit.\npaging: { size: 50, params: ({ size: limit }) => ({ limit }) },',
  );
  expect(listing([])).not.toContain('paging');
});

test('sends the cursor that a list requires beside its pages', () => {
  const search = listing(
    [
      { name: 'page' },
      { name: 'pageLimit' },
      { name: 'searchAfter', property: { type: 'array' }, required: true },
    ],
    'search',
  );
  expect(search).toContain(
    'request: (values) => ({ ...values, "page":1,"pageLimit":100,"searchAfter":[] }),',
  );
});

test.each([
  ['PUT /opportunities/{id}/status', 'opportunityId'],
  ['GET /businesses/{id}', 'businessId'],
])('the value of %s is chosen from its dropdown', (route, field) => {
  const own = { ...wanted, route };
  const files = filesFor(own, lookUp('/nowhere', route), {
    ids: Object.keys(ids),
    common: Object.keys(common),
  });
  expect(Object.values(files)[0]).toContain(`id: ${field}`);
});

test('imports only what fields/common.ts exports', () => {
  const kinds = [
    { type: 'string' },
    { type: 'string', enum: ['a'] },
    { type: 'string', format: 'date-time' },
    { type: 'string', example: '2026-03-04' },
    { type: 'boolean' },
    { type: 'number' },
    { type: 'integer' },
    { type: 'number', example: 1669287863 },
    { type: 'number', example: 1669287863000 },
    { type: 'array', items: { type: 'string' } },
  ];
  const inputs = ['seen', 'start', 'end'].flatMap((name) =>
    kinds.map((property, index) => ({
      ...{ name: `${name}${index}`, property, required: true, in: 'body' },
    })),
  );
  const [source = ''] = Object.values(
    filesFor(wanted, { inputs, answer: {}, scopes: [] }, vocabulary),
  );
  const [, names = ''] = /import \{ (.*) \} from '..\/..\/fields\/common.ts'/.exec(source) ?? [];
  expect(names.split(', ').length).toBeGreaterThan(6);
  expect(names.split(', ').filter((name) => !(name in common))).toEqual([]);
});

test('fills in a list of IDs as a list', () => {
  const property = { type: 'array', items: text };
  const inputs = [{ name: 'followers', property, required: true, in: 'body' }];
  const files = filesFor(
    wanted,
    { inputs, answer: {}, scopes: [] },
    { ids: ['contactId', 'noteId', 'followers'], common: [] },
  );
  expect(files[operation]).toContain('followers,');
  expect(files[test_]).toContain('{"followers":["followers1"]}');
});

test.each([
  ['10', 'contact10'],
  ['import', 'contactImport'],
  ['text', 'contactText'],
])('a record called “%s” gets a name that code may have', (noun, name) => {
  const files = filesFor({ ...wanted, noun }, lookUp('/nowhere', wanted.route), vocabulary);
  expect(files[operation]).toContain(`const ${name} = record(`);
});

test('labels the sub-account of a record as all records do', () => {
  const pin = { id: text, locationId: text };
  const answer = { properties: { pin: { properties: pin } } };
  const files = filesFor(wanted, { inputs: [], answer, scopes: [] }, vocabulary);
  expect(files[operation]).toContain('"labels":{"locationId":"Sub-Account ID"}');
});

test('asks for the sub-account if HighLevel wants it as altId', () => {
  const inputs = [
    { name: 'altId', property: text, required: true, in: 'body' },
    { name: 'altType', property: { ...text, enum: ['location'] }, required: true, in: 'body' },
  ];
  const own = { ...wanted, route: 'POST /pins/' };
  const source = Object.values(filesFor(own, { inputs, answer: {}, scopes: [] }, vocabulary)).join(
    '\n',
  );
  expect(source).toContain("({ altId: locationId, altType: 'location', ...values })");
  expect(source).toContain(`.post('/pins/', {"altId":"loc1","altType":"location"})`);
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
    'There is no category “Notes” in creates/index.ts. There are: Contacts, Calendars & Appointments. To begin another one, add `Notes: [],` to that file first.',
  );
});

test('tells the tests of the operation, with the Version and the scopes of the document', () => {
  const family = { version: '2021-07-28', scope: 'contacts.write', token: 'sub-account' };
  const empty = 'export const additions: Addition[] = [];\n';
  const unknown = added(empty, wanted, lookUp('/nowhere', wanted.route), family);
  expect(unknown).toContain("version: '2021-07-28',\n    scopes: ['contacts.write'],");
  expect(unknown).toContain('source: ');
  const documented = inFolder((folder) => lookUp(folder, wanted.route));
  const twice = added(unknown, { ...wanted, key: 'other' }, documented, family);
  expect(twice.match(/key: '\w+'/g)).toEqual(["key: 'pin_contact_note'", "key: 'other'"]);
  expect(twice).toContain("version: '2021-04-15'");
  expect(twice.match(/source/g)).toHaveLength(1);
});

test('tells the changelog, under what is not released yet', () => {
  const line = '- **Pin Contact Note** is a new action.';
  expect(logged('# Changelog\n\n## 1.0.0\n', wanted)).toBe(
    `# Changelog\n\n## Unreleased\n\n${line}\n\n## 1.0.0\n`,
  );
  expect(logged('## Unreleased\n\n- Old.\n', wanted)).toBe(`## Unreleased\n\n${line}\n- Old.\n`);
});
