import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { campaignId, contactId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { campaignContact } from '../../records/campaigns.ts';

const input = zod.object({ contactId, campaignId });

export default defineCreate({
  key: 'remove_contact_from_campaign',
  noun: 'Contact',
  display: { label: 'Remove from Campaign', description: 'Removes a contact from a campaign.' },
  operation: create('DELETE /contacts/{contactId}/campaigns/{campaignId}', {
    input,
    record: campaignContact,
  }),
});
