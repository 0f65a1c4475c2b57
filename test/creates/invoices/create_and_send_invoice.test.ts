import createAndSendInvoice from '../../../creates/invoices/create_and_send_invoice.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const input = {
  contactId: 'c1',
  name: 'Whitening',
  items: [
    { item: 'Whitening', amount: '1,450.50', qty: 2, taxRate: '8.5' },
    { item: 'Tray', description: 'Upper', amount: 20 },
  ],
  currency: 'usd',
  issueDate: '2026-03-02T09:00:00-08:00',
  dueDate: '2026-03-16',
  action: 'sms_and_email',
  userId: 'u1',
};
const person = {
  id: 'c1',
  firstName: 'Maria',
  lastName: 'Alvarez',
  email: 'maria@example.com',
  phone: '+14155550134',
  city: 'Oakland',
};

const known = (contact: object = person) =>
  highlevel()
    .get('/contacts/c1')
    .reply(200, { contact })
    .get('/locations/loc1')
    .reply(200, { location: { id: 'loc1', name: 'Bright Smile', phone: '', country: 'US' } });

const taxId = /^[0-9a-f]{24}$/;
const sent = (body: { items: { taxes: { _id: string; taxId: string }[] }[] }) => {
  const [tax] = body.items[0]?.taxes ?? [];
  expect([tax?._id, tax?.taxId]).toEqual([expect.stringMatching(taxId), tax?._id]);
  expect(body).toEqual({
    altId: 'loc1',
    altType: 'location',
    name: 'Whitening',
    currency: 'USD',
    items: [
      {
        name: 'Whitening',
        amount: 1450.5,
        qty: 2,
        currency: 'USD',
        type: 'one_time',
        taxes: [{ ...tax, name: 'Tax 8.5%', rate: 8.5, calculation: 'exclusive' }],
      },
      {
        name: 'Tray',
        description: 'Upper',
        amount: 20,
        qty: 1,
        currency: 'USD',
        type: 'one_time',
        taxes: [],
      },
    ],
    discount: { type: 'percentage', value: 0 },
    businessDetails: { name: 'Bright Smile', address: { countryCode: 'US' } },
    contactDetails: {
      id: 'c1',
      name: 'Maria Alvarez',
      email: 'maria@example.com',
      phoneNo: '+14155550134',
      address: { city: 'Oakland' },
    },
    sentTo: { email: ['maria@example.com'], phoneNo: ['+14155550134'] },
    issueDate: '2026-03-02',
    dueDate: '2026-03-16',
    liveMode: true,
  });
  return true;
};

const draft = {
  _id: 'i1',
  name: 'Whitening',
  status: 'draft',
  invoiceNumber: 19,
  total: 3167.6,
  contactDetails: { id: 'c1', name: 'Maria Alvarez' },
};

const sendsIt = (status: number, answer: object) =>
  highlevel()
    .post('/invoices/i1/send', {
      altId: 'loc1',
      altType: 'location',
      action: 'sms_and_email',
      userId: 'u1',
      liveMode: true,
    })
    .reply(status, answer);

test('creates the invoice with what is known of both, and sends it', async () => {
  known();
  highlevel().post('/invoices/', sent).reply(200, draft);
  sendsIt(200, { invoice: { ...draft, status: 'sent' }, smsData: {}, emailData: {} });
  expect(await run(createAndSendInvoice, input)).toMatchObject({
    id: 'i1',
    status: 'sent',
    invoiceNumber: '19',
    contactId: 'c1',
    contactName: 'Maria Alvarez',
  });
});

test('is dated today, by the clock of the Zap', async () => {
  known();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format();
  highlevel()
    .post('/invoices/', ({ issueDate }) => issueDate === today)
    .reply(200, draft);
  sendsIt(200, { invoice: draft });
  await run(
    createAndSendInvoice,
    { ...input, issueDate: '' },
    { meta: { timezone: 'Pacific/Kiritimati' } },
  );
});

test.each([
  ['email', { ...person, email: null }, 'The contact has no email'],
  ['sms', { ...person, phone: '' }, 'The contact has no phone number'],
])('creates nothing that cannot be sent by %s', async (action, contact, sentence) => {
  known(contact);
  const message = await failure(run(createAndSendInvoice, { ...input, action }));
  expect(message).toContain(sentence);
});

test('sends a draft that HighLevel made although it failed', async () => {
  known();
  highlevel().post('/invoices/').reply(500, { message: 'Internal server error' });
  const now = new Date().toISOString();
  highlevel()
    .get('/invoices/?altId=loc1&altType=location&contactId=c1&limit=100&offset=0')
    .reply(200, {
      invoices: [
        { ...draft, _id: 'i0', status: 'sent', createdAt: now },
        { ...draft, createdAt: now },
      ],
      total: 2,
    });
  sendsIt(200, { invoice: { ...draft, status: 'sent' } });
  expect(await run(createAndSendInvoice, input)).toMatchObject({ id: 'i1', status: 'sent' });
});

test('says that the invoice is there if it could not be sent', async () => {
  known();
  highlevel().post('/invoices/').reply(200, draft);
  sendsIt(400, { message: 'Invalid user', statusCode: 400 });
  const message = await failure(run(createAndSendInvoice, input));
  expect(message).toContain('HighLevel did part of this step, but refused the rest');
  expect(message).toContain('Invalid user');
});
