import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';
import { fitsText } from '../../lib/texts.ts';
import { locationTags } from '../../records/tags.ts';

const input = zod.object({ locationId, name: text('Tag', 'HighLevel keeps it in lower case.') });

export default defineCreate({
  key: 'create_tag',
  noun: 'Tag',
  display: { label: 'Create Tag', description: 'Creates a tag in the sub-account.' },
  operation: create('POST /locations/{locationId}/tags', {
    input,
    record: record({
      noun: 'tag',
      one: 'tag',
      sample: locationTags.sample,
      labels: { locationId: 'Sub-Account ID' },
    }),
    lookAgain: {
      route: 'GET /locations/{locationId}/tags',
      record: locationTags,
      isIt: (found, { name }) => fitsText(found.name, name),
      isUnique: true,
    },
  }),
});
