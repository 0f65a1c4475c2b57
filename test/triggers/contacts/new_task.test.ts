import newTask from '../../../triggers/contacts/new_task.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const asked = (body: Record<string, number | boolean | string[]>, tasks: object[]) =>
  highlevel().post('/locations/loc1/tasks/search', body).reply(200, { tasks });

test('reads the open tasks of the whole sub-account', async () => {
  asked({ assignedTo: ['u1'], completed: false, skip: 0, limit: 100 }, [
    { _id: 't1', title: 'Call back', completed: false, contactId: 'c1', __v: 0 },
  ]);
  const [task] = await poll(newTask, { assignedTo: 'u1' });
  expect(task).toMatchObject({ id: 't1', title: 'Call back', revision: 'new' });
  expect(task).not.toHaveProperty('__v');
  expect(task).not.toHaveProperty('_id');
});

test('knows completed tasks from the start, so that one that is opened again is not new', async () => {
  asked({ skip: 0, limit: 100 }, [{ _id: 't2', completed: true }]);
  const seed = await poll(newTask, {}, { meta: { isPopulatingDedupe: true } });
  expect(seed).toMatchObject([{ id: 't2', revision: 'new' }]);
});
