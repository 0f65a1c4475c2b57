import { type CustomValue, nameOf } from '../../seed/contact.ts';
import { notes, tasks } from '../../seed/contactParts.ts';
import { customFields } from '../../seed/customFields.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import { contactOf } from '../../seed/opportunityIndex.ts';
import { pipelines } from '../../seed/pipelines.ts';
import type { Location } from '../../state/state.ts';
import { iso, withoutNulls } from '../records.ts';

/** Values are texts, lists and objects, never numbers (opportunities.json, CustomFieldResponseSchema). */
const asText = (value: unknown) => (typeof value === 'number' ? String(value) : value);

/** As `GET /opportunities/{id}` and the writes answer it (api#single-opportunity): no nulls, no empty customFields. */
export function wholeOpportunity(opportunity: Opportunity, location: Location): object {
  const { customFields: values, createdAt, updatedAt, ...rest } = opportunity;
  const contact = contactOf(opportunity, location);
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

/** What a search answers together with the opportunity if asked. */
type Details = { notes?: boolean; tasks?: boolean; calendarEvents?: boolean };

/**
 * As both searches answer it (api#opportunity-in-the-search): nulls, the record's own cursor, custom values by type
 * (api#custom-value-shapes).
 */
export function foundOpportunity(
  opportunity: Opportunity,
  location: Location,
  details: Details,
): object {
  const { customFields: values, createdAt, updatedAt, ...known } = opportunity;
  const { forecastExpectedCloseDate: day, ...rest } = known;
  const stage = pipelines(location)
    .get(opportunity.pipelineId)
    ?.stages.find(({ id }) => id === opportunity.pipelineStageId);
  return {
    ...rest,
    pipelineStageUId: opportunity.pipelineStageId,
    lastStatusChangeAt: iso(opportunity.lastStatusChangeAt),
    lastStageChangeAt: iso(opportunity.lastStageChangeAt),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    ...(day && { forecastExpectedCloseDate: day }),
    effectiveProbability: stage?.stageWinProbability ?? null,
    locationId: location.id,
    customFields: values.map((value) => typedValue(value, location)),
    ...foundPerson(opportunity, location),
    ...foundDetails(opportunity, location, details),
    sort: [createdAt, opportunity.id],
    attributions: [],
  };
}

/** The contact, once among the relations and once of its own. */
function foundPerson(opportunity: Opportunity, location: Location): object {
  const contact = contactOf(opportunity, location);
  if (!contact) return { relations: [] };
  const { id, companyName, email, phone, tags } = contact;
  const person = { companyName, email, phone, tags };
  const name = nameOf(contact);
  const relation = {
    associationId: 'OPPORTUNITIES_CONTACTS_ASSOCIATION',
    relationId: opportunity.id,
    primary: true,
    objectKey: 'contact',
    recordId: id,
    fullName: name,
    contactName: name,
    ...person,
    attributed: null,
  };
  return { relations: [relation], contact: { id, name, ...person, score: [] } };
}

function foundDetails({ contactId }: Opportunity, location: Location, details: Details): object {
  const ofContact = <T extends { contactId: string }>(records: Map<string, T>) =>
    [...records.values()].filter((one) => one.contactId === contactId);
  return {
    ...(details.notes && { notes: ofContact(notes(location)) }),
    ...(details.tasks && { tasks: ofContact(tasks(location)) }),
    ...(details.calendarEvents && { calendarEvents: [] }),
  };
}

/** `{ id, type, fieldValueString }` and its sisters; dates are epoch ms at UTC midnight (api#custom-value-shapes). */
function typedValue({ id, value }: CustomValue, location: Location): object {
  const dataType = customFields(location).get(id)?.dataType;
  if (dataType === 'DATE') return { id, type: 'date', fieldValueDate: Date.parse(String(value)) };
  if (typeof value === 'number') return { id, type: 'number', fieldValueNumber: value };
  if (Array.isArray(value)) return { id, type: 'array', fieldValueArray: value };
  return { id, type: 'string', fieldValueString: value };
}
