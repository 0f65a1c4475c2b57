import * as zod from 'zod';
import { fail } from '../../gateway/errors.ts';
import { nameOf } from '../../seed/contact.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import { contactOf } from '../../seed/opportunityIndex.ts';
import type { Location } from '../../state/state.ts';

const condition = zod.strictObject({
  field: zod.string(),
  operator: zod.string(),
  value: zod.unknown().optional(),
});

type Condition = zod.output<typeof condition>;
type Filter = Condition | { group: 'AND' | 'OR'; filters: Filter[] };

export const filterSchema: zod.ZodType<Filter> = zod.lazy(() =>
  zod.union([
    zod.strictObject({ group: zod.enum(['AND', 'OR']), filters: zod.array(filterSchema) }),
    condition,
  ]),
);

type Test = (one: Opportunity) => boolean;
type Reader = (one: Opportunity, location: Location) => unknown;

const equality = ['eq', 'not_eq'];
const presence = ['exists', 'not_exists'];
const text = [...equality, 'contains', 'not_contains', ...presence];
const moment = ['range', ...presence];

/** Which operators a field takes (api#opportunity-search). */
const fields: Record<string, [read: Reader, operators: string[]]> = {
  id: [({ id }) => id, equality],
  name: [({ name }) => name, text],
  followers: [({ followers }) => followers, text],
  contact_name: [(one, location) => personOf(one, location)?.name, text],
  company_name: [(one, location) => personOf(one, location)?.companyName, text],
  email: [(one, location) => personOf(one, location)?.email, text],
  phone: [(one, location) => personOf(one, location)?.phone, text],
  pipeline_id: [({ pipelineId }) => pipelineId, [...equality, ...presence]],
  pipeline_stage_id: [({ pipelineStageId }) => pipelineStageId, [...equality, ...presence]],
  status: [({ status }) => status, [...equality, ...presence]],
  lost_reason_id: [({ lostReasonId }) => lostReasonId, [...equality, ...presence]],
  source: [({ source }) => source, [...equality, ...presence]],
  assigned_to: [({ assignedTo }) => assignedTo, [...equality, ...presence]],
  contact_id: [({ contactId }) => contactId, [...equality, ...presence]],
  monetary_value: [({ monetaryValue }) => monetaryValue, [...equality, ...moment]],
  date_added: [({ createdAt }) => createdAt, moment],
  date_updated: [({ updatedAt }) => updatedAt, moment],
  last_status_change_date: [({ lastStatusChangeAt }) => lastStatusChangeAt, moment],
  last_stage_change_date: [({ lastStageChangeAt }) => lastStageChangeAt, moment],
};

function personOf(one: Opportunity, location: Location) {
  const contact = contactOf(one, location);
  return contact && { ...contact, name: nameOf(contact) };
}

/** All filters as one test; a field or an operator that the search does not know is a 422 (api#search-operators). */
export function filterTest(filters: Filter[], location: Location): Test {
  const tests = filters.map((filter) => {
    if (!('filters' in filter)) return conditionTest(filter, location);
    const { group } = filter;
    const inner = filter.filters.map((one) => filterTest([one], location));
    return (one: Opportunity) =>
      group === 'OR' ? inner.some((test) => test(one)) : inner.every((test) => test(one));
  });
  return (one) => tests.every((test) => test(one));
}

function conditionTest({ field, operator, value }: Condition, location: Location): Test {
  const [read, operators] = (Object.hasOwn(fields, field) && fields[field]) || [];
  if (!read || !operators?.includes(operator)) throw fail(422, ['Invalid Operator']);
  const passes = valueTest(operator.replace('not_', ''), value);
  const isMeant = !operator.startsWith('not_');
  return (one) => {
    const values = [read(one, location)].flat().filter((part) => (part ?? '') !== '');
    return values.some(passes) === isMeant;
  };
}

const lowerCased = (value: unknown) => String(value).toLowerCase();

function valueTest(operator: string, value: unknown): (part: unknown) => boolean {
  // Several values in one filter mean any of them (api#several-values).
  const wanted = [value].flat().map(lowerCased);
  if (operator === 'exists') return () => true;
  if (operator === 'eq') return (part) => wanted.includes(lowerCased(part));
  if (operator === 'contains')
    return (part) => wanted.some((piece) => lowerCased(part).includes(piece));
  const { gte, gt, lte, lt } = (value ?? {}) as Record<string, number | undefined>;
  // An ISO text matches nothing, as in the search of contacts (api#dates-in-a-range).
  return (part) =>
    Number(part) >= (gte ?? Number.NEGATIVE_INFINITY) &&
    Number(part) > (gt ?? Number.NEGATIVE_INFINITY) &&
    Number(part) <= (lte ?? Number.POSITIVE_INFINITY) &&
    Number(part) < (lt ?? Number.POSITIVE_INFINITY);
}
