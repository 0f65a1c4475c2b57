import { type Exchanged, found, loadDocuments } from './documents.ts';
import { judge } from './judge.ts';

const task = { title: 'Call back', dueDate: '2030-01-01T09:00:00.000Z', completed: false };
const made: Exchanged = {
  method: 'POST',
  path: '/contacts/c1/tasks',
  query: {},
  version: '2021-07-28',
  requestBody: JSON.stringify(task),
  status: 201,
  answer: JSON.stringify({ task: { id: 't1', ...task, contactId: 'c1' } }),
};
const searched: Exchanged = {
  method: 'GET',
  path: '/conversations/search',
  query: { locationId: 'loc1', status: 'unread' },
  version: '2021-04-15',
  requestBody: '',
  status: 200,
  answer: JSON.stringify({ conversations: [], total: 0 }),
};
const sending = (body: object) => ({ requestBody: JSON.stringify(body) });
const said = (changes: Partial<Exchanged>, exchange = made) =>
  judge({ ...exchange, ...changes }).map(({ side, what }) => `${side}: ${what.trim()}`);

(found ? describe : describe.skip)('what the documents say', () => {
  beforeAll(loadDocuments);

  test.each([made, searched])('nothing against what is right', (exchange) => {
    expect(judge(exchange)).toEqual([]);
  });

  test.each<[string, Partial<Exchanged>, string]>([
    ['a wrong method', { method: 'PATCH' }, 'request: no such endpoint in the documents'],
    ['a wrong path', { path: '/contacts/c1/task' }, 'request: no such endpoint in the documents'],
    ['a slash too many', { path: '/contacts/c1/tasks/' }, 'request: the slash at the end'],
    [
      'the Version of another endpoint',
      { version: '2021-04-15' },
      'request: /header/version must be equal to one of the allowed values (2021-07-28 …)',
    ],
    [
      'an unknown property',
      sending({ ...task, priority: 'high' }),
      'request: /requestBody/priority must NOT have additional properties',
    ],
    [
      'a required property that is missing',
      sending({ title: 'Call back', dueDate: task.dueDate }),
      "request: /requestBody must have required property 'completed'",
    ],
    [
      'a property of another type',
      sending({ ...task, completed: 'no' }),
      'request: /requestBody/completed must be boolean, not string',
    ],
    [
      'an unknown parameter',
      { query: { page: '2' } },
      'request: /query/page must NOT have additional properties',
    ],
    ['another status', { status: 200 }, 'answer: status 200, not 201'],
    [
      'an answer of another type',
      { answer: JSON.stringify({ task: { id: 7 } }) },
      'answer: /task/id must be string, not number',
    ],
  ])('sees %s', (_, changes, finding) => {
    expect(said(changes)).toContain(finding);
  });

  test.each<[string, Partial<Exchanged>, string]>([
    [
      'a value that is none of the enum',
      { query: { locationId: 'loc1', status: 'new' } },
      'request: /query/status must be equal to one of the allowed values (all, read, unread, starred …)',
    ],
    [
      'a required parameter that is missing',
      { query: {} },
      "request: /query must have required property 'locationId'",
    ],
    [
      'a body where none is documented',
      sending({ status: 'unread' }),
      'request: a body where none is documented',
    ],
    [
      'an answer without what it promises',
      { answer: JSON.stringify({ total: 0 }) },
      "answer: must have required property 'conversations'",
    ],
  ])('sees %s', (_, changes, finding) => {
    expect(said(changes, searched)).toContain(finding);
  });

  const sold: Exchanged = {
    ...searched,
    path: '/opportunities/search',
    query: { locationId: 'loc1', pipelineId: 'p1' },
    version: 'v3',
    answer: JSON.stringify({ opportunities: [], meta: {} }),
  };

  test('v3 is judged by its own documents', () => {
    expect(judge(sold)).toEqual([]);
    const snake = { location_id: 'loc1', pipeline_id: 'p1' };
    expect(said({ query: snake }, sold)).toEqual([
      "request: /query must have required property 'locationId'",
      'request: /query/location_id must NOT have additional properties',
      'request: /query/pipeline_id must NOT have additional properties',
    ]);
    expect(said({ query: snake, version: '2021-07-28' }, sold)).toEqual([]);
    const camel = 'request: /query/locationId must NOT have additional properties';
    expect(said({ version: '2021-07-28' }, sold)).toContain(camel);
  });

  test.each([
    ['v3', 'GET', '/contacts/'],
    ['v3', 'POST', '/oauth/locationToken'],
    ['2021-07-28', 'GET', '/oauth/installed-locations'],
    ['2021-07-28', 'POST', '/oauth/location-token'],
  ])('%s has no %s %s', (version, method, path) => {
    const asked = { version, method, path, query: {}, answer: '{}' };
    expect(said(asked, searched)).toContain('request: no such endpoint in the documents');
  });
});
