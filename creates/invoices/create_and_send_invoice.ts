import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, date, locationId, longText, text, yesNo } from '../../fields/common.ts';
import { contactId, userId } from '../../fields/ids.ts';
import { currency, inAltId } from '../../fields/invoices.ts';
import { recordIn } from '../../lib/api/answers.ts';
import { create, type Step } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { listedInvoices, writtenInvoice } from '../../records/listedInvoices.ts';
import { writtenId } from '../../steps/writtenId.ts';
import { items, withTaxes } from './invoiceItems.ts';
import { invoiceParties, type Parties } from './invoiceParties.ts';

const input = zod.object({
  locationId,
  contactId,
  name: text('Invoice Name'),
  items,
  currency,
  issueDate: date('Issue Date', 'Leave empty for today.').optional(),
  dueDate: date('Due Date'),
  invoiceNumber: text('Invoice Number', 'Leave empty for HighLevel’s next number.').optional(),
  termsNotes: longText('Terms and Notes').optional(),
  action: choice('Send By', {
    email: 'Email',
    sms: 'SMS',
    sms_and_email: 'Email and SMS',
    send_manually: 'Do not send it: only mark it as sent',
  }),
  userId: userId.meta({ label: 'Sent by User', helpText: 'In whose name HighLevel sends it.' }),
  liveMode: yesNo('Live', 'Choose no for a test invoice, which nobody can really pay.').default(
    true,
  ),
});
type Values = zod.output<typeof input>;

const sendRoute = 'POST /invoices/{invoiceId}/send';

const today = ({ timeZone }: Run): string =>
  new Date().toLocaleDateString('en-CA', { timeZone: timeZone || 'UTC' });

const asInvoice = (values: Values & Partial<Parties>, run: Run) => {
  const { locationId: id, contactId: _, action: __, userId: ___, items: lines, ...rest } = values;
  return {
    ...rest,
    ...inAltId(id),
    issueDate: rest.issueDate ?? today(run),
    items: withTaxes(lines, rest.currency),
    discount: { type: 'percentage', value: 0 },
  };
};

const sendIt: Step<Values> = {
  routes: [sendRoute],
  after: async (run, made, { locationId: id, action, userId: by, liveMode }) => {
    const sending = { ...inAltId(id), invoiceId: writtenId(made), action, userId: by, liveMode };
    const { status = made.status } =
      recordIn(await run.call(sendRoute, sending), writtenInvoice) ?? {};
    return { ...made, status };
  },
};

export default defineCreate({
  key: 'create_and_send_invoice',
  noun: 'Invoice',
  display: {
    label: 'Create and Send Invoice',
    description: 'Creates an invoice for a contact and sends it by email, SMS, or both.',
  },
  operation: create('POST /invoices/', {
    input,
    request: asInvoice,
    record: writtenInvoice,
    steps: [invoiceParties, sendIt],
    lookAgain: {
      route: 'GET /invoices/',
      request: ({ altId, altType, contactDetails }) => ({
        altId,
        altType,
        contactId: contactDetails?.id,
        limit: '100',
        offset: '0',
      }),
      record: listedInvoices,
      // What an earlier run has made is sent already.
      isIt: (found, { name }) => found.name === name && found.status === 'draft',
    },
  }),
});
