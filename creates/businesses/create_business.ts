import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { businessBody } from '../../fields/businesses.ts';
import { locationId, text } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { isSameText } from '../../lib/values.ts';
import { business, businesses } from '../../records/businesses.ts';

const input = zod.object({ locationId, name: text('Name'), ...businessBody });

export default defineCreate({
  key: 'create_business',
  noun: 'Business',
  display: { label: 'Create Business', description: 'Creates a new business.' },
  operation: create('POST /businesses/', {
    input,
    record: business,
    lookAgain: {
      route: 'GET /businesses/',
      request: ({ locationId: location }) => ({ locationId: location, limit: '100', skip: '0' }),
      record: businesses,
      isIt: (found, { name }) => isSameText(found.name, name),
    },
  }),
});
