import type { Authentication } from 'zapier-platform-core';
import { connectionLabel, testConnection } from './connectionTest.ts';
import { HighLevelError, type Kind, kindOf } from './lib/api/errors.ts';
import { withRun } from './lib/perform.ts';
import type { Run } from './lib/run.ts';

const noId =
  'Fill in “Sub-Account ID” if the token was made in a sub-account, or “Agency ID” if it was made in the agency.';

const otherToken =
  'This token was made in the agency, not in a sub-account. Empty “Sub-Account ID” and fill in “Agency ID”. To work in the sub-account instead, make the token in its own settings.';

const otherSubAccount =
  'This token was not made in the sub-account that “Sub-Account ID” names. Copy the ID from that sub-account: HighLevel shows it as “Location ID” in “Settings”, under “Business Profile”.';

const otherAgency =
  'This token cannot read the agency that “Agency ID” names. If the token was made in a sub-account, empty “Agency ID” and fill in “Sub-Account ID”. Otherwise, check the ID.';

/** What HighLevel answers if the token and the ID do not belong together, or there is no such account. */
const mismatches = new Set<Kind>([
  'forbidden',
  'not_found',
  'no_location',
  'invalid',
  'other_token',
]);

/**
 * Refuses the token of an agency that came with the ID of one of its sub-accounts: it may read the sub-account, so only
 * a request tells that nobody else may make with the same scope (locations.json, get-timezones).
 */
const assertOfSubAccount = async ({ call, locationId }: Run): Promise<void> => {
  const kind = await call('GET /locations/{locationId}/timezones', { locationId }).then(
    () => undefined,
    kindOf,
  );
  if (kind === 'other_token') throw new HighLevelError('connect', otherToken, { status: 401 });
};

/** No address of a page, and no token: core hides neither of these fields in its logs. */
const isId = (text: unknown): boolean => /^\w*$/.test(String(text ?? '').trim());

/** Refuses what cannot be meant before anything is asked. */
const assertFilledIn = ({ isAgency, bundle: { authData } }: Run): void => {
  const labels = { locationId: 'Sub-Account ID', companyId: 'Agency ID' };
  for (const [key, label] of Object.entries(labels)) {
    if (isId(authData[key])) continue;
    const sentence = `“${label}” must be the ID alone, for example “ve9EPM428h8vShlRW1KT”.`;
    throw new HighLevelError('connect', sentence, { status: 400 });
  }
  if (isAgency && !String(authData.companyId ?? '').trim())
    throw new HighLevelError('connect', noId, { status: 400 });
};

/** Asks for the account of the token. What does not fit is told by the fields of the form. */
const testPrivateToken = async (run: Run) => {
  assertFilledIn(run);
  const account = await testConnection(run).catch((error: unknown) => {
    if (!(error instanceof HighLevelError) || !mismatches.has(error.kind)) throw error;
    throw error.reworded(run.isAgency ? otherAgency : otherSubAccount, 'connect');
  });
  if (!run.isAgency) await assertOfSubAccount(run);
  return account;
};

/**
 * People make a token in HighLevel’s settings, without any marketplace app (api#private-tokens). What is static about it
 * makes the rest simple: there is nothing to exchange and nothing to refresh.
 */
export const privateToken = {
  type: 'custom',
  test: withRun(testPrivateToken),
  connectionLabel,
  fields: [
    {
      key: 'privateToken',
      label: 'Private Integration Token',
      type: 'password',
      required: true,
      helpText:
        'In HighLevel, open **Settings**, then **Private Integrations**, and create an integration with the scopes that your Zaps need. HighLevel shows the token only once. It begins with `pit-`. Do this in the sub-account that you want to connect, or in the agency to work with the agency itself. [HighLevel’s guide](https://help.gohighlevel.com/support/solutions/articles/155000003054-private-integrations-everything-you-need-to-know) shows each step.',
    },
    {
      key: 'locationId',
      label: 'Sub-Account ID',
      type: 'string',
      required: false,
      helpText:
        'For the token of a sub-account. HighLevel shows it as “Location ID” in the **Settings** of the sub-account, under **Business Profile**. It is also part of the address of each page: in `/v2/location/ve9EPM428h8vShlRW1KT/dashboard`, it is `ve9EPM428h8vShlRW1KT`. Leave this empty for the token of an agency.',
    },
    {
      key: 'companyId',
      label: 'Agency ID',
      type: 'string',
      required: false,
      helpText:
        'For the token of an agency. HighLevel shows it in the **Settings** of the agency, under **Company**. Leave this empty for the token of a sub-account.',
    },
  ],
} satisfies Authentication;
