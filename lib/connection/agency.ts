import * as zod from 'zod';
import { recordIn, unreadable } from '../api/answers.ts';
import { cached } from '../cache.ts';
import type { Run } from '../run.ts';

const route = 'GET /locations/{locationId}';
const shape = { noun: 'agency', one: ['location'], many: [], sample: {} };
const oneDay = 86_400;

/**
 * The agency of the connected sub-account, asked for once a day: a connection with a private token does not know it.
 * Throws a HighLevelError if HighLevel does not say it.
 */
export const agencyOf = ({ cache, call, locationId }: Run): Promise<string> =>
  cached(cache, { name: 'agency', shape: zod.string(), seconds: oneDay }, async () => {
    const { companyId } = recordIn(await call(route, { locationId }), shape) ?? {};
    if (typeof companyId !== 'string' || companyId === '') throw unreadable('agency');
    return companyId;
  });
