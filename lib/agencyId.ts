import * as zod from 'zod';
import { cached } from './cache.ts';
import type { Run } from './run.ts';
import { asObject } from './values.ts';

const aDay = 86_400;

/** The ID of the agency: the connection’s, or that of the sub-account if the connection does not know it. */
export const agencyIdOf = async (run: Run): Promise<string> => {
  const { companyId } = run.bundle.authData;
  if (companyId) return companyId;
  const { locationId } = run;
  const entry = { name: 'agency-id', shape: zod.string().min(1), seconds: aDay };
  return cached(run.cache, entry, async () => {
    const answer = asObject(await run.call('GET /locations/{locationId}', { locationId }));
    return String(asObject(answer.location ?? answer).companyId ?? '');
  });
};
