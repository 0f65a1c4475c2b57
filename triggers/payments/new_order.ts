import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { lastDays } from '../../lib/polling/window.ts';
import { asAltId, offsetPages, orders } from '../../records/payments.ts';

const input = zod.object({
  locationId,
  withTests: yesNo('With Test Orders', 'Whether orders in test mode trigger, too.').default(false),
});

export default defineTrigger({
  key: 'new_order',
  noun: 'Order',
  display: {
    label: 'New Order',
    description: 'Triggers when an order is placed, paid or not.',
  },
  operation: trigger('GET /payments/orders', {
    input,
    // As long as a connection may be held without losing any.
    request: (values) => ({ ...asAltId(values), ...lastDays(31) }),
    record: orders,
    paging: offsetPages,
    revision: 'new',
    filter: ({ liveMode }, { withTests }) => withTests || liveMode !== false,
  }),
});
