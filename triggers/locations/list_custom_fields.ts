import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { customFieldDefinitions } from '../../records/locationCustomFields.ts';

const input = zod.object({
  locationId,
  model: choice('Fields Of', {
    contact: 'Contacts',
    opportunity: 'Opportunities',
    all: 'Contacts and opportunities',
  }).default('all'),
});

export default defineTrigger({
  key: 'list_custom_fields',
  noun: 'Field',
  display: {
    label: 'List Custom Fields',
    description: 'Triggers when a custom field is created or changed.',
  },
  operation: trigger('GET /locations/{locationId}/customFields', {
    input,
    record: customFieldDefinitions,
    // The list holds folders too (api#folders-among-fields).
    filter: ({ documentType }) => documentType !== 'folder',
  }),
});
