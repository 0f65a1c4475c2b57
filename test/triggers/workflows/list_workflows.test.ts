import listWorkflows from '../../../triggers/workflows/list_workflows.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const answer = (...workflows: object[]) =>
  highlevel().get('/workflows/?locationId=loc1').reply(200, { workflows });

test('reads the workflows, changed ones by their change date', async () => {
  const workflow = {
    id: 'w1',
    name: 'Welcome',
    status: 'draft',
    updatedAt: '2026-03-04T09:30:45.000Z',
  };
  answer(workflow);
  expect(await poll(listWorkflows)).toMatchObject([{ ...workflow, revision: 'new' }]);
  answer(workflow);
  expect(await poll(listWorkflows, { triggerOn: 'changed' })).toMatchObject([
    { id: 'w1', revision: '2026-03-04T09:30:45.000Z' },
  ]);
});

test('an empty list is fine', async () => {
  answer();
  expect(await poll(listWorkflows)).toEqual([]);
});
