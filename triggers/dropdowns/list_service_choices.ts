import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_service_choices',
  noun: 'Service',
  display: {
    label: 'List Service Choices',
    description: 'Fills the dropdown of services that can be booked.',
    hidden: true,
  },
  operation: choices('GET /calendars/services/catalog', {
    input: zod.object({ locationId }),
    list: 'services',
  }),
});
