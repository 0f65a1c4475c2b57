import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import { recordChoices, recordRoutes } from '../../records/objectRecords.ts';

export default defineTrigger({
  key: 'list_record_choices',
  noun: 'Record',
  display: {
    label: 'List Record Choices',
    description: 'Fills the dropdown of the chosen object’s records.',
    hidden: true,
  },
  operation: choicesFrom(
    recordRoutes,
    (run) => recordChoices(run, run.bundle.inputData.objectKey),
    { canPaginate: true },
  ),
});
