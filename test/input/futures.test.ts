import { finishRecords, type RecordType } from '../../lib/record.ts';
import { appointment, statusOf } from '../../records/appointments.ts';
import { calendarEvents } from '../../records/calendarEvents.ts';
import { contact } from '../../records/contacts.ts';
import { conversationTypeName, messageTypeName } from '../../records/messageTypes.ts';
import { notificationName } from '../../records/notifications.ts';
import { plainKeys } from '../support/additions.ts';
import { share } from '../support/depth.ts';
import {
  chosenFor,
  connectionFor,
  formFields,
  type Kind,
  type Operation,
  operations,
  plausible,
  recordTypes,
} from '../support/operations.ts';
import {
  bundleOf,
  freeze,
  plainZ,
  primaryKeys,
  type Result,
  readingOf,
  runOf,
} from '../support/zapier.ts';
import { fitting } from './fitting.ts';

/**
 * A change of every value in an answer, at any depth; the keys that matter for finding the record stay. The same object
 * in many wrappers is changed once, and stays the same in all of them.
 */
const everywhere =
  (change: (value: unknown, key: string) => unknown, more: object = {}) =>
  (answer: unknown): unknown => {
    const changed = new Map<unknown, unknown>();
    const changeDeep = (value: unknown, key: string): unknown => {
      const own = change(value, key);
      if (own !== value || typeof value !== 'object' || value === null) return own;
      if (Array.isArray(value)) return value.map((part) => changeDeep(part, key));
      const known = changed.get(value);
      if (known) return known;
      const parts = Object.entries(value).map(([name, part]) => [name, changeDeep(part, name)]);
      const whole = { ...Object.fromEntries(parts), ...more };
      changed.set(value, whole);
      return whole;
    };
    return changeDeep(answer, '');
  };

const isId = (key: string) => /^_?id$/.test(key);
const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
const isText = (value: unknown, key: string) =>
  typeof value === 'string' && !isDate(value) && !/id(s|Id)?$/i.test(key);

/** Answers of tomorrow: each is today's answer, told otherwise. */
const futures: Record<string, (answer: Result) => unknown> = {
  'new fields everywhere': everywhere((value) => value, {
    inventedByHighLevel: { deep: [1, 'two', null] },
  }),
  'new enum values': everywhere((value, key) =>
    isText(value, key) ? 'A_VALUE_OF_TOMORROW' : value,
  ),
  'ids that are numbers': everywhere((value, key) => (isId(key) ? 700_123 : value)),
  'ids that are UUIDs': everywhere((value, key) =>
    isId(key) ? '7f1e3f4e-90ab-4c7d-9b0e-0123456789ab' : value,
  ),
  'numbers and switches as text': everywhere((value) =>
    typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
  ),
  'dates in epoch milliseconds': everywhere((value) => (isDate(value) ? Date.parse(value) : value)),
  'dates in epoch seconds': everywhere((value) =>
    isDate(value) ? Math.floor(Date.parse(value) / 1_000) : value,
  ),
  'dates as seconds and nanoseconds': everywhere((value) =>
    isDate(value) ? { seconds: Date.parse(value) / 1_000, nanoseconds: 0 } : value,
  ),
  'dates that are no dates': everywhere((value) => (isDate(value) ? 'soon' : value)),
  'null for every value but the id': everywhere((value, key) =>
    isId(key) || (typeof value === 'object' && value !== null) ? value : null,
  ),
};

/** Lists and objects inside of a record that are not what they were; the list of records itself stays. */
const inner = (change: (value: unknown) => unknown) => (record: Result) =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? change(value) : value,
    ]),
  );

const shapes: Record<string, (record: Result) => Result> = {
  ...Object.fromEntries(
    Object.entries(futures).map(([name, change]) => [name, change as (record: Result) => Result]),
  ),
  'null for lists and objects': inner(() => null),
  'empty lists and objects': inner((value) => (Array.isArray(value) ? [] : {})),
  'objects for lists and lists for objects': inner((value) => (Array.isArray(value) ? {} : [])),
  'texts for lists and objects': inner(() => 'text'),
  'lists of texts, and of null': inner((value) => (Array.isArray(value) ? ['x', null, 5] : value)),
  'the id alone': ({ id, _id }) => ({
    ...(id === undefined ? {} : { id }),
    ...(_id ? { _id } : {}),
  }),
};

