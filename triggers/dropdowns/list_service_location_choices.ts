import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_service_location_choices',
  noun: 'Service Location',
  display: {
    label: 'List Service Location Choices',
    description: 'Fills the dropdown of service locations.',
    hidden: true,
  },
  operation: choices('GET /calendars/services/locations', {
    input: zod.object({ locationId }),
    list: 'serviceLocations',
  }),
});
