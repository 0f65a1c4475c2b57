import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note, text, yesNo } from '../../fields/common.ts';
import { subAccountId } from '../../fields/ids.ts';
import { recordIn } from '../../lib/api/answers.ts';
import { create, type Step } from '../../lib/operations.ts';
import { refuse } from '../../lib/zapier.ts';
import { location } from '../../records/locations.ts';
import { deleted } from '../../records/outcomes.ts';

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

const readRoute = 'GET /locations/{locationId}';

// The only operation whose damage nobody can undo: it reads the name first and compares.
const confirmName: Step<zod.output<typeof input>> = {
  routes: [readRoute],
  before: async (run, { locationId, confirmation }) => {
    const answer = await run.call(readRoute, { locationId });
    const name = String(recordIn(answer, location)?.name ?? '');
    if (name.trim() !== '' && name.trim() === confirmation.trim()) return undefined;
    return refuse(
      `Nothing was deleted: this sub-account is called “${name}”, but “Name to Confirm” says “${confirmation}”.`,
    );
  },
};

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
    record: deleted('sub-account', 'locationId', {
      message: 'Deleted location with id: ocQHyuzHvysMo5N5VsXc',
    }),
    steps: [confirmName],
  }),
});
