import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { subAccountId } from '../../fields/ids.ts';
import { search } from '../../lib/operations.ts';
import { location } from '../../records/locations.ts';

const input = zod.object({ locationId: subAccountId });

export default defineSearch({
  key: 'find_location',
  noun: 'Location',
  display: {
    label: 'Find Location by ID',
    description: 'Finds a sub-account and gives its address, settings and links.',
  },
  operation: search('GET /locations/{locationId}', {
    input,
    record: location,
    missing: ['not_found', 'no_location'],
  }),
});
