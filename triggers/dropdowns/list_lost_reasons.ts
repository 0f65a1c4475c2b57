import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';

export default defineTrigger({
  key: 'list_lost_reasons',
  noun: 'Reason',
  display: {
    label: 'List Lost Reasons',
    description: 'Fills the dropdown of lost reasons.',
    hidden: true,
  },
  operation: choices('GET /opportunities/lost-reason', {
    input: zod.object({ locationId }),
    list: 'lostReasons',
    name: ({ name }) => name,
    paging: bySkip(100),
  }),
});
