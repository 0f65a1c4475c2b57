import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';

const input = zod.object({
  locationId,
  name: text('Name'),
  redirectTo: text('Goes To', 'The web address that opens, for example https://www.example.com.'),
});

/** A trigger link (links.json, LinkSchema); it has no date. */
const link = {
  noun: 'trigger link',
  sample: {
    id: 'n4AriwEnFrGh3tu08W0U',
    name: 'Booking Page',
    redirectTo: 'https://www.example.com/booking',
    fieldKey: '{{trigger_link.n4AriwEnFrGh3tu08W0U}}',
    locationId: 've9EPM428h8vShlRW1KT',
  },
  labels: { redirectTo: 'Goes To', fieldKey: 'Merge Tag', locationId: 'Sub-Account ID' },
};

export default defineCreate({
  key: 'create_trigger_link',
  noun: 'Trigger Link',
  display: {
    label: 'Create Trigger Link',
    description: 'Creates a link whose clicks can start workflows.',
  },
  operation: create('POST /links/', {
    input,
    record: record({ ...link, one: 'link' }),
    lookAgain: {
      route: 'GET /links/',
      request: ({ locationId: id }) => ({ locationId: id }),
      record: record({ ...link, many: 'links' }),
      isIt: (found, { name, redirectTo }) => found.name === name && found.redirectTo === redirectTo,
      // Links have no date: one with the same name and the same address does the same.
      isUnique: true,
    },
  }),
});
