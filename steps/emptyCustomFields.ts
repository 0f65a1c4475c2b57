import { customPrefix, type WithEmptied } from '../fields/empty.ts';
import type { Step } from '../lib/operations.ts';
import { withRun } from '../lib/perform.ts';
import { isEmpty, type JsonObject, objectsIn } from '../lib/values.ts';
import type { Model } from '../records/customFieldDefinition.ts';
import { definitionsRoute, loadDefinitions, showDefinitions } from '../records/customFields.ts';
import { emptyValueOf } from './customValues.ts';

/** The custom fields that a written record still holds though they were to be emptied. */
const stillFilled = (record: JsonObject, { emptiedFields = [] }: WithEmptied): string[] => {
  const filled = objectsIn(record.customFields).filter(
    ({ value, fieldValue }) => !isEmpty(value ?? fieldValue),
  );
  return emptiedFields.map(({ id }) => id).filter((id) => filled.some((one) => one.id === id));
};

/**
 * Adds the custom fields of the sub-account to “Fields to Empty”, and hands on which of them were chosen as
 * `emptiedFields`. Some types keep their value (api#clearing-a-custom-value): those are named in `warning`.
 */
export const emptyCustomFields = (model: Model): Step<WithEmptied> => ({
  routes: [definitionsRoute],
  form: (own) =>
    own.map((field) =>
      'key' in field && field.key === 'clear'
        ? withRun(async (run) => {
            // The other fields can be emptied though the custom ones cannot be read.
            const definitions = run.locationId
              ? await loadDefinitions(run, model).catch(() => [])
              : [];
            const custom = definitions.map(({ id, name }) => [`${customPrefix}${id}`, name]);
            return [
              { ...field, choices: { ...Object(field.choices), ...Object.fromEntries(custom) } },
            ];
          })
        : field,
    ),
  before: async (run, { clear, customFields = [] }) => {
    const filled = new Set(customFields.map(({ id }) => id));
    const ids = (clear ?? [])
      .filter((name) => name.startsWith(customPrefix))
      .map((name) => name.slice(customPrefix.length))
      .filter((id) => !filled.has(id));
    if (!clear || ids.length === 0) return undefined;
    const definitions = await showDefinitions(run, model);
    const byId = new Map(definitions.map((one) => [one.id, one]));
    return {
      clear: clear.filter((name) => !name.startsWith(customPrefix)),
      emptiedFields: ids.map((id) => ({ id, field_value: emptyValueOf(byId.get(id)) })),
    };
  },
  after: async (run, record, values) => {
    const ids = stillFilled(record, values);
    if (ids.length === 0) return record;
    const definitions = await loadDefinitions(run, model).catch(() => []);
    const names = ids.map((id) => definitions.find((one) => one.id === id)?.name ?? id);
    run.warnings.push(`HighLevel did not empty these custom fields: ${names.join(', ')}.`);
    return record;
  },
});
