import updateContactTask from '../../../creates/contacts/update_contact_task.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('changes a task; one field is enough', async () => {
  highlevel()
    .put('/contacts/c1/tasks/t1', { title: 'Call again' })
    .reply(200, { task: { id: 't1', title: 'Call again' } });
  const input = { contactId: 'c1', taskId: 't1', title: 'Call again', body: '' };
  expect(await run(updateContactTask, input)).toMatchObject({ id: 't1', title: 'Call again' });
});

test('the description and the assigned user can be emptied', async () => {
  highlevel()
    .put('/contacts/c1/tasks/t1', { title: 'Call', body: '', assignedTo: '' })
    .reply(200, { task: { id: 't1', title: 'Call' } });
  const input = { contactId: 'c1', taskId: 't1', title: 'Call', clear: ['body', 'assignedTo'] };
  expect(await run(updateContactTask, input)).toMatchObject({ id: 't1', body: null });
});
