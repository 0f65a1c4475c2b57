import { recordIn } from '../lib/api/answers.ts';
import { canDoWithout, HighLevelError } from '../lib/api/errors.ts';
import type { Part } from '../lib/hooks/event.ts';
import { type Context, type RecordType, record, withWarning } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import { asObject, isEmpty, type JsonObject } from '../lib/values.ts';
import { contact, contactStatement, unifyShape } from './contacts.ts';
import { definitionsRoute, nameCustomFields } from './customFields.ts';
import { sortPostedFields } from './postedFields.ts';

/** Where the contact of a post is read, if the post has only its id. */
const postedContactRoute = 'GET /contacts/{contactId}';

/** A part of a post: what it looks like, and how it is read if the post lacks it. */
export interface PostedPart {
  name: Part;
  /** Its members are what people get, `null` where nothing is known. */
  sample: JsonObject;
  labels?: Record<string, string>;
  /** The endpoints that `read` and `complete` call. */
  routes: readonly string[];
  /** Whether a post has said enough of it; else it is read. */
  isWhole?: (part: JsonObject) => boolean;
  /** Reads the last one of a contact. @param said what the post says of it */
  read: (run: Run, contactId: string, said: JsonObject) => Promise<JsonObject | undefined>;
  /** Adds what a part lacks, or has under another name. */
  complete?: (run: Run, part: JsonObject) => Promise<JsonObject>;
}

/** What the contact of a post is told by; an app webhook often has no more than its id. */
const details = ['firstName', 'lastName', 'name', 'email', 'phone', 'tags'];

/** A look-up that may fail: what happened is told all the same, with a warning. */
const lookUp = async <Found>(
  what: string,
  find: () => Promise<Found>,
): Promise<{ found?: Found; warning?: string }> => {
  try {
    return { found: await find() };
  } catch (error) {
    if (!canDoWithout(error)) throw error;
    const why = error instanceof HighLevelError ? error.sentence : '';
    return { warning: `The ${what} could not be read: ${why}` };
  }
};

/** Whether HighLevel may have given such an id; an author can write anything. Nothing else is looked for. */
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value);

const withContact = async (raw: JsonObject, run: Run): Promise<JsonObject> => {
  const { id: contactId } = raw;
  if (!isId(contactId) || details.some((key) => !isEmpty(raw[key]))) return raw;
  const { found, warning } = await lookUp('contact', async () =>
    recordIn(await run.call(postedContactRoute, { contactId }), contact),
  );
  const read = { ...found, ...raw };
  return warning ? withWarning(read, warning) : read;
};

/** A part with all that people get of it, and nothing else. */
const shapePart = ({ sample }: PostedPart, raw: JsonObject): JsonObject =>
  Object.fromEntries(Object.keys(sample).map((key) => [key, raw[key] ?? null]));

const finishPart = async (run: Run, part: PostedPart, raw: JsonObject): Promise<JsonObject> =>
  shapePart(part, part.complete ? await part.complete(run, raw) : raw);

const withoutNulls = (part: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));

/** What the post says of the part, in the shape of the sample even if what it lacks could not be read. */
const saidPart = async (raw: JsonObject, run: Run, part: PostedPart): Promise<JsonObject> => {
  const { name } = part;
  const said = asObject(raw[name]);
  const { found, warning } = await lookUp(name, () => finishPart(run, part, said));
  const whole = { ...raw, [name]: found ?? shapePart(part, said) };
  return warning ? withWarning(whole, warning) : whole;
};

/** The part as the API has it now, since the post says too little of it. */
const readPart = async (raw: JsonObject, run: Run, part: PostedPart): Promise<JsonObject> => {
  const { name, read } = part;
  const said = asObject(raw[name]);
  const { found, warning } = await lookUp(name, async () => {
    const last = await read(run, String(raw.id), said);
    return last && finishPart(run, part, last);
  });
  const guess = found
    ? `The post did not say which ${name} this is about: this is the contact’s last one.`
    : `The post did not say which ${name} this is about, and the contact has none.`;
  const own = withoutNulls(shapePart(part, said));
  const whole = found ? { ...raw, [name]: { ...found, ...own } } : await saidPart(raw, run, part);
  return withWarning(whole, warning ?? guess);
};

