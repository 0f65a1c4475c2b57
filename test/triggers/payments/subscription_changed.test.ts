import subscriptionChanged from '../../../triggers/payments/subscription_changed.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';
import { plainZ, Zap } from '../../support/zapier.ts';

test('reads all subscriptions', async () => {
  highlevel()
    .get('/payments/subscriptions')
    .query({ altId: 'loc1', altType: 'location', limit: '100', offset: '0' })
    .reply(200, {
      data: [{ _id: 's1', status: 'active', subscriptionSnapshot: {} }],
      totalCount: 1,
    });
  const [one] = await poll(subscriptionChanged);
  expect(one).toMatchObject({ id: 's1', revision: 'active', formerStatus: null });
  expect(one).not.toHaveProperty('subscriptionSnapshot');
});

test('fires for each change of the status, also back to an earlier one', async () => {
  let status = 'active';
  const z = plainZ(() => ({ data: [{ _id: 's1', status }], totalCount: 1 }));
  const zap = new Zap(subscriptionChanged, {}, z);
  await zap.turnOn();
  for (status of ['past_due', 'past_due', 'active', 'canceled']) await zap.poll();
  expect(zap.fired.map((one) => [one.formerStatus, one.status])).toEqual([
    ['active', 'past_due'],
    ['past_due', 'active'],
    ['active', 'canceled'],
  ]);
});
