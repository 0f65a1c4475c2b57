import removeContactFromWorkflow from '../../../creates/workflows/remove_contact_from_workflow.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

const who = { contactId: 'c1', workflowId: 'w1' };

test.each([
  [{}, {}],
  [
    { eventStartTime: '2021-06-23T03:30:00+01:00' },
    { eventStartTime: '2021-06-23T03:30:00+01:00' },
  ],
])('takes the contact out; %j is the body %j', async (input, body) => {
  highlevel().delete('/contacts/c1/workflow/w1', body).reply(200, { succeded: true });
  expect(await run(removeContactFromWorkflow, { ...who, ...input })).toMatchObject({
    ...who,
    succeeded: true,
  });
});