const withPart = async (raw: JsonObject, run: Run, part: PostedPart): Promise<JsonObject> => {
  const { name, isWhole = () => true } = part;
  const said = asObject(raw[name]);
  const isEnough = !isEmpty(said) && isWhole(said);
  return !isEnough && isId(raw.id) ? readPart(raw, run, part) : saidPart(raw, run, part);
};

const withFields = async (raw: JsonObject, run: Run): Promise<JsonObject> => {
  const { others = {}, otherFields, ...rest } = raw;
  const sorted = await sortPostedFields(run, 'contact', asObject(others));
  const posted = new Set(sorted.customFields.map(({ id }) => id));
  const read = [rest.customFields ?? []].flat().filter((one) => !posted.has(asObject(one).id));
  const customFields = [...read, ...sorted.customFields];
  return { ...rest, customFields, otherFields: otherFields ?? sorted.others };
};

/** The contacts with their custom fields by name, or else without. */
const withNames = async (run: Run, contacts: JsonObject[]): Promise<JsonObject[]> => {
  const { found, warning = '' } = await lookUp('names of the custom fields', () =>
    nameCustomFields(run, 'contact', contacts),
  );
  return found ?? contacts.map((one) => withWarning(one, warning));
};

const completeWith =
  (part: PostedPart | undefined) =>
  async (records: JsonObject[], { run }: Context): Promise<JsonObject[]> => {
    const whole = await Promise.all(
      records.map(async (raw) => {
        const read = await withFields(await withContact(raw, run), run);
        return part ? withPart(read, run, part) : read;
      }),
    );
    return withNames(run, whole.map(unifyShape));
  };

const location = {
  id: 've9EPM428h8vShlRW1KT',
  name: 'Bright Smile Dental',
  address: '500 Market Street',
  city: 'San Francisco',
  state: 'CA',
  country: 'US',
  postalCode: '94105',
};

const envelope = {
  eventType: 'ContactTagUpdate',
  workflow: { id: '11111111-2222-4333-8444-555555555555', name: 'New leads' },
  location,
  assignedUser: {
    firstName: 'Ines',
    lastName: 'Marlow',
    email: 'ines.marlow@example.com',
    phone: '+14155550199',
  },
  customData: { campaign: 'Spring offer' },
  otherFields: {},
  sentAt: '2026-03-04T09:30:45.000Z',
};

const labels = {
  ...contactStatement.labels,
  id: 'Contact ID',
  eventType: 'App Event',
  workflow__id: 'Workflow ID',
  workflow__name: 'Workflow Name',
  location__name: 'Sub-Account Name',
  sentAt: 'Sent At',
};

/** A contact as every trigger gives it, with what a post says besides, and with the part that a trigger promises. */
export const postWith = (part: PostedPart): RecordType =>
  record({
    ...contactStatement,
    noun: part.name,
    sample: {
      ...contactStatement.sample,
      [part.name]: part.sample,
      ...envelope,
      warning: `The ${part.name} could not be read: …`,
    },
    labels: { ...labels, ...part.labels },
    complete: completeWith(part),
  });

/** The same without a promise: what else a post holds is handed on as it came. @param parts what that may be */
export const contactPost = (parts: JsonObject = {}, partLabels = {}): RecordType =>
  record({
    ...contactStatement,
    noun: 'contact',
    sample: {
      ...contactStatement.sample,
      ...parts,
      ...envelope,
      warning: 'The contact could not be read: …',
    },
    labels: { ...labels, ...partLabels },
    complete: completeWith(undefined),
  });

/** The endpoints that the record of a post calls. */
export const postRoutes = [postedContactRoute, definitionsRoute];
