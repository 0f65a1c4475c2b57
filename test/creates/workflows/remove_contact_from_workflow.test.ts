import removeContactFromWorkflow from '../../../creates/workflows/remove_contact_from_workflow.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

const who = { contactId: 'c1', workflowId: 'w1' };

test('takes the contact out', async () => {
  highlevel().delete('/contacts/c1/workflow/w1').reply(200, { succeded: true, succeeded: true });
  expect(await run(removeContactFromWorkflow, who)).toMatchObject({ ...who, succeeded: true });
});

test('sends the time of the event with its offset', async () => {
  const eventStartTime = '2021-06-23T03:30:00+01:00';
  highlevel().delete('/contacts/c1/workflow/w1', { eventStartTime }).reply(200, { succeded: true });
  expect(await run(removeContactFromWorkflow, { ...who, eventStartTime })).toMatchObject(who);
});
