import addContactToWorkflow from '../../../creates/workflows/add_contact_to_workflow.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const who = { contactId: 'c1', workflowId: 'w1' };
const path = '/contacts/c1/workflow/w1';
const done = { succeded: true, succeeded: true };
const workflow = (status: string) =>
  highlevel()
    .get('/workflows/?locationId=loc1')
    .reply(200, { workflows: [{ id: 'w1', name: 'Welcome', status }] });

test('enrolls the contact in a published workflow', async () => {
  workflow('published');
  highlevel().post(path, {}).reply(200, done);
  expect(await run(addContactToWorkflow, who)).toEqual({
    ...who,
    succeeded: true,
    traceId: undefined,
  });
});

test('refuses a draft, in which HighLevel would enroll nobody', async () => {
  workflow('draft');
  expect(await failure(run(addContactToWorkflow, who))).toContain('“Welcome” is a draft');
});

test('knows a draft by an id that is a number, or was mapped with blanks', async () => {
  highlevel()
    .get('/workflows/?locationId=loc1')
    .reply(200, { workflows: [{ id: 7, name: 'Welcome', status: 'draft' }] });
  expect(await failure(run(addContactToWorkflow, { ...who, workflowId: ' 7 ' }))).toContain(
    '“Welcome” is a draft',
  );
});

test.each([
  ['2021-06-23T03:30:00+01:00', '2021-06-23T03:30:00+01:00'],
  ['2026-06-23T03:30:00.000Z', '2026-06-23T03:30:00+00:00'],
])('sends %s as the document has it', async (eventStartTime, sent) => {
  workflow('published');
  highlevel().post(path, { eventStartTime: sent }).reply(200, done);
  expect(await run(addContactToWorkflow, { ...who, eventStartTime })).toMatchObject(who);
});

test('takes the contact out first where that is wanted', async () => {
  workflow('published');
  highlevel().delete(path).reply(200, done).post(path, {}).reply(200, done);
  expect(await run(addContactToWorkflow, { ...who, removeFirst: 'yes' })).toMatchObject(who);
});

test('that the contact was not in the workflow is no trouble', async () => {
  workflow('published');
  highlevel()
    .delete(path)
    .reply(400, { message: 'Contact is not in the workflow' })
    .post(path, {})
    .reply(200, done);
  expect(await run(addContactToWorkflow, { ...who, removeFirst: true })).toMatchObject(who);
});

test('says that the contact is out, where it was taken out and is refused then', async () => {
  workflow('published');
  highlevel()
    .delete(path)
    .reply(200, done)
    .post(path)
    .reply(422, { message: 'eventStartTime is past' });
  const said = await failure(run(addContactToWorkflow, { ...who, removeFirst: true }));
  expect(said).toContain(
    'The contact was removed from the workflow, but HighLevel did not add it again.',
  );
  expect(said).toContain('“Event Start Time” is past');
});

test('does not enroll where taking out failed', async () => {
  workflow('published');
  highlevel().delete(path).reply(500, {});
  expect(await failure(run(addContactToWorkflow, { ...who, removeFirst: true }))).toContain(
    'HighLevel has a problem',
  );
});

test('asks an agency connection for the sub-account', async () => {
  expect(await failure(run(addContactToWorkflow, who, { authData: agencyConnection }))).toContain(
    '“Sub-Account” is required',
  );
});
