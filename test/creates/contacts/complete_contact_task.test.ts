import completeContactTask from '../../../creates/contacts/complete_contact_task.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test.each([
  [undefined, true],
  ['no', false],
])('completed: %s', async (given, completed) => {
  highlevel()
    .put('/contacts/c1/tasks/t1/completed', { completed })
    .reply(200, { task: { id: 't1', completed } });
  const input = { contactId: 'c1', taskId: 't1', completed: given };
  expect(await run(completeContactTask, input)).toMatchObject({ id: 't1', completed });
});
