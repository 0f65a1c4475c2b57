import * as zod from 'zod';
import { fail } from '../gateway/errors.ts';
import { type Contact, type CustomValue, contacts, notes, tasks } from '../seed/contacts.ts';
import { customFields } from '../seed/customFields.ts';
import {
  lostReasons,
  type Opportunity,
  opportunities,
  pipelines,
  type Status,
} from '../seed/opportunities.ts';
import type { Location } from '../state/state.ts';
import { nameOf, stored, withoutNulls } from './contactRecord.ts';

/** The document lists `all` among the statuses of a write; it is for searching only (reality d.5). */
export const status = zod.enum(['open', 'won', 'lost', 'abandoned']);

/** The properties that create and update have in common (opportunities.json, UpdateOpportunityDto). */
export const written = {
  pipelineId: zod.string().optional(),
  name: zod.string().optional(),
  pipelineStageId: zod.string().optional(),
  status: status.optional(),
  monetaryValue: zod.number().optional(),
  assignedTo: zod.string().optional(),
};

export const customValues = zod
  .array(zod.looseObject({ id: zod.string().optional(), key: zod.string().optional() }))
  .optional();

export type Write = zod.output<zod.ZodObject<typeof written>> & {
  customFields?: zod.output<typeof customValues>;
  lostReasonId?: string | undefined;
};

/** The opportunity of the path; an unknown id is a 400, as with contacts (reality d.3). */
export function opportunityOf(location: Location, id: string): Opportunity {
  const opportunity = opportunities(location).get(id);
  if (!opportunity) throw fail(400, `Opportunity with id ${id} not found`);
  return opportunity;
}

export const emptyOpportunity = (id: string, now: number): Opportunity => ({
  id,
  name: '',
  monetaryValue: 0,
  pipelineId: '',
  pipelineStageId: '',
  status: 'open',
  lostReasonId: null,
  contactId: null,
  assignedTo: null,
  source: null,
  followers: [],
  customFields: [],
  createdAt: now,
  updatedAt: now,
  lastStatusChangeAt: now,
  lastStageChangeAt: now,
});

/** The opportunity with what was written to it; a new pipeline without a stage starts at the first one. */
export function changed(known: Opportunity, location: Location, write: Write, now: number) {
  const { customFields: values, lostReasonId, ...plain } = write;
  const given = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== undefined),
  );
  const next: Opportunity = { ...known, ...given, updatedAt: now };
  const pipeline = pipelines(location).get(next.pipelineId);
  if (!pipeline) throw fail(400, 'The pipeline id is invalid.');
  const stages = pipeline.stages.map(({ id }) => id);
  if (!stages.includes(next.pipelineStageId)) {
    if (write.pipelineStageId) throw fail(400, 'The pipeline stage id is invalid.');
    next.pipelineStageId = stages[0] ?? '';
  }
  if (next.pipelineStageId !== known.pipelineStageId) next.lastStageChangeAt = now;
  setStatus(next, known.status, location, lostReasonId, now);
  if (values) next.customFields = withValues(known.customFields, location, values);
  return next;
}

function setStatus(
  next: Opportunity,
  before: Status,
  location: Location,
  lostReasonId: string | undefined,
  now: number,
): void {
  if (lostReasonId !== undefined && !lostReasons(location).has(lostReasonId)) {
    throw fail(400, `Lost reason with id ${lostReasonId} not found`);
  }
  if (next.status !== before) next.lastStatusChangeAt = now;
  next.lostReasonId = next.status === 'lost' ? (lostReasonId ?? next.lostReasonId) : null;
}

/**
 * Custom values by id or key, out of `field_value` (the document) or `fieldValue` (reality d.0 ⚡2: sources
 * contradict each other), never out of `value`. What does not fit is dropped without a word (reality d.4).
 */
function withValues(
  held: CustomValue[],
  location: Location,
  values: Record<string, unknown>[],
): CustomValue[] {
  const result = new Map(held.map((value) => [value.id, value]));
  const fields = [...customFields(location).values()];
  for (const item of values) {
    const input = item.field_value ?? item.fieldValue;
    const key = String(item.key ?? '').replace(/^opportunity\./, '');
    const field = fields.find(
      ({ id, fieldKey, model }) =>
        model === 'opportunity' && (id === item.id || fieldKey === `opportunity.${key}`),
    );
    if (!field || input === undefined) continue;
    if (input === '' && field.dataType !== 'DATE') result.delete(field.id);
    const value = stored(field, input);
    if (value !== undefined) result.set(field.id, { id: field.id, value });
  }
  return [...result.values()];
}

