/** The parts of a post under the keys of the API. What they are called there is in (api#workflow-webhooks). */
import { asObject, isBlank, isEmpty, isObject, type JsonObject } from '../values.ts';

/** The first that says something; undefined if none does. */
export const firstOf = (...values: unknown[]): unknown => values.find((value) => !isBlank(value));

/** `sub_total_amount` as `subTotalAmount`, all the way down. */
export const camelKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key.replace(/(?<=[a-z0-9])_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      camelKeys(part),
    ]),
  );
};

/** A value of the API that a workflow writes without one: text “null”, `""`, `{}` are nothing. */
export const orNull = (value: unknown): unknown =>
  isEmpty(value) || value === 'null' ? null : value;

/**
 * `calendar` of a workflow. Its times have no offset, and whether they are those of the named zone is not proven
 * (api#workflow-appointments): both are handed on as they came.
 */
export const workflowAppointment = (calendar: unknown): JsonObject | undefined => {
  if (isEmpty(calendar) || !isObject(calendar)) return undefined;
  const { appoinmentStatus, appointmentStatus, created_by_meta, ...rest } = calendar;
  return {
    id: orNull(rest.appointmentId),
    calendarId: orNull(rest.id),
    calendarName: orNull(rest.calendarName),
    title: orNull(rest.title),
    appointmentStatus: firstOf(appointmentStatus, appoinmentStatus) ?? null,
    status: orNull(rest.status),
    startTime: orNull(rest.startTime),
    endTime: orNull(rest.endTime),
    timeZone: orNull(rest.selectedTimezone),
    address: orNull(rest.address),
    createdBySource: asObject(created_by_meta).source ?? null,
    createdByUserId: orNull(rest.created_by_user_id),
    dateAdded: orNull(rest.date_created),
  };
};

/** The members of a workflow’s post that belong to its opportunity, `pipleline_stage` as HighLevel spells it. */
export const opportunityKeys = new Set([
  'opportunity_name',
  'lead_value',
  'opportunity_source',
  'pipleline_stage',
  'pippleine_stage',
  'pipeline_stage',
  'pipeline_id',
  'pipeline_name',
]);

/** Members that mean the opportunity if there is one. */
export const sharedKeys = new Set(['id', 'status', 'source']);

/** The opportunity of a workflow’s post, whose keys stand among those of the contact. */
export const workflowOpportunity = (body: JsonObject): JsonObject | undefined => {
  if (!Object.keys(body).some((key) => opportunityKeys.has(key))) return undefined;
  return {
    id: body.id === body.contact_id ? null : orNull(body.id),
    name: orNull(body.opportunity_name),
    monetaryValue: orNull(body.lead_value),
    status: orNull(body.status),
    source: firstOf(body.opportunity_source, body.source) ?? null,
    pipelineId: orNull(body.pipeline_id),
    pipelineName: orNull(body.pipeline_name),
    pipelineStageName:
      firstOf(body.pipleline_stage, body.pippleine_stage, body.pipeline_stage) ?? null,
  };
};

/** `message` of a workflow: a number as its type; a call has nothing else. */
export const workflowMessage = (message: unknown): JsonObject | undefined => {
  if (isEmpty(message) || !isObject(message)) return undefined;
  return {
    ...(camelKeys(message) as JsonObject),
    type: message.type ?? null,
    body: orNull(message.body),
  };
};

/** A part whose keys only need to be spelled as the API does: `payment`, `invoice`, `order`, `note`, `task`. */
export const workflowPart = (part: unknown): JsonObject | undefined =>
  isEmpty(part) || !isObject(part) ? undefined : (camelKeys(part) as JsonObject);

/** The form of a post: that of a payment, else the one by which the contact came last. */
export const workflowForm = (body: JsonObject): JsonObject | undefined => {
  const paid = asObject(asObject(body.payment).form);
  if (!isEmpty(paid)) return { id: orNull(paid.id), name: orNull(paid.name) };
  const { medium, mediumId } = asObject(asObject(body.contact).lastAttributionSource);
  return medium === 'form' && orNull(mediumId) ? { id: mediumId, name: null } : undefined;
};
