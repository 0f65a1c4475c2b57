import { asObject, isBlank, isEmpty, isObject, type JsonObject, ownValue } from '../values.ts';
import type { HookEvent } from './event.ts';
import {
  opportunityKeys,
  orNull,
  sharedKeys,
  workflowAppointment,
  workflowForm,
  workflowMessage,
  workflowOpportunity,
  workflowPart,
} from './parts.ts';
import { canBeId, textIn } from './post.ts';

/** Members of a post of HighLevel’s workflow action “Webhook” → those of the API’s contact (api#workflow-webhooks). */
const contactKeys: Record<string, string> = {
  contact_id: 'id',
  first_name: 'firstName',
  last_name: 'lastName',
  full_name: 'name',
  email: 'email',
  phone: 'phone',
  address1: 'address1',
  city: 'city',
  state: 'state',
  country: 'country',
  postal_code: 'postalCode',
  full_address: 'fullAddress',
  timezone: 'timezone',
  date_created: 'dateAdded',
  date_of_birth: 'dateOfBirth',
  contact_source: 'source',
  contact_type: 'type',
  website: 'website',
  company_name: 'companyName',
  gclid: 'gclid',
  location_id: 'locationId',
};

/** The same as people write them in the raw body of a “Custom Webhook”. */
const ownKeys: Record<string, string> = {
  ...Object.fromEntries(
    ['contact_id', 'first_name', 'last_name', 'full_name', 'postal_code', 'location_id'].map(
      (key) => [
        key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
        contactKeys[key] ?? key,
      ],
    ),
  ),
  // HighLevel’s merge tag.
  'location.id': 'locationId',
};

/** Members that hold something else than the contact. */
const structure = new Set([
  'tags',
  'user',
  'location',
  'workflow',
  'calendar',
  'message',
  'payment',
  'invoice',
  'order',
  'note',
  'task',
  'campaign',
  'triggerData',
  'contact',
  'attributionSource',
  'customData',
]);

/** Tags as a list: workflows join them with commas (api#workflow-webhooks). */
const tagsOf = (tags: unknown): unknown[] =>
  [tags]
    .flat()
    .flatMap((tag) => (typeof tag === 'string' ? tag.split(',') : [tag]))
    .map((tag) => (typeof tag === 'string' ? tag.trim() : tag))
    .filter((tag) => !isBlank(tag));

const keyFor = (name: string): string | undefined =>
  ownValue(contactKeys, name) ?? ownValue(ownKeys, name);

/** HighLevel’s members of the contact hold one value: of several, as in a form with a name twice, the last counts. */
const oneOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.findLast((one) => !isEmpty(one)) : value;

const contactIn = (body: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, posted]) => {
      const value = oneOf(posted);
      const key = keyFor(name);
      // An author can write anything in the place of an id.
      const isSaid = key === 'id' ? canBeId(value) : !isEmpty(value);
      return key && isSaid && value !== 'null' ? [[key, value]] : [];
    }),
  );

/** A part of a post, only if it is one: an author’s own “message” may be a plain text. */
const defined = (parts: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));

const attribution = (body: JsonObject): JsonObject => {
  const { attributionSource, lastAttributionSource } = asObject(body.contact);
  const known = { attributionSource, lastAttributionSource };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => !isEmpty(value)));
};

/** Objects that HighLevel was only seen to post empty: what is in them is an author’s own, or new. */
const emptySoFar = new Set(['triggerData', 'attributionSource']);

const othersIn = (body: JsonObject, hasOpportunity: boolean): JsonObject => {
  const { attributionSource: _, lastAttributionSource: __, ...own } = asObject(body.contact);
  const others = Object.entries(body).filter(([name, value]) => {
    if (keyFor(name)) return false;
    if (emptySoFar.has(name)) return !isEmpty(value);
    // Of another kind than HighLevel’s own member of that name.
    if (structure.has(name)) return name !== 'tags' && !isObject(value) && !isBlank(value);
    return !(hasOpportunity && (opportunityKeys.has(name) || sharedKeys.has(name)));
  });
  return Object.fromEntries([...others, ...(isEmpty(own) ? [] : [['contact', own]])]);
};

/**
 * Reads what a workflow posted, by the action “Webhook” or, as far as its author kept to HighLevel’s names, by “Custom
 * Webhook”. Anything else becomes an event too, with all it says under `others`.
 */
export const readWorkflow = (body: JsonObject): HookEvent => {
  const opportunity = workflowOpportunity(body);
  const { location, workflow, customData, user, campaign } = body;
  const contact = contactIn(body);
  const locationId = textIn(asObject(location), 'id') ?? textIn(contact, 'locationId');
  const record = {
    ...contact,
    ...attribution(body),
    ...(body.tags === undefined ? {} : { tags: tagsOf(body.tags) }),
    ...(locationId ? { locationId } : {}),
    ...defined({
      appointment: workflowAppointment(body.calendar),
      opportunity,
      message: workflowMessage(body.message),
      payment: workflowPart(body.payment),
      invoice: workflowPart(body.invoice),
      order: workflowPart(body.order),
      form: workflowForm(body),
      note: workflowPart(body.note),
      task: workflowPart(body.task),
      campaign: workflowPart(campaign),
      assignedUser: isObject(user) && !isEmpty(user) ? user : undefined,
      location: isObject(location) ? mapValues(location, orNull) : undefined,
      workflow: isObject(workflow) ? workflow : undefined,
      customData: isObject(customData) ? customData : undefined,
    }),
  };
  const isKnown = isObject(workflow) || 'id' in contact;
  return {
    source: isKnown ? 'workflow' : 'other',
    locationIds: locationId ? [locationId] : [],
    record,
    others: othersIn(body, opportunity !== undefined),
  };
};

const mapValues = (object: JsonObject, change: (value: unknown) => unknown): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
