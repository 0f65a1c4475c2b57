import getContactTask from '../../../triggers/contacts/get_contact_task.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const revision = async (task: object) => {
  highlevel().get('/contacts/c1/tasks/t1').reply(200, { task });
  const [read] = await poll(getContactTask, { contactId: 'c1', taskId: 't1' });
  expect(read).toMatchObject({ id: 't1', title: 'Call back', dueDate: '2026-03-05T17:00:00.000Z' });
  return read?.revision;
};

test('reads one task, which fires again once it is completed', async () => {
  const task = { id: 't1', title: 'Call back', dueDate: '2026-03-05T17:00:00.000Z' };
  const first = await revision({ ...task, completed: false });
  expect(await revision({ completed: false, ...task })).toBe(first);
  expect(await revision({ ...task, completed: true })).not.toBe(first);
});
