import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { dropdown } from '../../lib/operation.ts';
import { bySkip } from '../../lib/paging.ts';

export default defineTrigger({
  key: 'list_lost_reasons',
  noun: 'Reason',
  display: {
    label: 'List Lost Reasons',
    description: 'Fills the dropdown of reasons why opportunities were lost.',
    hidden: true,
  },
  operation: dropdown('GET /opportunities/lost-reason', zod.object({ locationId }), {
    key: 'lostReasons',
    nameOf: ({ name }) => name,
    paging: bySkip(100),
  }),
});
