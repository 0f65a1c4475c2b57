import { defineSearch } from 'zapier-platform-core';
import { lookUpChosen } from '../../documents/operation.ts';

export default defineSearch({
  key: 'api_look_up',
  noun: 'Record',
  display: {
    label: 'API Look-Up',
    description: 'Finds what the API can read, with a form for each endpoint.',
  },
  operation: lookUpChosen(),
});
