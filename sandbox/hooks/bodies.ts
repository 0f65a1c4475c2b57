/**
 * What the workflow action “Webhook” posts, as people have captured it (api#workflow-webhooks): snake case at the root,
 * camel case inside of `location` and `calendar`, HighLevel’s own spellings, tags as a text, empty and missing members
 * mixed, custom fields at the top under their labels.
 */
import { randomBytes } from 'node:crypto';
import { appointments } from '../seed/appointments.ts';
import { calendars } from '../seed/calendars.ts';
import { type Contact, nameOf } from '../seed/contact.ts';
import { contacts } from '../seed/contacts.ts';
import { customFields } from '../seed/customFields.ts';
import { TYPE_NUMBERS } from '../seed/message.ts';
import { messages } from '../seed/messages.ts';
import { opportunities } from '../seed/opportunities.ts';
import { pipelines } from '../seed/pipelines.ts';
import type { Happened, HookRequest, WorkflowHook } from '../state/hooks.ts';
import type { Location, State } from '../state/state.ts';

type Json = Record<string, unknown>;

const withoutMissing = (object: Json): Json =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));

/** All fields of contacts, those without a value as `""`; a single choice is a list of one. */
const fieldsOf = (location: Location, contact: Contact): Json =>
  Object.fromEntries(
    [...customFields(location).values()]
      .filter(({ model }) => model === 'contact')
      .map(({ id, name, dataType }) => {
        const { value = '' } = contact.customFields.find((one) => one.id === id) ?? {};
        const isList = dataType === 'SINGLE_OPTIONS' && value !== '';
        return [name, isList ? [value].flat() : Array.isArray(value) ? value.join(',') : value];
      }),
  );

const contactOf = (contact: Contact): Json => ({
  ...withoutMissing({
    contact_id: contact.id,
    first_name: contact.firstName,
    last_name: contact.lastName,
    full_name: nameOf(contact),
    email: contact.email,
    phone: contact.phone,
  }),
  tags: contact.tags.join(','),
  ...withoutMissing({
    address1: contact.address1,
    city: contact.city,
    state: contact.state,
    country: contact.country,
    timezone: contact.timezone,
    date_created: new Date(contact.dateAdded).toISOString(),
    postal_code: contact.postalCode,
    contact_source: contact.source,
    website: contact.website,
    company_name: contact.companyName,
    date_of_birth: contact.dateOfBirth,
  }),
  full_address: [contact.address1, contact.city].filter(Boolean).join(', '),
  contact_type: contact.type,
});

const opportunityOf = (location: Location, id: string): Json => {
  const found = opportunities(location).get(id);
  const pipeline = pipelines(location).get(found?.pipelineId ?? '');
  const stage = pipeline?.stages.find((one) => one.id === found?.pipelineStageId);
  if (!found) return {};
  return withoutMissing({
    opportunity_name: found.name,
    status: found.status,
    lead_value: found.monetaryValue,
    opportunity_source: found.source,
    source: found.source,
    pipleline_stage: stage?.name ?? '',
    pipeline_id: found.pipelineId,
    id: found.id,
    pipeline_name: pipeline?.name ?? '',
  });
};

/** The time on the wall of a zone, without its offset. */
const wallTime = (moment: number, timeZone: string): string =>
  new Date(moment).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');

const appointmentOf = (location: Location, id: string): Json => {
  const found = appointments(location).get(id);
  if (!found) return {};
  const { timezone } = location.record;
  return {
    calendar: {
      title: found.title,
      selectedTimezone: timezone,
      appointmentId: found.id,
      startTime: wallTime(found.startTime, timezone),
      endTime: wallTime(found.endTime, timezone),
      status: 'booked',
      appoinmentStatus: found.appointmentStatus,
      address: found.address,
      date_created: new Date(found.dateAdded).toISOString(),
      created_by: '',
      created_by_user_id: null,
      created_by_meta: { source: 'booking_widget' },
      last_updated_by_meta: { source: 'booking_widget' },
      id: found.calendarId,
      calendarName: calendars(location).get(found.calendarId)?.name ?? '',
    },
  };
};

/** A call says nothing but that it is one. */
const messageOf = (location: Location, id: string): Json => {
  const found = messages(location).get(id);
  if (!found) return {};
  const type = TYPE_NUMBERS[found.messageType] ?? null;
  return { message: type === 1 ? { type } : { type, body: found.body } };
};

const blockOf = (location: Location, { start, id = '', block }: Happened): Json => {
  if (start === 'Pipeline Stage Changed') return opportunityOf(location, id);
  if (start === 'Appointment Status') return appointmentOf(location, id);
  if (start === 'Customer Replied') return messageOf(location, id);
  if (start === 'Invoice') return { invoice: block };
  return start === 'Order Submitted' ? { order: block } : {};
};

const locationOf = ({ id, record }: Location): Json => ({
  name: record.name,
  address: record.address,
  city: record.city,
  state: record.state,
  country: record.country,
  postalCode: record.postalCode,
  fullAddress: `${record.address}, ${record.city} ${record.state} ${record.postalCode}`,
  id,
});

const attributionOf = ({ start, block }: Happened): Json => ({
  attributionSource: { sessionSource: 'CRM UI', medium: 'manual', mediumId: null },
  lastAttributionSource:
    start === 'Form Submitted'
      ? { sessionSource: 'Direct traffic', medium: 'form', mediumId: block?.id ?? null }
      : {},
});

const headersOf = (content: string): HookRequest['headers'] => ({
  'content-type': 'application/json',
  accept: 'application/json, text/plain, */*',
  'user-agent': 'axios/1.13.2',
  'content-length': String(Buffer.byteLength(content)),
  traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
});

/** Writes the post of a workflow: no event type, no id, no signature. */
export const writePost =
  (state: State) =>
  ({ id, name, customData }: WorkflowHook, happened: Happened): HookRequest | undefined => {
    const location = state.locations.get(happened.locationId);
    const contact = location && contacts(location).get(happened.contactId);
    if (!contact) return undefined;
    const content = JSON.stringify({
      ...fieldsOf(location, contact),
      ...contactOf(contact),
      ...blockOf(location, happened),
      location: locationOf(location),
      workflow: { id, name },
      triggerData: {},
      contact: attributionOf(happened),
      attributionSource: {},
      customData,
    });
    return { headers: headersOf(content), content };
  };
