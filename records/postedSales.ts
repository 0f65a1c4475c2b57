import { listIn } from '../lib/api/answers.ts';
import type { Run } from '../lib/run.ts';
import { timeOf } from '../lib/time.ts';
import { asObject, type JsonObject } from '../lib/values.ts';
import type { PostedPart } from './partOfPost.ts';

const invoicesRoute = 'GET /invoices/';
const ordersRoute = 'GET /payments/orders';

const idOf = (raw: JsonObject): unknown => raw.id ?? raw._id ?? null;

const asText = (value: unknown): string | null =>
  value === undefined || value === null ? null : String(value);

/** The ID and the number of an invoice as the API has them: workflows call the number otherwise (api#workflow-invoices). */
const completeInvoice = async (_run: Run, raw: JsonObject): Promise<JsonObject> => ({
  ...raw,
  id: idOf(raw),
  // Workflows write it as a text, the API as a number.
  invoiceNumber: asText(raw.invoiceNumber ?? raw.number),
});

const completeOrder = async (_run: Run, raw: JsonObject): Promise<JsonObject> => ({
  ...raw,
  id: idOf(raw),
  sourceType: raw.sourceType ?? asObject(raw.source).type,
  sourceName: raw.sourceName ?? asObject(raw.source).name,
});

/** Newest first. Which ones come on a page is not documented, so a page is large. */
const list = async (
  run: Run,
  { route, noun, input }: { route: string; noun: string; input: JsonObject },
): Promise<JsonObject[]> => {
  const page = { altId: run.locationId, altType: 'location', limit: 100, offset: 0 };
  const answer = await run.call(route, { ...page, ...input });
  const found = listIn(answer, { noun, one: [], many: [`${noun}s`, 'data'], sample: {} });
  return found.sort((a, b) => (timeOf(b.createdAt) || 0) - (timeOf(a.createdAt) || 0));
};

const invoices = (run: Run, input: JsonObject) =>
  list(run, { route: invoicesRoute, noun: 'invoice', input: { status: 'paid', ...input } });
const orders = (run: Run, input: JsonObject) =>
  list(run, { route: ordersRoute, noun: 'order', input });

/** The invoice of a post. No workflow’s post of one was seen (api#workflow-invoices). */
export const postedInvoice: PostedPart = {
  name: 'invoice',
  sample: {
    id: '6578278e879ad2646715ba9c',
    name: 'Whitening',
    invoiceNumber: '000019',
    status: 'paid',
    currency: 'USD',
    total: 500,
    amountPaid: 500,
    amountDue: 0,
    issueDate: '2026-03-02',
    dueDate: '2026-03-16',
    url: 'https://pay.example.com/i/19',
    recordedBy: 'Ines Marlow',
  },
  labels: {
    invoice__id: 'Invoice ID',
    invoice__invoiceNumber: 'Invoice Number',
    invoice__total: 'Invoice Total',
  },
  routes: [invoicesRoute],
  isWhole: ({ id, _id, name, number, invoiceNumber }) =>
    Boolean(id || _id || name || number || invoiceNumber),
  read: async (run, contactId) => {
    const [last] = await invoices(run, { contactId });
    return last;
  },
  complete: completeInvoice,
};

/** Some paid invoices, each as an event. */
export const recentInvoices = {
  routes: [invoicesRoute],
  read: async (run: Run): Promise<JsonObject[]> =>
    (await invoices(run, {})).slice(0, 3).map((invoice) => ({
      id: asObject(invoice.contactDetails).id,
      invoice,
    })),
};

/** The order of a post. No workflow’s post of one was seen (api#workflow-invoices). */
export const postedOrder: PostedPart = {
  name: 'order',
  sample: {
    id: '660ed43bfdf9fc05a0de7a40',
    status: 'completed',
    fulfillmentStatus: 'unfulfilled',
    currency: 'USD',
    amount: 150.1,
    sourceType: 'website',
    sourceName: 'Online store',
    items: [{ name: 'Whitening kit', qty: 1 }],
    createdAt: '2026-03-04T09:30:45.000Z',
  },
  labels: { order__id: 'Order ID', order__status: 'Order Status', order__amount: 'Order Amount' },
  routes: [ordersRoute],
  isWhole: ({ id, _id, amount }) => Boolean(id || _id || amount !== undefined),
  read: async (run, contactId) => {
    const [last] = await orders(run, { contactId });
    return last;
  },
  complete: completeOrder,
};

/** Some orders, each as an event. */
export const recentOrders = {
  routes: [ordersRoute],
  read: async (run: Run): Promise<JsonObject[]> =>
    (await orders(run, {})).slice(0, 3).map((order) => ({ id: order.contactId, order })),
};

const unpaid = new Set([
  'draft',
  'sent',
  'payment_processing',
  'void',
  'partially_paid',
  'overdue',
  'delete',
  'deleted',
]);

/** What a post is about if its invoice is not paid (invoices.json, the statuses; webhook-events, InvoiceDelete). */
export const unpaidInvoice = ({ invoice }: JsonObject): string | undefined =>
  unpaid.has(String(asObject(invoice).status)) ? 'an invoice that is not paid' : undefined;