const iso = (ms: number) => new Date(ms).toISOString();

const contactOf = (location: Location, { contactId }: Opportunity): Contact | undefined =>
  contactId ? contacts(location).get(contactId) : undefined;

/** Values are texts, lists and objects, never numbers (opportunities.json, CustomFieldResponseSchema). */
const asText = (value: unknown) => (typeof value === 'number' ? String(value) : value);

/** As `GET /opportunities/{id}` and the writes answer it (recorded live, NG): no nulls, no empty customFields. */
export function whole(opportunity: Opportunity, location: Location): object {
  const { customFields: values, createdAt, updatedAt, ...rest } = opportunity;
  const contact = contactOf(location, opportunity);
  return withoutNulls({
    ...rest,
    lastStatusChangeAt: iso(opportunity.lastStatusChangeAt),
    lastStageChangeAt: iso(opportunity.lastStageChangeAt),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    isAttribute: false,
    internalSource: {
      type: 'CREATED',
      id: 'sandbox',
      apiVersion: '2021-07-28',
      channel: 'OAUTH',
      source: 'INTEGRATION',
    },
    locationId: location.id,
    lastActionDate: iso(updatedAt),
    customFields:
      values.length > 0 ? values.map(({ id, value }) => ({ id, fieldValue: asText(value) })) : null,
    contact: contact
      ? withoutNulls({
          id: contact.id,
          name: nameOf(contact),
          companyName: contact.companyName,
          email: contact.email,
          phone: contact.phone,
          tags: contact.tags,
          followers: contact.followers,
        })
      : null,
  });
}

type Details = { notes?: boolean; tasks?: boolean; calendarEvents?: boolean };

/** As both searches answer it (recorded live, NG): nulls, the record's own cursor, custom values by type (d.4). */
export function searched(
  opportunity: Opportunity,
  location: Location,
  { notes: withNotes, tasks: withTasks, calendarEvents }: Details,
): object {
  const { customFields: values, createdAt, updatedAt, ...rest } = opportunity;
  const stage = pipelines(location)
    .get(opportunity.pipelineId)
    ?.stages.find(({ id }) => id === opportunity.pipelineStageId);
  const contact = contactOf(location, opportunity);
  const ofContact = <T extends { contactId: string }>(records: Iterable<T>) =>
    [...records].filter(({ contactId }) => contactId === opportunity.contactId);
  const person = contact && {
    companyName: contact.companyName,
    email: contact.email,
    phone: contact.phone,
    tags: contact.tags,
  };
  return {
    ...rest,
    pipelineStageUId: opportunity.pipelineStageId,
    lastStatusChangeAt: iso(opportunity.lastStatusChangeAt),
    lastStageChangeAt: iso(opportunity.lastStageChangeAt),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    forecastProbability: null,
    effectiveProbability: stage?.stageWinProbability ?? null,
    locationId: location.id,
    customFields: values.map((value) => typed(value, location)),
    relations: contact
      ? [
          {
            associationId: 'OPPORTUNITIES_CONTACTS_ASSOCIATION',
            relationId: opportunity.id,
            primary: true,
            objectKey: 'contact',
            recordId: contact.id,
            fullName: nameOf(contact),
            contactName: nameOf(contact),
            ...person,
            attributed: null,
          },
        ]
      : [],
    ...(contact && { contact: { id: contact.id, name: nameOf(contact), ...person, score: [] } }),
    ...(withNotes && { notes: ofContact(notes(location).values()) }),
    ...(withTasks && { tasks: ofContact(tasks(location).values()) }),
    ...(calendarEvents && { calendarEvents: [] }),
    sort: [createdAt, opportunity.id],
    attributions: [],
  };
}

/** `{ id, type, fieldValueString }` and its sisters; dates are epoch ms at UTC midnight (reality d.4, #87). */
function typed({ id, value }: CustomValue, location: Location): object {
  const dataType = customFields(location).get(id)?.dataType;
  if (dataType === 'DATE') return { id, type: 'date', fieldValueDate: Date.parse(String(value)) };
  if (typeof value === 'number') return { id, type: 'number', fieldValueNumber: value };
  if (Array.isArray(value)) return { id, type: 'array', fieldValueArray: value };
  return { id, type: 'string', fieldValueString: value };
}
