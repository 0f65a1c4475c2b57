import type { BasicCreateOperation, Bundle, ZObject } from 'zapier-platform-core';
import { finishRead, oneOf, withPerform } from '../lib/operation.ts';
import type { Raw } from '../lib/record.ts';
import { call } from '../lib/request.ts';
import { toDay } from '../lib/time.ts';
import { writtenOpportunity } from '../records/opportunities.ts';
import { customFieldChoices } from './customFields.ts';
import { asText } from './opportunities.ts';

interface Written {
  id: string;
  field_value: unknown;
}

const dayOf = (value: unknown): string => String(toDay(value)).slice(0, 10);

const sorted = (value: unknown): string => JSON.stringify([value].flat().map(String).sort());

/** Whether a value that was read is the one that was written, in whatever spelling HighLevel keeps days, numbers and phones. */
const isKept = (read: unknown, written: unknown): boolean => {
  if (read === null || read === undefined) return false;
  if (Array.isArray(written) || Array.isArray(read)) return sorted(read) === sorted(written);
  const [is, was] = [read, written].map((value) => String(value).replaceAll('\r\n', '\n').trim());
  if (is === undefined || was === undefined) return false;
  if (is === was || (is !== '' && Number(is.replaceAll(',', '')) === Number(was))) return true;
  if (/^\d{4}-\d{2}-\d{2}$/.test(was)) return dayOf(read) === was;
  const [isDigits, wasDigits] = [is.replace(/\D/g, ''), was.replace(/\D/g, '')];
  return wasDigits.length > 6 && !/\p{L}/u.test(was) && isDigits.endsWith(wasDigits);
};

const readRoute = 'GET /opportunities/{id}';
const writeRoute = 'PUT /opportunities/{id}';

/**
 * After a write with custom fields: reads the opportunity back, writes what did not stick once more by each of the
 * other spellings, and names in `warning` what is still missing. Sources contradict each other on the key that
 * opportunities take (reality d.0 ⚡2), and HighLevel ignores the wrong one silently. The write itself is done by
 * then, so nothing here fails the step.
 */
export const keepingCustomFields = (
  operation: BasicCreateOperation,
  spellings: ('field_value' | 'fieldValue')[] = ['fieldValue'],
): BasicCreateOperation => {
  const again = async (z: ZObject, bundle: Bundle, id: unknown, written: Written[]) => {
    const read = async () => {
      const records = oneOf(await call({ z, bundle }, readRoute, { id }), writtenOpportunity);
      const context = { z, bundle, input: {} };
      const [record = {}] = await finishRead(records, writtenOpportunity, context);
      const values = new Map(
        (record.customFields as Raw[]).map((entry) => [entry.id, entry.fieldValue]),
      );
      const lost = written.filter((one) => !isKept(values.get(one.id), one.field_value));
      return { record, lost };
    };
    let { record, lost } = await read();
    for (const spelling of spellings) {
      if (lost.length === 0) break;
      const customFields = lost.map((one) => ({ id: one.id, [spelling]: asText(one.field_value) }));
      await call({ z, bundle }, writeRoute, { id, customFields }).catch(() => undefined);
      ({ record, lost } = await read());
    }
    if (lost.length === 0) return { ...record, warning: null };
    const names = new Map(
      (await customFieldChoices(z, bundle, 'opportunity')).map((one) => [one.id, one.name]),
    );
    const missing = lost.map((one) => names.get(`customFields.${one.id}`) ?? one.id).join(', ');
    return {
      ...record,
      warning: `HighLevel did not keep what you filled in for these custom fields: ${missing}.`,
    };
  };
  return withPerform(operation, [readRoute, writeRoute], (perform) => async (z, bundle) => {
    const result = await perform(z, bundle);
    const written = (bundle.inputData.customFields ?? []) as Written[];
    if (written.length === 0) return result;
    const outcome = await again(z, bundle, result.id, written).catch(() => ({
      warning:
        'HighLevel saved the opportunity, but whether it kept the custom fields could not be checked.',
    }));
    // What only the answer of the write said stays: reading back gives null for it.
    const said = Object.entries(outcome).filter(
      ([key, value]) => value !== null || result[key] === undefined,
    );
    return { ...result, ...Object.fromEntries(said) };
  });
};
