import { defineTrigger } from 'zapier-platform-core';
import { fixedChoices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_timezones',
  noun: 'Zone',
  display: {
    label: 'List Timezones',
    description: 'Fills the dropdown of time zones.',
    hidden: true,
  },
  operation: fixedChoices(() =>
    Intl.supportedValuesOf('timeZone').map((zone) => [zone, zone.replaceAll('_', ' ')]),
  ),
});
