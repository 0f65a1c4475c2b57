import findInvoice from '../../../searches/invoices/find_invoice.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const invoices = [
  {
    _id: 'i2',
    invoiceNumber: 20,
    status: 'paid',
    contactDetails: { id: 'c1', name: 'Maria Alvarez' },
  },
  { _id: 'i1', invoiceNumber: 19, status: 'paid', contactDetails: { id: 'c1' } },
];
const asked = (query: string) =>
  highlevel()
    .get(
      `/invoices/?${query}altId=loc1&altType=location&sortField=issueDate&sortOrder=descend&limit=100&offset=0`,
    )
    .reply(200, { invoices, total: 2 });

test('the last that was issued to a contact', async () => {
  asked('contactId=c1&status=paid&search=maria&startAt=2026-03-01&endAt=2026-03-31&');
  const input = {
    contactId: 'c1',
    status: 'paid',
    search: 'maria',
    startAt: '2026-03-01T09:00:00-08:00',
    endAt: '2026-03-31T09:00:00-08:00',
  };
  expect(await poll(findInvoice, input)).toMatchObject([
    { id: 'i2', invoiceNumber: '20', contactId: 'c1', contactName: 'Maria Alvarez' },
    { id: 'i1' },
  ]);
});

test.each([
  ['19', ['i1']],
  ['21', []],
])('by its number: %s', async (invoiceNumber, ids) => {
  asked('');
  expect((await poll(findInvoice, { invoiceNumber })).map(({ id }) => id)).toEqual(ids);
});
