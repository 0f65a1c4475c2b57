import { defineTrigger } from 'zapier-platform-core';
import { watchChosen } from '../../documents/watch.ts';

export default defineTrigger({
  key: 'any_list_record',
  noun: 'Record',
  display: {
    label: 'New or Changed Record of Any List',
    description: 'Triggers when a record of a list of your choice is new or changes.',
  },
  operation: watchChosen(),
});
