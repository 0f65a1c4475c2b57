import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note, text, yesNo } from '../../fields/common.ts';
import { subAccountId } from '../../fields/ids.ts';
import { assertConnection } from '../../lib/connection.ts';
import { halted } from '../../lib/halted.ts';
import { formOf } from '../../lib/inputFields.ts';
import { oneOf, send, withPerform } from '../../lib/operation.ts';
import { call } from '../../lib/request.ts';
import { location } from '../../records/locations.ts';
import { deleted } from '../../records/outcomes.ts';

const fields = zod.object({
  warning: note(
    'Deleting a sub-account is final: **all its contacts, conversations, calendars and workflows go with it.** HighLevel cannot bring them back.',
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
    'Yes also closes the Twilio account of the sub-account, with its phone numbers.',
  ).default(false),
});

const reading = 'GET /locations/{locationId}';
const form = formOf(fields);
const deletion = send(
  'DELETE /locations/{locationId}?deleteTwilioAccount={deleteTwilioAccount}',
  fields.transform(({ confirmation: _, ...rest }) => rest),
  deleted('sub-account', 'locationId', {
    message: 'Deleted location with id: ocQHyuzHvysMo5N5VsXc',
  }),
);

// The only operation whose damage nobody can undo: it reads the name first and compares.
const operation = withPerform(deletion, [reading], (perform) => async (z, bundle) => {
  assertConnection(bundle, 'agency');
  const { locationId, confirmation } = await form.read(bundle);
  const answer = await call({ z, bundle, labels: form.labels }, reading, { locationId });
  const name = String(oneOf(answer, location)[0]?.name ?? '');
  if (name.trim() === '' || name.trim() !== confirmation.trim()) {
    throw halted(
      `Nothing was deleted: this sub-account is called “${name}”, but “Name to Confirm” says “${confirmation}”.`,
    );
  }
  return perform(z, bundle);
});

export default defineCreate({
  key: 'delete_location',
  noun: 'Location',
  display: {
    label: 'Delete Location',
    description: 'Deletes a sub-account of an agency for good, with everything in it.',
  },
  operation,
});
