import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import { definitionsRoute, loadDefinitions } from '../../records/customFields.ts';

export default defineTrigger({
  key: 'list_file_field_choices',
  noun: 'Custom Field',
  display: {
    label: 'List File Field Choices',
    description: 'Fills the dropdown of the custom fields of contacts that are for files.',
    hidden: true,
  },
  operation: choicesFrom([definitionsRoute], async (run) => {
    const definitions = await loadDefinitions(run, 'contact');
    return definitions
      .filter(({ dataType }) => dataType === 'FILE_UPLOAD')
      .map(({ id, name }) => ({ id, name }));
  }),
});
