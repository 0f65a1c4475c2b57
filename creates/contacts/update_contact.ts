import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { clearable, contactBody } from '../../fields/contacts.ts';
import { withCustomFields } from '../../fields/customFields.ts';
import { emptied, fieldsToEmpty } from '../../fields/empty.ts';
import { contactId } from '../../fields/ids.ts';
import { addingTags, tagFields, withoutAddedTags } from '../../fields/tags.ts';
import { send } from '../../lib/operation.ts';
import { contact } from '../../records/contacts.ts';

const input = zod
  .object({ contactId, ...contactBody, ...tagFields, clear: fieldsToEmpty(clearable) })
  .transform(({ clear, ...body }) => ({ ...emptied(clear), ...withoutAddedTags(body) }));

export default defineCreate({
  key: 'update_contact',
  noun: 'Contact',
  display: {
    label: 'Update Contact',
    description: 'Changes a contact. What you leave empty stays as it is.',
  },
  operation: withCustomFields(
    'contact',
    addingTags(send('PUT /contacts/{contactId}', input, contact)),
  ),
});
