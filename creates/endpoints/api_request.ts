import { defineCreate } from 'zapier-platform-core';
import { requestChosen } from '../../documents/operation.ts';

export default defineCreate({
  key: 'api_request',
  noun: 'Request',
  display: {
    label: 'API Request',
    description: 'Sends a request of your choice to the API, with a form for each endpoint.',
  },
  operation: requestChosen(),
});
