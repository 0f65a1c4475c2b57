import nock from 'nock';
import opportunityStatusChanged from '../../../triggers/opportunities/opportunity_status_changed.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { poll } from '../../support/run.ts';

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
