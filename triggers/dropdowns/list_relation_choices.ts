import { defineTrigger } from 'zapier-platform-core';
import { relationsOfRecord } from '../../fields/relatedRecords.ts';

export default defineTrigger({
  key: 'list_relation_choices',
  noun: 'Relation',
  display: {
    label: 'List Relation Choices',
    description: 'Fills the dropdown of relations of the record that is chosen.',
    hidden: true,
  },
  operation: relationsOfRecord,
});
