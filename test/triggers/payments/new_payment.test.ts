import newPayment from '../../../triggers/payments/new_payment.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const now = Date.parse('2026-03-20T08:00:00Z');

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => jest.restoreAllMocks());

test.each([
  [{}, ['t1']],
  [{ withTests: true }, ['t1', 't2']],
])('with %j gives what was paid within a month', async (input, expected) => {
  highlevel()
    .get('/payments/transactions')
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
        {
          _id: 't1',
          status: 'succeeded',
          amount: 45,
          liveMode: true,
          chargeSnapshot: { source: { last4: '4242' } },
          ipAddress: '203.0.113.7',
        },
        { _id: 't2', status: 'succeeded', liveMode: false },
        { _id: 't3', status: 'pending', liveMode: true },
      ],
      totalCount: 3,
    });
  const found = await poll(newPayment, input);
  expect(found.map(({ id }) => id)).toEqual(expected);
  expect(found[0]).toMatchObject({ amount: 45, revision: 'paid' });
  // What the provider says of the card is nobody’s business here.
  expect(JSON.stringify(found)).not.toMatch(/4242|203\.0/);
});
