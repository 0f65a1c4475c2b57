import { type BasicCreateOperation, type Bundle, errors } from 'zapier-platform-core';
import * as zod from 'zod';
import type { Fields } from '../lib/inputFields.ts';
import { withPerform } from '../lib/operation.ts';
import type { Raw } from '../lib/record.ts';
import { call } from '../lib/request.ts';

/** The record as it is before an update; `knowingCurrent` fills it in. */
export const current = zod
  .record(zod.string(), zod.unknown())
  .meta({ label: 'Current Record', hidden: true })
  .optional();

/** The record as it was read. Throws where the answer did not hold it: an update would lose what it cannot send again. */
export const asRead = (record: Raw | undefined): Raw => {
  if (record?.id ?? record?._id) return record as Raw;
  throw new errors.Error(
    'HighLevel did not show what is to be changed, so nothing was changed. Check that it was not deleted, then replay this run.',
    'unavailable',
    502,
  );
};

interface Reading {
  /** Where the record is read. */
  route: string;
  /** What to ask for. */
  ask: (bundle: Bundle) => Fields;
  /** The record in the answer. */
  find: (answer: unknown, inputData: Fields) => Raw | undefined;
  labels: Record<string, string>;
}

/**
 * Reads a record before its update and hands it over as `current`, so that the schema's transform can send again
 * what HighLevel would otherwise lose or refuse to do without.
 */
export const knowingCurrent = (
  { route, ask, find, labels }: Reading,
  operation: BasicCreateOperation,
): BasicCreateOperation =>
  withPerform(operation, [route], (perform) => async (z, bundle) => {
    const { inputData } = bundle;
    const answer = await call({ z, bundle, labels }, route, ask(bundle));
    const found = asRead(find(answer, inputData));
    return perform(z, { ...bundle, inputData: { ...inputData, current: found } });
  });
