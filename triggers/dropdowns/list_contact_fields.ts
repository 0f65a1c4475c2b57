import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import { definitionsRoute, showDefinitions } from '../../records/customFields.ts';
import { customPrefix, watchableFields } from '../contacts/watchedFields.ts';

export default defineTrigger({
  key: 'list_contact_fields',
  noun: 'Field',
  display: {
    label: 'List Contact Fields',
    description: 'Fills the dropdown of fields of a contact to watch.',
    hidden: true,
  },
  operation: choicesFrom([definitionsRoute], async (run) => {
    const custom = await showDefinitions(run, 'contact');
    return [
      ...Object.entries(watchableFields).map(([id, name]) => ({ id, name })),
      ...custom.map(({ id, name }) => ({ id: `${customPrefix}${id}`, name })),
    ];
  }),
});
