import { defineTrigger } from 'zapier-platform-core';
import { directionsFor } from '../../lib/hooks/directions.ts';
import { instant } from '../../lib/operations.ts';
import { postedOrder, recentOrders } from '../../records/postedSales.ts';
import { postRoutes, postWith } from '../../records/posts.ts';

export default defineTrigger({
  key: 'order_submitted_instant',
  noun: 'Order',
  display: {
    label: 'Order Submitted (Instant)',
    description: 'Triggers when a workflow that starts with a submitted order posts to this Zap.',
    directions: directionsFor('“Order Submitted”'),
  },
  operation: instant({
    record: postWith(postedOrder),
    routes: [...postRoutes, ...postedOrder.routes],
    about: ['order', 'payment'],
    events: ['OrderCreate'],
    recent: recentOrders,
  }),
});
