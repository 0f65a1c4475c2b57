import findTask from '../../../searches/contacts/find_task.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

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

describe('a list of which HighLevel gives the first page only', () => {
  const page = (dueIn: (index: number) => number) =>
    Array.from({ length: 100 }, (_, index) => ({
      _id: `t${index}`,
      title: 'Call',
      dueDate: new Date(Date.UTC(2030, 0, 1 + dueIn(index))).toISOString(),
      completed: false,
    }));
  const body = { completed: false, limit: 100 };
  const firstOnly = (tasks: object[]) =>
    highlevel()
      .post('/locations/loc1/tasks/search', { ...body, skip: 0 })
      .reply(200, { tasks })
      .post('/locations/loc1/tasks/search', { ...body, skip: 100 })
      .reply(429, { message: 'Too Many Requests' });

  test('shows which is due first if it comes in that order', async () => {
    firstOnly(page((index) => index));
    expect((await ids({}))[0]).toBe('t0');
  });

  test('does not if it comes in another', async () => {
    firstOnly(page((index) => -index));
    expect(await failure(poll(findTask, {}))).toContain('cannot say which one comes first');
  });
});
