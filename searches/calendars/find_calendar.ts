import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { nameToFind } from '../../fields/find.ts';
import { groupId } from '../../fields/ids.ts';
import { search } from '../../lib/operations.ts';
import { fitsText } from '../../lib/texts.ts';
import { calendars } from '../../records/calendars.ts';

const input = zod.object({
  locationId,
  name: nameToFind('Name'),
  groupId: groupId.meta({ helpText: 'Only calendars of this group.' }).optional(),
});

export default defineSearch({
  key: 'find_calendar',
  noun: 'Calendar',
  display: { label: 'Find Calendar', description: 'Finds a calendar by its name.' },
  operation: search('GET /calendars/', {
    input,
    request: ({ name: _, ...query }) => query,
    record: calendars,
    matches: (calendar, { name }) => fitsText(calendar.name, name),
  }),
});
