import { recordIn } from './lib/api/answers.ts';
import { HighLevelError } from './lib/api/errors.ts';
import type { Run } from './lib/run.ts';
import type { JsonObject } from './lib/values.ts';
import { company } from './records/companies.ts';
import { location } from './records/locations.ts';

/** How Zapier names a connection: by what its test gives. */
export const connectionLabel = '{{name}} ({{kind}})';

const assertAccount = (account: JsonObject | undefined): JsonObject => {
  if (account && ('id' in account || 'name' in account)) return account;
  throw new HighLevelError('unavailable', 'HighLevel did not return the connected account.', {
    advice: 'Please try again, or reconnect it.',
  });
};

/** Asks for the sub-account or the agency that the token belongs to; its name becomes the connection’s label. */
export const testConnection = async (run: Run) => {
  const { locationId } = run;
  if (run.isAgency) {
    const companyId = String(run.bundle.authData.companyId ?? '').trim();
    const answer = await run.call('GET /companies/{companyId}', { companyId });
    const { name } = assertAccount(recordIn(answer, company));
    return { name: name || companyId, kind: 'agency', companyId };
  }
  const answer = await run.call('GET /locations/{locationId}', { locationId });
  const { name } = assertAccount(recordIn(answer, location));
  return { name: name || locationId, kind: 'sub-account', locationId };
};
