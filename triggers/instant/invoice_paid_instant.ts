import { defineTrigger } from 'zapier-platform-core';
import { directionsFor } from '../../lib/hooks/directions.ts';
import { instant } from '../../lib/operations.ts';
import { postedInvoice, recentInvoices, unpaidInvoice } from '../../records/postedSales.ts';
import { postRoutes, postWith } from '../../records/posts.ts';

export default defineTrigger({
  key: 'invoice_paid_instant',
  noun: 'Invoice',
  display: {
    label: 'Invoice Paid (Instant)',
    description: 'Triggers when a workflow that starts with a paid invoice posts to this Zap.',
    directions: directionsFor('“Invoice”, with the filter “Paid”'),
  },
  operation: instant({
    record: postWith(postedInvoice),
    routes: [...postRoutes, ...postedInvoice.routes],
    about: ['invoice', 'payment'],
    events: ['InvoicePaid', 'Invoice'],
    disproved: unpaidInvoice,
    recent: recentInvoices,
  }),
});
