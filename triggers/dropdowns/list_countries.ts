import { defineTrigger } from 'zapier-platform-core';
import { fixedChoices } from '../../lib/operations.ts';
import { countries } from './countries.ts';

export default defineTrigger({
  key: 'list_countries',
  noun: 'Country',
  display: {
    label: 'List Countries',
    description: 'Fills the dropdown of countries.',
    hidden: true,
  },
  operation: fixedChoices(countries),
});