const run = async (kind: Kind, operation: Operation, answer: unknown, given: Result) => {
  freeze(answer);
  return readingOf(operation)(
    plainZ(({ url }) =>
      url.includes('/customFields?') && !/_custom_fields?$/.test(operation.key)
        ? { customFields: [] }
        : answer,
    ),
    bundleOf(
      structuredClone(given),
      kind === 'triggers' ? { isLoadingSample: true } : {},
      connectionFor(operation),
    ),
  );
};

/** What a form needs beside its required fields, if rules join several fields. A refused form names them. */
const owner = { calendarId: 'cal1' };
const more: Record<string, Result> = {
  get_duplicate_contact: { email: 'maria.alvarez@example.com' },
  find_contact: { email: 'maria.alvarez@example.com' },
  create_contact: { email: 'maria.alvarez@example.com' },
  upsert_contact: { email: 'maria.alvarez@example.com' },
  create_user: { locationIds: ['loc1'] },
  appointment_booked: owner,
  appointment_changed: owner,
  appointment_starting_soon: { ...owner, minutesBefore: 60 },
  contact_tagged: { tag: 'newsletter' },
  list_calendar_events: owner,
  list_blocked_slots: owner,
  find_appointment: {
    ...owner,
    startTime: '2020-01-01T00:00:00Z',
    endTime: '2040-01-01T00:00:00Z',
  },
  // The days around the slot of the sample.
  get_free_slots: { startDate: '2026-03-09T00:00:00Z' },
  find_free_slots: { startDate: '2026-03-09T00:00:00Z' },
  find_messages: { conversationId: 'conv1' },
  find_custom_object_record: { property: 'policy_number', value: 'POL-1000' },
  create_block_slot: { ...owner, endTime: '2030-03-04T11:00:00-08:00' },
  update_block_slot: owner,
  create_service_booking: { endTime: '2030-03-04T11:00:00-08:00' },
  // Read first, and not changed where its status is not said.
  update_appointment: { appointmentStatus: 'showed' },
  // Read first where these are not said.
  update_calendar_notification: { isActive: true, deleted: false },
  upsert_opportunity: { id: 'opp1' },
  remove_opportunity_followers: { isRemoveAllFollowers: true },
  bulk_update_contact_business: { businessId: 'b1' },
  mark_conversation: { unread: 'read' },
  create_and_send_invoice: {
    items: [{ item: 'Check-Up', amount: 65, qty: 1 }],
    action: 'send_manually',
  },
  create_product: { price__amount: 65 },
  upload_file_to_custom_field: { file: 'https://files.example.com/card.png' },
  upload_media: { file: 'https://files.example.com/card.png' },
  create_social_post: { summary: 'Hello' },
};

/** What makes an event of the sample, if it shows a record to which nothing has happened yet. */
const events: Record<string, Result> = {
  appointment_starting_soon: { startTime: new Date(Date.now() + 1_800_000).toISOString() },
  missed_call: { meta: { callStatus: 'no-answer' } },
  opportunity_status_changed: { lastStatusChangeAt: '2026-03-04T09:30:45.000Z' },
  task_completed: { completed: true },
};

/** An answer that the operation has something to say of. */
const telling = (operation: Operation, kind: Kind): Result => {
  const sample = { ...operation.operation.sample, ...events[operation.key] };
  return plausible(
    { ...operation, operation: { ...operation.operation, sample } } as Operation,
    kind,
  );
};

/** Operations that first look up what they are about to change: there an answer must know the record. */
const looksUpFirst = new Set(['update_blog_post', 'delete_location', 'update_calendar_group']);

const filledIn = async (kind: Kind, operation: Operation): Promise<Result> => {
  const fields = await formFields(operation, kind);
  const filled = Object.fromEntries(
    fields
      .filter(({ required, default: preset }) => required || preset !== undefined)
      .map((field, index) => [field.key, fitting(field, index)]),
  );
  return { ...filled, ...more[operation.key], ...chosenFor(operation) };
};

const missingKeys = (record: Result, sample: Result): string[] =>
  Object.keys(sample).filter((key) => !Object.hasOwn(record, key));

/** Why a later step could not use a record: every key of the sample must be there, the id as a text. */
const faultsOf = (record: Result, operation: Operation): string[] => {
  const { sample = {} } = operation.operation as { sample?: Result };
  const hasId = !('id' in sample) || typeof record.id === 'string';
  return [
    ...missingKeys(record, sample).map((key) => `it has no ${key}`),
    ...(hasId ? [] : [`its id is ${JSON.stringify(record.id)}`]),
  ];
};

/**
 * What is wrong with each future, by name: one test for all of them costs a tenth of a test for each.
 * @param turn by default a third of them, by turns
 */
