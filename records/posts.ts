import { recordIn } from '../lib/api/answers.ts';
import { type Context, type RecordType, record, withWarning } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import { asObject, isEmpty, type JsonObject } from '../lib/values.ts';
import { contact, contactStatement, unifyShape } from './contacts.ts';
import { definitionsRoute, nameCustomFields } from './customFields.ts';
import { isId, lookUp, type PostedPart, withPart } from './partOfPost.ts';
import { sortPostedFields } from './postedFields.ts';

/** Where the contact of a post is read, if the post has only its id. */
const postedContactRoute = 'GET /contacts/{contactId}';

/** What the contact of a post is told by; an app webhook often has no more than its id. */
const details = ['firstName', 'lastName', 'name', 'email', 'phone', 'tags'];

const withContact = async (raw: JsonObject, run: Run): Promise<JsonObject> => {
  const { id: contactId } = raw;
  if (!isId(contactId) || details.some((key) => !isEmpty(raw[key]))) return raw;
  const { found, warning } = await lookUp('contact', async () =>
    recordIn(await run.call(postedContactRoute, { contactId }), contact),
  );
  const read = { ...found, ...raw };
  return warning ? withWarning(read, warning) : read;
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
