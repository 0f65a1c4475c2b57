import type { WithEmptied } from '../fields/empty.ts';
import { recordIn } from '../lib/api/answers.ts';
import type { Step } from '../lib/operations.ts';
import { finishRead } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import { toDay } from '../lib/time.ts';
import { isEmpty, type JsonObject, objectsIn } from '../lib/values.ts';
import { showDefinitions } from '../records/customFields.ts';
import { writtenOpportunity } from '../records/opportunities.ts';
import type { CustomValue } from './customFields.ts';

const dayOf = (value: unknown): string => String(toDay(value)).slice(0, 10);

const sorted = (value: unknown): string => JSON.stringify([value].flat().map(String).sort());

/** Whether a value that was read is the one that was written, however HighLevel spells days, numbers and phones. */
const isKept = (read: unknown, written: unknown): boolean => {
  if (isEmpty(written)) return isEmpty(read);
  if (read === null || read === undefined) return false;
  if (Array.isArray(written) || Array.isArray(read)) return sorted(read) === sorted(written);
  const [is = '', was = ''] = [read, written].map((value) =>
    String(value).replaceAll('\r\n', '\n').trim(),
  );
  if (is === was || (is !== '' && Number(is.replaceAll(',', '')) === Number(was))) return true;
  if (/^\d{4}-\d{2}-\d{2}$/.test(was)) return dayOf(read) === was;
  const [isDigits, wasDigits] = [is.replace(/\D/g, ''), was.replace(/\D/g, '')];
  return wasDigits.length > 6 && !/\p{L}/u.test(was) && isDigits.endsWith(wasDigits);
};

const readRoute = 'GET /opportunities/{id}';
const writeRoute = 'PUT /opportunities/{id}';

interface Check {
  /** The opportunity as it is now. */
  record: JsonObject;
  /** What it does not hold. */
  lost: CustomValue[];
}

const readBack = async (run: Run, id: unknown, written: CustomValue[]): Promise<Check> => {
  const found = recordIn(await run.call(readRoute, { id }), writtenOpportunity) ?? {};
  // Without custom values HighLevel leaves the member out (api#single-opportunity).
  const whole = { ...found, customFields: found.customFields ?? [] };
  const [record = {}] = await finishRead([whole], writtenOpportunity, { run, input: {} });
  const values = new Map(
    objectsIn(record.customFields).map((entry) => [entry.id, entry.fieldValue]),
  );
  return { record, lost: written.filter((one) => !isKept(values.get(one.id), one.field_value)) };
};

/** Names what HighLevel did not keep; what it did not empty is named by `emptyCustomFields`. */
const warn = async (run: Run, all: CustomValue[]): Promise<void> => {
  const lost = all.filter(({ field_value: value }) => !isEmpty(value));
  if (lost.length === 0) return;
  const names = new Map(
    (await showDefinitions(run, 'opportunity')).map(({ id, name }) => [id, name]),
  );
  const missing = lost.map(({ id }) => names.get(id) ?? id).join(', ');
  run.warnings.push(
    `HighLevel did not keep what you filled in for these custom fields: ${missing}.`,
  );
};

/** Reads back, and writes what did not stick once more by each of the other spellings. */
const writeAgain = async (
  run: Run,
  id: unknown,
  written: CustomValue[],
  spellings: string[],
): Promise<JsonObject> => {
  let { record, lost } = await readBack(run, id, written);
  for (const spelling of spellings) {
    if (lost.length === 0) break;
    const customFields = lost.map((one) => ({ id: one.id, [spelling]: one.field_value }));
    await run.call(writeRoute, { id, customFields }).catch(() => undefined);
    ({ record, lost } = await readBack(run, id, written));
  }
  if (lost.length > 0) await warn(run, lost);
  return record;
};

const unchecked =
  'HighLevel saved the opportunity, but we could not check whether it kept the custom fields.';

/**
 * After a write of an opportunity with custom fields: makes sure that they stuck, and names in `warning` what did not.
 * Sources contradict each other on the key that opportunities take (api#custom-value-key), and HighLevel ignores the wrong
 * one silently. The write itself is done by then, so nothing here fails the step.
 * @param spellings the keys to try again with
 */
export const keepCustomFields = (
  spellings: ('field_value' | 'fieldValue')[] = ['fieldValue'],
): Step<WithEmptied> => ({
  routes: [readRoute, writeRoute],
  after: async (run, result, { customFields = [], emptiedFields = [] }) => {
    const written = [...customFields, ...emptiedFields];
    if (written.length === 0) return result;
    const outcome = await writeAgain(run, result.id, written, spellings).catch((): JsonObject => {
      run.warnings.push(unchecked);
      return {};
    });
    // What only the answer of the write said stays: reading back gives null for it.
    const known = Object.entries(outcome).filter(
      ([key, value]) => value !== null || result[key] === undefined,
    );
    return { ...result, ...Object.fromEntries(known) };
  },
});
