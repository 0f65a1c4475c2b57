import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { enrollment } from '../../fields/workflows.ts';
import { create } from '../../lib/operations.ts';
import { workflowContact } from '../../records/workflows.ts';
import { refuseDraft } from './refuseDraft.ts';
import { explainRemoval, removeBefore } from './removeBefore.ts';

const input = zod.object({
  locationId,
  ...enrollment,
  removeFirst: yesNo(
    'Remove First',
    'Removes the contact from the workflow before adding it. Otherwise HighLevel does nothing if the contact is already in the workflow.',
  ).default(false),
});

export default defineCreate({
  key: 'add_contact_to_workflow',
  noun: 'Contact',
  display: {
    label: 'Add Contact to Workflow',
    description: 'Adds a contact to a published workflow.',
  },
  operation: create('POST /contacts/{contactId}/workflow/{workflowId}', {
    input,
    request: ({ locationId: _, removeFirst: __, ...enrollee }) => enrollee,
    record: workflowContact,
    explain: explainRemoval,
    steps: [refuseDraft, removeBefore],
  }),
});
