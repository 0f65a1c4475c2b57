import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { lastDays } from '../../lib/polling/window.ts';
import { asAltId, offsetPages, transactions } from '../../records/payments.ts';

const input = zod.object({
  locationId,
  withTests: yesNo('With Test Payments', 'Whether payments in test mode trigger, too.').default(
    false,
  ),
});

export default defineTrigger({
  key: 'new_payment',
  noun: 'Payment',
  display: {
    label: 'New Payment',
    description: 'Triggers when a payment succeeds.',
  },
  operation: trigger('GET /payments/transactions', {
    input,
    // A bank transfer may take weeks, and keeps its place in the list.
    request: (values) => ({ ...asAltId(values), ...lastDays(31) }),
    record: transactions,
    paging: offsetPages,
    revision: ({ status }) => (status === 'succeeded' ? 'paid' : undefined),
    filter: ({ liveMode }, { withTests }) => withTests || liveMode !== false,
  }),
});
