import { defineTrigger } from 'zapier-platform-core';
import { fixedDropdown } from '../../lib/operation.ts';

export default defineTrigger({
  key: 'list_timezones',
  noun: 'Zone',
  display: {
    label: 'List Timezones',
    description: 'Fills the dropdown of time zones.',
    hidden: true,
  },
  operation: fixedDropdown(() =>
    Intl.supportedValuesOf('timeZone').map((zone) => [zone, zone.replaceAll('_', ' ')]),
  ),
});
