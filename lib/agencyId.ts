import * as zod from 'zod';
import { unreadable } from './api/answers.ts';
import { cached } from './cache.ts';
import type { Run } from './run.ts';
import { asObject } from './values.ts';

const aDay = 86_400;

/**
 * The ID of the agency: the connection’s, or that of the sub-account if the connection does not know it. Throws if
 * HighLevel does not say it: a request without it would look as if the token had run out (api#user-queries).
 */
export const agencyIdOf = async (run: Run): Promise<string> => {
  const { companyId } = run.bundle.authData;
  if (companyId) return companyId;
  const { locationId } = run;
  const entry = { name: 'agency-id', shape: zod.string().min(1), seconds: aDay };
  return cached(run.cache, entry, async () => {
    const answer = asObject(await run.call('GET /locations/{locationId}', { locationId }));
    const { companyId: found } = asObject(answer.location ?? answer);
    if (!found) throw unreadable('agency ID', answer.traceId);
    return String(found);
  });
};
