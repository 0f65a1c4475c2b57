import { postedAppointment } from './postedAppointment.ts';
import { postedMessage } from './postedMessage.ts';
import { postedOpportunity } from './postedOpportunity.ts';
import { postedInvoice, postedOrder } from './postedSales.ts';

/** What a payment looks like in a workflow’s post (api#workflow-payments). */
const payment = {
  transactionId: 'aaaaaaaaaaaaaaaaaaaaaa01',
  source: 'payment_link',
  paymentStatus: 'succeeded',
  subTotalAmount: 832,
  discountAmount: 0,
  taxAmount: 0,
  totalAmount: 832,
  currencyCode: 'USD',
  method: 'gateway',
  gateway: 'stripe',
};

/** Whatever a post may hold besides the contact. */
export const anyPart = {
  opportunity: postedOpportunity.sample,
  appointment: postedAppointment.sample,
  message: postedMessage.sample,
  payment,
  invoice: postedInvoice.sample,
  order: postedOrder.sample,
  form: { id: 'ForAAAAAAAAAAAAAAA01', name: 'New patients' },
  note: { body: 'Prefers mornings' },
  task: { title: 'Call back', body: 'Ask about size' },
};
