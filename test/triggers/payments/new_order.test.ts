import newOrder from '../../../triggers/payments/new_order.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('gives the orders of a month, test orders only on request', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-20T08:00:00Z'));
  highlevel()
    .get('/payments/orders')
    .query({
      altId: 'loc1',
      altType: 'location',
      startAt: '2026-02-17',
      endAt: '2026-03-22',
      limit: '100',
      offset: '0',
    })
    .reply(200, {
      data: [
        { _id: 'o1', status: 'pending', amount: 89, liveMode: true },
        { _id: 'o2', status: 'completed', liveMode: false },
      ],
      totalCount: 2,
    });
  expect(await poll(newOrder)).toMatchObject([{ id: 'o1', amount: 89, revision: 'new' }]);
  jest.restoreAllMocks();
});
