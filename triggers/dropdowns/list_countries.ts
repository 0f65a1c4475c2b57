import { defineTrigger } from 'zapier-platform-core';
import { countryCodes } from '../../fields/countries.ts';
import { fixedChoices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_countries',
  noun: 'Country',
  display: {
    label: 'List Countries',
    description: 'Fills the dropdown of countries.',
    hidden: true,
  },
  operation: fixedChoices(() => {
    const names = new Intl.DisplayNames('en', { type: 'region' });
    return countryCodes
      .map((code): [string, string] => [code, names.of(code) ?? code])
      .sort(([, a], [, b]) => a.localeCompare(b));
  }),
});
