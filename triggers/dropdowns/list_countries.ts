import { defineTrigger } from 'zapier-platform-core';
import { countries } from '../../fields/countries.ts';
import { fixedChoices } from '../../lib/operations.ts';

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
