import { doWithout } from '../../lib/api/errors.ts';
import { rowNumber } from '../../lib/form/rows.ts';
import type { Run } from '../../lib/run.ts';
import { quoted } from '../../lib/texts.ts';
import { refuse } from '../../lib/zapier.ts';
import { withDefinitions } from '../../records/customFields.ts';
import { type Condition, checkStage, isNested, nest } from './conditions.ts';
import type { ContactFilter } from './contactFilters.ts';
import {
  type FilterField,
  fieldsOf,
  kinds,
  type Operator,
  operators,
  standardFields,
} from './filterFields.ts';
import { type Asked, partOf, spanOf, wholeOf } from './filterValues.ts';

type Fields = Map<string, FilterField>;

const customPrefix = 'customFields.';

const asText = (id: string): FilterField => ({ id, label: id, kind: 'text', options: [] });

/** The fields to filter by. Custom fields are texts if HighLevel does not show what they are. */
const loadFields = async (run: Run, filters: ContactFilter[]): Promise<Fields> => {
  const byId = (fields: FilterField[]): Fields => new Map(fields.map((one) => [one.id, one]));
  const custom = filters.map(({ field }) => field).filter((id) => id.startsWith(customPrefix));
  if (custom.length === 0) return byId(standardFields);
  return withDefinitions(
    run,
    'contact',
    (definitions) => byId([...standardFields, ...definitions.flatMap(fieldsOf)]),
    (fields) => custom.every((id) => fields.has(id)),
  ).catch(doWithout(byId([...standardFields, ...custom.map(asText)])));
};

/** The field of a filter. Refuses one that HighLevel cannot search by, or not with this condition. */
const findField = (fields: Fields, { field: id, operator }: ContactFilter, row: string) => {
  const field = fields.get(id);
  if (!field)
    return refuse(
      id.startsWith(customPrefix)
        ? `“Field” ${row} is a custom field that HighLevel no longer has. Choose another.`
        : `“Field” ${row}: HighLevel cannot search contacts by “${id.slice(0, 60)}”. Choose a field of the list.`,
    );
  const allowed: readonly Operator[] = kinds[field.kind];
  if (allowed.includes(operator)) return field;
  const others = quoted(allowed.map((one) => operators[one]));
  return refuse(
    `“Condition” ${row}: HighLevel cannot search “${field.label}” by “${operators[operator]}”, only by ${others}.`,
  );
};

const longest = 75;

/** What is filled in as a value. Refuses nothing, and what is too long for the search (api#search-operators). */
const askedFor = (
  field: FilterField,
  typed: string | undefined,
  place: string,
  missing: string,
) => {
  const text = (typed ?? '').trim();
  if (text === '') refuse(`${place} is required for ${missing}.`);
  if (text.length > longest) refuse(`${place} must have ${longest} characters or fewer.`);
  return { field, text, place };
};

const isRange = ({ kind }: FilterField, operator: Operator): boolean =>
  kind === 'moment' || kind === 'day' || ['gte', 'lte', 'between'].includes(operator);

/** A range of a field; the flat operators `gte` and `lte` are refused (api#search-operators). */
const rangeCondition = (run: Run, operator: Operator, asked: Asked, upTo?: Asked): Condition => {
  const field = asked.field.id;
  const [start, end] = spanOf(run, asked);
  const range = (value: Record<string, number>): Condition => ({ field, operator: 'range', value });
  if (operator === 'gte') return range({ gte: start });
  if (operator === 'lte') return range({ lte: end });
  if (operator === 'not_eq') {
    const empty: Condition = { field, operator: 'not_exists' };
    return { group: 'OR', filters: [range({ lt: start }), range({ gt: end }), empty] };
  }
  const [otherStart, otherEnd] = upTo ? spanOf(run, upTo) : [start, end];
  return range({ gte: Math.min(start, otherStart), lte: Math.max(end, otherEnd) });
};

const buildCondition = async (
  run: Run,
  fields: Fields,
  filter: ContactFilter,
  number: number,
): Promise<Condition> => {
  const row = `(item ${number})`;
  const { operator } = filter;
  const field = findField(fields, filter, row);
  if (operator === 'exists' || operator === 'not_exists') return { field: field.id, operator };
  const asked = askedFor(field, filter.value, `“Value” ${row}`, 'this condition');
  if (isRange(field, operator)) {
    const upTo =
      operator === 'between'
        ? askedFor(field, filter.to, `“Up To” ${row}`, '“is between”')
        : undefined;
    return rangeCondition(run, operator, asked, upTo);
  }
  const isPart = operator === 'contains' || operator === 'not_contains';
  const value = isPart ? partOf(asked) : await wholeOf(run, asked);
  return { field: field.id, operator, value };
};

/** The filters as the search wants them. @param match whether all must hold, or any of them */
export const buildFilters = async (
  run: Run,
  filters: ContactFilter[] | undefined,
  match: 'all' | 'any',
): Promise<Condition[] | undefined> => {
  if (!filters || filters.length === 0) return undefined;
  const fields = await loadFields(run, filters);
  const conditions: Condition[] = [];
  for (const [index, filter] of filters.entries())
    conditions.push(await buildCondition(run, fields, filter, rowNumber(filters, index)));
  if (match === 'any') {
    const each = conditions.map((one) => (isNested(one) ? nest([one]) : one));
    return each.length > 1 ? [{ group: 'OR', filters: each }] : each;
  }
  await checkStage(run, conditions);
  const nested = conditions.filter(isNested);
  const plain = conditions.filter((one) => !isNested(one));
  return nested.length > 0 ? [...plain, nest(nested)] : plain;
};
