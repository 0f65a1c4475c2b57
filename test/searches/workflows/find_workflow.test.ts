import findWorkflow from '../../../searches/workflows/find_workflow.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const workflows = [
  { id: 'w1', name: 'Welcome', status: 'draft' },
  { id: 'w2', name: 'Welcome', status: 'published' },
];

test.each([
  [{ name: 'welcome' }, ['w1', 'w2']],
  [{ name: 'welcome', status: 'published' }, ['w2']],
  [{ name: 'Goodbye' }, []],
])('%j', async (input, ids) => {
  highlevel().get('/workflows/?locationId=loc1').reply(200, { workflows });
  expect((await poll(findWorkflow, input)).map(({ id }) => id)).toEqual(ids);
});