const wrongIn = async <Future>(
  each: Record<string, Future>,
  turn: number,
  faults: (future: Future, name: string) => Promise<string[]>,
): Promise<string[]> => {
  const wrong: string[] = [];
  for (const [name, future] of share(Object.entries(each), 3, turn)) {
    const found = await faults(future, name).catch((error: Error) => [
      error.name === 'HaltedError'
        ? `${error.message} If the form needs that, add it to “more” in test/input/futures.test.ts.`
        : (error.stack ?? error.message),
    ]);
    wrong.push(...found.map((fault) => `${name}: ${fault}`));
  }
  return wrong;
};

test.each(recordTypes)('$name is whole, in whichever shape it comes', async (one) => {
  const { type } = one;
  const wrong = await wrongIn(shapes, recordTypes.indexOf(one), async (change) => {
    const context = {
      run: runOf(() => ({
        pipelines: [],
        customFields: [],
        associations: [],
        notifications: [{ ...type.sample }],
      })),
      input: { endTime: Number.MAX_SAFE_INTEGER },
      answer: [change({ ...type.sample })],
    };
    const [record] = await finishRecords(
      [{ ...change({ ...type.sample }), formId: 'form1' }],
      type,
      context,
    );
    return record
      ? missingKeys(record, type.sample).map((key) => `it has no ${key}`)
      : ['no record'];
  });
  expect(wrong).toEqual([]);
});

test.each(recordTypes)('$name: the same moment, in whichever form it comes', async ({ type }) => {
  const stamp = Date.parse('2026-03-02T16:04:11Z');
  const fields = type.outputFields.flatMap((field) =>
    typeof field === 'object' && field.type === 'datetime' ? [field.key] : [],
  );
  const keys = fields.filter((key) => typeof type.sample[key] === 'string');
  const context = { run: runOf(() => ({})), input: {} };
  for (const form of [stamp, String(stamp), stamp / 1_000, { seconds: stamp / 1_000 }]) {
    const told = Object.fromEntries(keys.map((key) => [key, form]));
    const plain = { ...type, complete: undefined };
    const [record = {}] = await finishRecords([{ ...type.sample, ...told }], plain, context);
    for (const key of keys)
      expect([key, form, record[key]]).toEqual([key, form, '2026-03-02T16:04:11.000Z']);
  }
});

test('a moment inside of a part of a record is told like any other', async () => {
  const context = { run: runOf(() => ({})), input: {} };
  for (const timestamp of [1_772_467_451_000, 1_772_467_451, { seconds: 1_772_467_451 }]) {
    const raw = { ...contact.sample, customFields: [], createdBy: { source: 'FORM', timestamp } };
    expect(await finishRecords([raw], contact, context)).toMatchObject([
      { createdBy: { source: 'FORM', timestamp: '2026-03-02T16:04:11.000Z' } },
    ]);
  }
});

test('a value of tomorrow that JavaScript knows as a word of its own is a text as any other', () => {
  for (const word of ['constructor', 'toString', '__proto__']) {
    expect(messageTypeName(word)).toEqual(expect.any(String));
    expect(conversationTypeName(word)).toEqual(expect.any(String));
    expect(notificationName({ channel: word })).toBe(word);
    expect(statusOf({ appointmentStatus: word })).toEqual({ appointmentStatus: word });
  }
});

test('what is deleted is deleted, though the switch comes as a text', async () => {
  const context = { run: runOf(() => ({})), input: { endTime: Infinity } };
  const gone = (type: RecordType) =>
    finishRecords([{ ...type.sample, deleted: 'true' }], type, context);
  expect(await gone(appointment)).toMatchObject([{ deleted: true }]);
  expect(await gone(calendarEvents)).toEqual([]);
});

const works = operations.filter(
  ({ key, operation }) => !operation.display.hidden && !looksUpFirst.has(key),
);

/** A free slot is nothing but a moment: where that cannot be read, this is said, or all slots would look taken. */
const isUnreadable = (key: string, future: string) =>
  /^(get|find)_free_slots$/.test(key) && /no dates|null for every/.test(future);

/** Searches that look into the records themselves: what is told otherwise may not be what was looked for. */
const mayFindNone = new Set([
  'find_appointment',
  'find_custom_object_record',
  'find_pipeline_stage',
  'find_task',
]);

