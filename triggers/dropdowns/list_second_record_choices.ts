import { defineTrigger } from 'zapier-platform-core';
import { recordsOfSide } from './relatedRecords.ts';

export default defineTrigger({
  key: 'list_second_record_choices',
  noun: 'Record',
  display: {
    label: 'List Second Record Choices',
    description: 'Fills the dropdown of records of an association’s second object.',
    hidden: true,
  },
  operation: recordsOfSide('secondObjectKey'),
});
