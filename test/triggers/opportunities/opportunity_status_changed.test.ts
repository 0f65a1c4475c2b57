import nock from 'nock';
import opportunityStatusChanged from '../../../triggers/opportunities/opportunity_status_changed.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { poll } from '../../support/run.ts';
import { plainZ, type Request, Zap } from '../../support/zapier.ts';

beforeEach(() => {
  pipelinesAnswer();
  customFieldsAnswer();
});
afterEach(() => nock.cleanAll());

const [created, changed] = ['2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z'];
const one = (id: string, status: string, lastStatusChangeAt: string, more: object = {}) => ({
  id,
  status,
  createdAt: created,
  lastStatusChangeAt,
  ...more,
});

const listed = (opportunities: object[]) =>
  highlevel()
    .post('/opportunities/search', (body) => {
      expect(body.sort).toEqual([{ field: 'last_status_change_date', direction: 'desc' }]);
      return true;
    })
    .reply(201, { opportunities, total: opportunities.length });

const reasons = () => highlevel().get('/opportunities/lost-reason?locationId=loc1&limit=100');

test('tells what is lost with the reason, and what is closed from the start', async () => {
  listed([
    one('lost', 'lost', changed, { lostReasonId: 'r1' }),
    one('opened again', 'open', changed),
    one('won from the start', 'won', created),
    one('new', 'open', created),
  ]);
  reasons().reply(200, { lostReasons: [{ _id: 'r1', name: 'Price' }] });
  const meta = { isPopulatingDedupe: false };
  const found = await poll(opportunityStatusChanged, {}, { meta });
  expect(found.map((all) => [all.id, all.revision, all.lostReasonName])).toEqual([
    ['lost', changed, 'Price'],
    ['opened again', changed, null],
    ['won from the start', 'created', null],
  ]);
});

test('only one status; without the reason if HighLevel does not list it', async () => {
  listed([one('lost', 'lost', changed, { lostReasonId: 'r2' }), one('won', 'won', changed)]);
  reasons().reply(403, { message: 'Forbidden resource' });
  expect(await poll(opportunityStatusChanged, { status: 'lost' })).toMatchObject([
    { id: 'lost', lostReasonName: null },
  ]);
});

test('one that was won in another pipeline and is moved here later is no change of status', async () => {
  let at = Date.parse('2026-03-02T08:00:00.000Z');
  jest.spyOn(Date, 'now').mockImplementation(() => at);
  const won = (id: string, pipelineId: string) => {
    at += 900_000;
    return { ...one(id, 'won', new Date(at).toISOString()), pipelineId };
  };
  let all: ReturnType<typeof won>[] = [];
  const z = plainZ(({ url, body }: Request) => {
    if (url.includes('pipelines')) return { pipelines: [] };
    if (url.includes('customFields')) return { customFields: [] };
    const [filter] = JSON.parse(String(body)).filters;
    const opportunities = all.filter(({ pipelineId }) => !filter || pipelineId === filter.value);
    return { opportunities, total: opportunities.length };
  });
  const zap = new Zap(opportunityStatusChanged, { pipelineId: 'p1' }, z);
  await zap.turnOn();
  all = [won('elsewhere', 'p2'), won('here', 'p1')].reverse();
  await zap.poll();
  for (const moved of all) moved.pipelineId = 'p1';
  all = [won('here too', 'p1'), ...all];
  await zap.poll();
  expect(zap.fired.map(({ id }) => id)).toEqual(['here', 'here too']);
  jest.restoreAllMocks();
});
