import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, text } from '../../fields/common.ts';
import { nameToFind } from '../../fields/find.ts';
import { search } from '../../lib/operations.ts';
import { fitsText } from '../../lib/texts.ts';
import { isFolder } from '../../records/customFieldDefinition.ts';
import { definitionsRoute } from '../../records/customFields.ts';
import { customFieldDefinitions } from '../../records/locationCustomFields.ts';

const input = zod.object({
  locationId,
  name: nameToFind('Name'),
  fieldKey: text('Merge Tag Key', 'For example “contact.insurance_plan”.').optional(),
  model: choice('Fields Of', {
    contact: 'Contacts',
    opportunity: 'Opportunities',
    all: 'Contacts and opportunities',
  }).default('all'),
});

export default defineSearch({
  key: 'find_custom_field',
  noun: 'Field',
  display: {
    label: 'Find Custom Field',
    description: 'Finds a custom field of the sub-account by its name or its merge tag key.',
  },
  operation: search(definitionsRoute, {
    input,
    request: ({ locationId: id, model }) => ({ locationId: id, model }),
    record: customFieldDefinitions,
    matches: (field, { name, fieldKey }) =>
      !isFolder(field) && fitsText(field.name, name) && fitsText(field.fieldKey, fieldKey),
  }),
});
