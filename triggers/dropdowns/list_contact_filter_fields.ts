import { defineTrigger } from 'zapier-platform-core';
import { filterFields } from '../../fields/contactFilters.ts';
import { choicesFrom } from '../../lib/operations.ts';
import { definitionsRoute, showDefinitions } from '../../records/customFields.ts';

const standard = Object.entries(filterFields).map(([id, name]) => ({ id, name }));

export default defineTrigger({
  key: 'list_contact_filter_fields',
  noun: 'Field',
  display: {
    label: 'List Contact Filter Fields',
    description: 'Fills the dropdown of fields to filter contacts by.',
    hidden: true,
  },
  // The search calls a custom field `customFields.<id>` (api#custom-field-filters).
  operation: choicesFrom([definitionsRoute], async (run) => {
    const custom = await showDefinitions(run, 'contact');
    return [...standard, ...custom.map(({ id, name }) => ({ id: `customFields.${id}`, name }))];
  }),
});
