import deleteContactTask from '../../../creates/contacts/delete_contact_task.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes a task, without a body', async () => {
  highlevel().delete('/contacts/c1/tasks/t1', '').reply(200, { succeded: true, succeeded: true });
  expect(await run(deleteContactTask, { contactId: 'c1', taskId: 't1' })).toMatchObject({
    id: 't1',
    deleted: true,
  });
});
