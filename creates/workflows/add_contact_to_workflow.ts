import { type Bundle, defineCreate, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import {
  enrolment,
  leave,
  leaveRoute,
  leftOut,
  refuseDraft,
  workflowsRoute,
} from '../../fields/workflows.ts';
import { formOf } from '../../lib/inputFields.ts';
import { calls, oneOf, withForm } from '../../lib/operation.ts';
import { finish } from '../../lib/record.ts';
import { call } from '../../lib/request.ts';
import { workflowContact } from '../../records/workflows.ts';

const route = 'POST /contacts/{contactId}/workflow/{workflowId}';

const form = formOf(
  zod.object({
    ...enrolment,
    removeFirst: yesNo(
      'Remove First',
      'Takes the contact out of the workflow before adding it. Without this, HighLevel does nothing where the contact is in the workflow already.',
    ).default(false),
  }),
);

// By hand, because HighLevel says yes to two things that it does not do: enrolling in a draft, and enrolling again.
const perform = calls([route, workflowsRoute, leaveRoute], async (z: ZObject, bundle: Bundle) => {
  const { removeFirst, ...input } = await form.read(bundle);
  const { contactId, workflowId } = input;
  const caller = { z, bundle, labels: form.labels };
  await refuseDraft(caller, workflowId);
  if (removeFirst) await leave(caller, { contactId, workflowId });
  const enrolling = call(caller, route, input);
  const answer = await (removeFirst ? enrolling.catch(leftOut) : enrolling);
  const records = oneOf(answer, workflowContact);
  const [result = {}] = await finish(records, workflowContact, { z, bundle, input, answer });
  return result;
});

export default defineCreate({
  key: 'add_contact_to_workflow',
  noun: 'Contact',
  display: {
    label: 'Add Contact to Workflow',
    description: 'Enrolls a contact in a workflow that is published.',
  },
  operation: withForm(route, form, workflowContact, { perform }),
});
