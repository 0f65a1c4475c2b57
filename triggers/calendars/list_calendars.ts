import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { groupId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { calendars } from '../../records/calendars.ts';

const input = zod.object({
  locationId,
  groupId: groupId.meta({ helpText: 'Only calendars of this group.' }).optional(),
  showDrafted: yesNo('Include Drafts', 'Drafts are included unless you choose no.').optional(),
});

export default defineTrigger({
  key: 'list_calendars',
  noun: 'Calendar',
  display: {
    label: 'List Calendars',
    description: 'Triggers when a calendar of the sub-account is created or changed.',
  },
  operation: trigger('GET /calendars/', { input, record: calendars }),
});
