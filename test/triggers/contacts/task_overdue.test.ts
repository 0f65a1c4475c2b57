import taskOverdue from '../../../triggers/contacts/task_overdue.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('gives open tasks whose due date has passed, once for each due date', async () => {
  const past = new Date(Date.now() - 60_000).toISOString();
  const ahead = new Date(Date.now() + 60_000).toISOString();
  highlevel()
    .post('/locations/loc1/tasks/search', { completed: false, skip: 0, limit: 100 })
    .reply(200, {
      tasks: [
        { _id: 't1', dueDate: past, completed: false },
        { _id: 't2', dueDate: ahead, completed: false },
        { _id: 't3', completed: false },
      ],
    });
  expect(await poll(taskOverdue)).toMatchObject([{ id: 't1', revision: past }]);
});
