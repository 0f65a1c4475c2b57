import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, companyId, locationId } from '../../fields/common.ts';
import { isAgency } from '../../lib/connection.ts';
import { poll, routesOf, withPerform } from '../../lib/operation.ts';
import { bySkip } from '../../lib/paging.ts';
import type { Raw } from '../../lib/record.ts';
import { location, locations } from '../../records/locations.ts';

type Perform = (z: ZObject, bundle: Bundle) => Promise<(Raw & { id: string })[]>;

const input = zod.object({
  companyId,
  email: zod
    .email()
    .meta({ label: 'Email', helpText: 'Only the sub-account that has this email.' })
    .optional(),
  order: choice('Order', { asc: 'Ascending', desc: 'Descending' }).optional(),
});

const all = poll('GET /locations/search', input, locations, bySkip(100));
const own = poll('GET /locations/{locationId}', zod.object({ locationId }), location);

// HighLevel refuses the search to sub-account tokens (reality d.1): such a connection has its own sub-account only.
const operation = withPerform(all, routesOf(own), (search: Perform) => async (z, bundle) => {
  if (isAgency(bundle)) return search(z, bundle);
  if (bundle.meta.page > 0) return [];
  const found = await (own.perform as Perform)(z, bundle);
  const changed = bundle.inputData.triggerOn === 'changed';
  return changed ? found : found.map((one) => ({ ...one, revision: 'new' }));
});

export default defineTrigger({
  key: 'list_locations',
  noun: 'Location',
  display: {
    label: 'List Locations',
    description: 'Triggers when an agency gets a new sub-account, or when one of them changes.',
  },
  operation,
});
