import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, companyId, email } from '../../fields/common.ts';
import { recordIn } from '../../lib/api/answers.ts';
import { trigger } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import { location, locations } from '../../records/locations.ts';

const input = zod.object({
  companyId,
  email: email('Email', 'Only the sub-account that has this email.').optional(),
  order: choice('Order', { asc: 'Ascending', desc: 'Descending' }).optional(),
});

const searchRoute = 'GET /locations/search';
const ownRoute = 'GET /locations/{locationId}';

// HighLevel refuses the search to sub-account tokens (api#agency-only): such a connection has its own sub-account only.
const send = async (run: Run, query: JsonObject) => {
  if (run.isAgency) return run.call(searchRoute, query);
  if (query.skip) return [];
  return [recordIn(await run.call(ownRoute, { locationId: run.locationId }), location)];
};

export default defineTrigger({
  key: 'list_locations',
  noun: 'Location',
  display: {
    label: 'List Locations',
    description:
      'Triggers when an agency gets a new sub-account, or when one of its sub-accounts changes.',
  },
  operation: trigger(searchRoute, {
    input,
    record: locations,
    paging: bySkip(100),
    send,
    routes: [ownRoute],
  }),
});
