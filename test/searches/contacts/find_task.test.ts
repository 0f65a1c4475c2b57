import findTask from '../../../searches/contacts/find_task.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const tasks = [
  { _id: 'far', title: 'Call Maria', dueDate: '2999-01-01T00:00:00Z', completed: false },
  { _id: 'past', title: 'Call back', dueDate: '2020-01-01T00:00:00Z', completed: false },
  { _id: 'done', title: 'Call Olga', dueDate: '2019-01-01T00:00:00Z', completed: true },
];
const asked = (body: Record<string, unknown>) =>
  highlevel()
    .post('/locations/loc1/tasks/search', { ...body, skip: 0, limit: 100 })
    .reply(200, { tasks });
const ids = async (input: Record<string, unknown>) =>
  (await poll(findTask, input)).map(({ id }) => id);

test.each([
  [{}, { completed: false }, ['past', 'far']],
  [{ state: 'overdue' }, { completed: false }, ['past']],
  [{ state: 'done' }, { completed: true }, ['done']],
  [{ state: 'any', title: 'call M' }, {}, ['far']],
  [
    { contactId: 'c1', assignedTo: 'u1', title: 'back' },
    { contactId: ['c1'], assignedTo: ['u1'], completed: false },
    ['past'],
  ],
])('%j', async (input, body, found) => {
  asked(body);
  expect(await ids(input)).toEqual(found);
});
