import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, locationId } from '../../fields/common.ts';
import { nobody } from '../../fields/ids.ts';
import { isAgency } from '../../lib/connection.ts';
import { calls, dropdown } from '../../lib/operation.ts';
import { bySkip } from '../../lib/paging.ts';
import type { Raw } from '../../lib/record.ts';

const list = {
  key: 'users',
  nameOf: ({ name, firstName, lastName, email }: Raw) =>
    name || [firstName, lastName].filter(Boolean).join(' ') || email,
};

/** How the users of an agency page. */
export const userPages = bySkip(100);

const ofSubAccount = dropdown('GET /users/', zod.object({ locationId }), list);
const ofAgency = dropdown(
  'GET /users/search',
  zod.object({ companyId, locationId: locationId.optional() }),
  { ...list, paging: userPages },
);

const none = {
  id: nobody,
  name: 'No users in this sub-account: agency owners are not listed. Type the user’s ID instead.',
};

type Perform = (z: ZObject, bundle: Bundle) => Promise<{ id: string }[]>;

// The list of a sub-account is closed to agency connections and has one page; where it is empty, one choice says why.
const perform: Perform = async (z, bundle) => {
  const { page } = bundle.meta;
  if (isAgency(bundle)) return (ofAgency.perform as Perform)(z, bundle);
  if (page > 0) return [];
  const found = await (ofSubAccount.perform as Perform)(z, bundle);
  return found.length > 0 ? found : [none];
};

export default defineTrigger({
  key: 'list_user_choices',
  noun: 'User',
  display: {
    label: 'List User Choices',
    description: 'Fills the dropdown of users.',
    hidden: true,
  },
  operation: {
    canPaginate: true,
    sample: { id: 'x1', name: 'Name' },
    perform: calls(['GET /users/', 'GET /users/search'], perform),
  },
});
