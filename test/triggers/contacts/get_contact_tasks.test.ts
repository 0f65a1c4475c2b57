import getContactTasks from '../../../triggers/contacts/get_contact_tasks.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('lists the tasks of a contact', async () => {
  highlevel()
    .get('/contacts/c1/tasks')
    .reply(200, { tasks: [{ id: 't1', title: 'Call back', completed: false }] });
  expect(await poll(getContactTasks, { contactId: 'c1' })).toMatchObject([
    { id: 't1', title: 'Call back', completed: false, assignedTo: null, revision: 'new' },
  ]);
});
