import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { campaigns } from '../../records/campaigns.ts';

const input = zod.object({
  locationId,
  status: choice('Status', { published: 'Published', draft: 'Draft' }).optional(),
});

export default defineTrigger({
  key: 'list_campaigns',
  noun: 'Campaign',
  display: {
    label: 'List Campaigns',
    description: 'Triggers when a campaign is added to the sub-account or changes.',
  },
  operation: trigger('GET /campaigns/', { input, record: campaigns }),
});
