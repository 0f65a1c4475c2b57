import createContactTask from '../../../creates/contacts/create_contact_task.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('creates a task, open unless it says otherwise, due in UTC', async () => {
  const body = {
    title: 'Call back',
    dueDate: '2026-03-05T17:00:00.000Z',
    completed: false,
    assignedTo: 'u1',
  };
  highlevel()
    .post('/contacts/c1/tasks', body)
    .reply(201, { task: { id: 't1', contactId: 'c1', ...body } });
  const task = await run(createContactTask, {
    contactId: 'c1',
    title: 'Call back',
    dueDate: '2026-03-05T09:00:00-08:00',
    assignedTo: 'u1',
  });
  expect(task).toEqual({ id: 't1', contactId: 'c1', body: null, ...body });
});

test('says what is missing', async () => {
  expect(await failure(run(createContactTask, { contactId: 'c1', dueDate: 'soon' }))).toContain(
    '“Title” is required. “Due Date” must be a date and time, for example 2026-12-03 15:00.',
  );
});
