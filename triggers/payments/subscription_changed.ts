import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { asAltId, offsetPages, subscriptions } from '../../records/payments.ts';

const input = zod.object({
  locationId,
  withTests: yesNo(
    'With Test Subscriptions',
    'Whether subscriptions in test mode trigger, too.',
  ).default(false),
});

export default defineTrigger({
  key: 'subscription_changed',
  noun: 'Subscription',
  display: {
    label: 'Subscription Changed',
    description: 'Triggers when a subscription starts or its status changes.',
  },
  operation: trigger('GET /payments/subscriptions', {
    input,
    request: asAltId,
    record: subscriptions,
    paging: offsetPages,
    follow: { state: ({ status }) => String(status), former: 'formerStatus' },
    filter: ({ liveMode }, { withTests }) => withTests || liveMode !== false,
  }),
});
