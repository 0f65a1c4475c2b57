import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { campaignId, contactId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { campaignContact } from '../../records/campaigns.ts';

const input = zod.object({ contactId, campaignId });

export default defineCreate({
  key: 'add_contact_to_campaign',
  noun: 'Contact',
  display: { label: 'Add Contact to Campaign', description: 'Adds a contact to a campaign.' },
  operation: create('POST /contacts/{contactId}/campaigns/{campaignId}', {
    input,
    record: campaignContact,
  }),
});
