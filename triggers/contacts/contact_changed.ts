import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { contacts, latestContactPages } from '../../records/contacts.ts';
import { stateOfFields } from './watchedFields.ts';

const input = zod.object({
  locationId,
  watched: zod.array(chosen('Field', 'list_contact_fields.id.name')).meta({
    label: 'Fields to Watch',
    helpText:
      'Triggers only if one of these fields changes. The Zap knows the 2,000 contacts that changed last. For another contact, it first notes what the fields say, and triggers from the next change on.',
  }),
});

export default defineTrigger({
  key: 'contact_changed',
  noun: 'Contact',
  display: {
    label: 'Contact Changed',
    description: 'Triggers when one of the fields that you choose changes on a contact.',
  },
  operation: trigger('POST /contacts/search', {
    input,
    request: ({ locationId: location }) => ({ locationId: location }),
    record: contacts,
    paging: latestContactPages,
    follow: {
      state: (contact, { watched }) => stateOfFields(contact, watched),
      isNews: (_, former) => former !== undefined,
    },
  }),
});
