import taskCompleted from '../../../triggers/contacts/task_completed.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';
import { plainZ, Zap } from '../../support/zapier.ts';

test('reads all tasks and gives those that are completed', async () => {
  highlevel()
    .post('/locations/loc1/tasks/search', { skip: 0, limit: 100 })
    .reply(200, {
      tasks: [
        { _id: 't1', completed: true },
        { _id: 't2', completed: false },
      ],
    });
  expect(await poll(taskCompleted)).toMatchObject([{ id: 't1', revision: 'completed' }]);
});

test('fires again if the task was opened again in between', async () => {
  let completed = false;
  const z = plainZ(() => ({ tasks: [{ _id: 't1', completed }] }));
  const zap = new Zap(taskCompleted, {}, z);
  await zap.turnOn();
  const fired: number[] = [];
  for (completed of [true, true, false, true]) fired.push((await zap.poll()).length);
  expect(fired).toEqual([1, 0, 0, 1]);
});