/** What is wrong with what an operation gives for an answer. */
const faultsAfter = async (
  { kind, key, operation }: (typeof works)[number],
  future: string,
  running: Promise<unknown>,
): Promise<string[]> => {
  if (isUnreadable(key, future)) {
    const said = await running.then(String, (error: Error) => error.message);
    const isSaid = said.includes('HighLevel’s answer contained no free slot list.');
    return isSaid ? [] : [`it says “${said}”`];
  }
  const records = [await running].flat() as Result[];
  if (records.length === 0) {
    // What is no event any more is not told.
    const maySayNothing = plainKeys.has(key) && future !== 'today';
    return maySayNothing || mayFindNone.has(key) ? [] : ['no record'];
  }
  const primary = kind === 'triggers' ? primaryKeys(operation as never) : [];
  return records.flatMap((record) => [
    ...faultsOf(record, operation),
    ...primary
      .filter((name) => !['string', 'number'].includes(typeof record[name]))
      .map((name) => `its ${name} is ${JSON.stringify(record[name])}`),
  ]);
};

const today = (answer: Result): unknown => answer;

test.each(works)('$kind $key understands today’s answer and those of tomorrow', async (one) => {
  const { kind, operation } = one;
  const given = await filledIn(kind, operation);
  const answer = telling(operation, kind);
  const wrong = await wrongIn({ today, ...futures }, works.indexOf(one), (change, future) =>
    faultsAfter(one, future, run(kind, operation, change(answer), given)),
  );
  expect(wrong).toEqual([]);
});

/** How HighLevel's next API may wrap records: under a name that it has not had before. */
const alone: ((sample: Result) => unknown)[] = [
  (sample) => ({ data: sample, traceId: 'trace-1' }),
  (sample) => ({ brandNew: sample, traceId: 'trace-1' }),
  (sample) => ({ success: true, result: sample, traceId: 'trace-1' }),
  (sample) => ({ data: { brandNew: sample }, traceId: 'trace-1' }),
  (sample) => sample,
];
const listed: ((sample: Result) => unknown)[] = [
  (sample) => ({ data: [sample], meta: { total: 1 }, traceId: 'trace-1' }),
  (sample) => ({ brandNew: [sample], pagination: { next: null }, traceId: 'trace-1' }),
  (sample) => ({ data: { brandNew: [sample] } }),
  (sample) => ({ data: [null, sample, 'a text'] }),
  (sample) => [sample],
];

/** They show the whole answer where they do not know its wrapper. */
const showsAll = (key: string) => ['api_request', 'api_look_up'].includes(key);

test.each(works.filter(({ key }) => !showsAll(key)))(
  '$kind $key: an unknown wrapper is seen through, or said, and never a crash',
  async (one) => {
    const { kind, operation } = one;
    const { sample = {} } = operation.operation as { sample?: Result };
    const given = await filledIn(kind, operation);
    for (const wrap of share([...alone, ...listed], 3, works.indexOf(one))) {
      const outcome = await run(kind, operation, wrap({ ...sample }), given).catch(
        (error: Error) => error,
      );
      if (outcome instanceof Error) {
        if (!/^(AppError|HaltedError)$/.test(outcome.name)) throw outcome;
        continue;
      }
      // Neither a record of nothing, nor one of the lists inside of the record.
      const own = new Set([sample.id, ...Object.values(given)]);
      // An instant trigger’s id is that of the contact, which its list only names.
      if (!sample.id || 'performList' in operation.operation) continue;
      const strange = ([outcome].flat() as Result[]).filter(({ id }) => !own.has(id));
      if (strange.length > 0) expect([wrap({ id: 'the record' }), strange]).toEqual([]);
    }
  },
);

test('two parts that may both be meant are said, and none is guessed', async () => {
  for (const { key, kind, operation } of operations) {
    if (key !== 'get_contact') continue;
    const answer = { brandNew: { id: 'c1' }, other: { id: 'u1' } };
    const given = await filledIn(kind, operation);
    await expect(run(kind, operation, answer, given)).rejects.toThrow(
      'HighLevel’s answer contained no contact. Please try again in a moment.',
    );
  }
});

test.each([
  ['get_contact', alone],
  ['get_user', alone],
  ['get_calendar_notification', alone],
  ['create_block_slot', alone],
  ['create_contact', alone],
  ['search_contacts', listed],
  ['list_calendars', listed],
] as const)('%s sees through unknown wrappers', async (wanted, wrappers) => {
  for (const { key, kind, operation } of operations) {
    if (key !== wanted) continue;
    const sample = operation.operation.sample as Result;
    const given = await filledIn(kind, operation);
    for (const wrap of wrappers) {
      const records = [await run(kind, operation, wrap({ ...sample }), given)].flat() as Result[];
      expect(records.map(({ id }) => id)).toEqual([sample.id]);
    }
  }
});
