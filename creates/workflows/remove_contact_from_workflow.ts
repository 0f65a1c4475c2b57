import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { enrollment } from '../../fields/workflows.ts';
import { create } from '../../lib/operations.ts';
import { workflowContact } from '../../records/workflows.ts';

const input = zod.object(enrollment);

export default defineCreate({
  key: 'remove_contact_from_workflow',
  noun: 'Contact',
  display: { label: 'Remove from Workflow', description: 'Removes a contact from a workflow.' },
  operation: create('DELETE /contacts/{contactId}/workflow/{workflowId}', {
    input,
    record: workflowContact,
  }),
});
