import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import { definitionsRoute, showDefinitions } from '../../records/customFields.ts';
import { fieldsOf, standardFields } from '../contacts/filterFields.ts';

export default defineTrigger({
  key: 'list_contact_filter_fields',
  noun: 'Field',
  display: {
    label: 'List Contact Filter Fields',
    description: 'Fills the dropdown of fields to filter contacts by.',
    hidden: true,
  },
  operation: choicesFrom([definitionsRoute], async (run) => {
    const custom = (await showDefinitions(run, 'contact')).flatMap(fieldsOf);
    return [...standardFields, ...custom].map(({ id, label }) => ({ id, name: label }));
  }),
});
