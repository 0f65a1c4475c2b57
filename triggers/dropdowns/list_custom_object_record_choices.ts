import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import { recordChoices, recordRoutes } from '../../records/objectRecords.ts';

export default defineTrigger({
  key: 'list_custom_object_record_choices',
  noun: 'Record',
  display: {
    label: 'List Custom Object Record Choices',
    description: 'Fills the dropdown of the records of a custom object.',
    hidden: true,
  },
  operation: choicesFrom(
    recordRoutes,
    (run) => recordChoices(run, run.bundle.inputData.schemaKey),
    { canPaginate: true },
  ),
});
