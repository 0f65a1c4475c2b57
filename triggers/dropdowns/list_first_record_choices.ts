import { defineTrigger } from 'zapier-platform-core';
import { recordsOfSide } from './relatedRecords.ts';

export default defineTrigger({
  key: 'list_first_record_choices',
  noun: 'Record',
  display: {
    label: 'List First Record Choices',
    description: 'Fills the dropdown of records of an association’s first object.',
    hidden: true,
  },
  operation: recordsOfSide('firstObjectKey'),
});
