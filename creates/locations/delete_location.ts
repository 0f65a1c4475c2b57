import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note, text, yesNo } from '../../fields/common.ts';
import { subAccountId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deletedLocation } from '../../records/locations.ts';
import { confirmName } from './confirmName.ts';

const input = zod.object({
  warning: note(
    'Deleting a sub-account is final: **all its contacts, conversations, calendars and workflows are deleted too.** HighLevel cannot bring them back.',
  ),
  locationId: subAccountId.meta({
    helpText: 'The sub-account to delete. This needs an agency connection.',
  }),
  confirmation: text(
    'Name to Confirm',
    'Type the name of the sub-account as HighLevel shows it. Nothing is deleted if it differs.',
  ),
  deleteTwilioAccount: yesNo(
    'Delete Twilio Account',
    'Choose yes to also close the Twilio account of the sub-account, with its phone numbers.',
  ).default(false),
});

export default defineCreate({
  key: 'delete_location',
  noun: 'Location',
  display: {
    label: 'Delete Location',
    description: 'Deletes a sub-account of an agency for good, with everything in it.',
  },
  operation: create('DELETE /locations/{locationId}?deleteTwilioAccount={deleteTwilioAccount}', {
    input,
    request: ({ confirmation: _, ...values }) => values,
    record: deletedLocation,
    steps: [confirmName],
  }),
});
