import apiRequest from '../../creates/endpoints/api_request.ts';
import apiLookUp from '../../searches/endpoints/api_look_up.ts';
import { documentedChoices } from '../../triggers/dropdowns/documented.ts';
import { agencyConnection, highlevel } from '../support/api.ts';
import { failure, fieldsOf, outputsOf, poll, run } from '../support/run.ts';

const invoice = {
  apiArea: 'Invoices',
  apiEndpoint: 'POST /invoices/',
  name: 'Whitening',
  businessDetails__name: 'Bright Smile Dental',
  currency: 'USD',
  items: [
    { name: 'Whitening', amount: '500', qty: 1, currency: 'USD' },
    { name: 'Check-up', amount: 80, qty: '2', currency: 'USD' },
  ],
  discount__value: '0',
  discount__type: 'Percentage',
  contactDetails__id: 'c1',
  contactDetails__name: 'Maria Alvarez',
  contactDetails__phoneNo: '+14155550134',
  contactDetails__email: 'maria@example.com',
  issueDate: '2026-12-01',
  sentTo__email: ['maria@example.com'],
  liveMode: 'yes',
};

const choicesOf = (key: string) => {
  const found = documentedChoices.find((one) => one.key === key);
  if (!found) throw new Error(`no dropdown ${key}`);
  return found;
};
const meta = { isFillingDynamicDropdown: true, page: 0 };

test('areas and endpoints by their names, deprecated ones last', async () => {
  const areas = await poll(choicesOf('list_api_areas'), {}, { meta });
  expect(areas.map(({ id }) => id)).toEqual(expect.arrayContaining(['Ads', 'Invoices', 'Users']));
  const endpoints = await poll(choicesOf('list_api_endpoints'), { apiArea: 'Contacts' }, { meta });
  expect(endpoints.at(-1)?.name).toMatch(/\(deprecated\)$/);
  expect(endpoints).toContainEqual({ id: 'POST /contacts/', name: 'Create Contact' });
});

test('the form of an endpoint appears when it is chosen', async () => {
  const fields = await fieldsOf(apiRequest, { apiEndpoint: 'POST /invoices/' });
  const of = (key: string) => fields.find((field) => field.key === key);
  expect(of('name')).toMatchObject({ label: 'Name', required: true });
  expect(of('items')).toMatchObject({
    children: expect.arrayContaining([
      expect.objectContaining({ key: 'amount', placeholder: '10' }),
    ]),
  });
  expect(of('contactDetails__id')).toMatchObject({
    label: 'Contact Details',
    dynamic: 'list_contact_choices.id.name',
  });
  expect(of('altId')).toBeUndefined();
  expect(of('moreFields')).toMatchObject({ label: 'More Fields (JSON)', type: 'text' });
});

test('an amount of money that can mean two things is refused; a weight is what it is', async () => {
  const [first, second] = invoice.items;
  const items = [
    { ...first, name: '', amount: '', qty: '', currency: '' },
    { ...second, amount: '1.500' },
  ];
  expect(await failure(run(apiRequest, { ...invoice, items }))).toBe(
    '“Amount” (item 2) must be 1500 or 1.50: “1.500” could mean both.',
  );
  const discount = { ...invoice, discount__value: '1.500', discount__type: 'fixed' };
  expect(await failure(run(apiRequest, discount))).toMatch(
    /“Discount Value” must be 1500 or 1.50: “1.500” could mean both/,
  );
  const schedule = {
    apiArea: 'Invoices',
    apiEndpoint: 'POST /invoices/template',
    lateFeesConfiguration__value: '2.500',
    lateFeesConfiguration__maxLateFees__value: '9.000',
  };
  expect(await failure(run(apiRequest, schedule))).toMatch(
    /“Late Fees Configuration Value” must be 2500 or 2.50.*Late Fees Value” must be 9000 or 9/,
  );
  const opportunity = {
    apiArea: 'Opportunities',
    apiEndpoint: 'PUT /opportunities/{id}',
    id: 'o1',
  };
  expect(await failure(run(apiRequest, { ...opportunity, monetaryValue: '€12.000' }))).toMatch(
    /“Monetary Value” must be 12000 or 12/,
  );
  const price = { apiArea: 'Products', apiEndpoint: 'POST /products/{productId}/price' };
  const filled = {
    productId: 'p1',
    name: 'Kit',
    type: 'one_time',
    currency: 'USD',
    amount: '12.50',
  };
  highlevel()
    .post('/products/p1/price', {
      name: 'Kit',
      type: 'one_time',
      currency: 'USD',
      amount: 12.5,
      locationId: 'loc1',
      shippingOptions: { weight: { value: 1.125, unit: 'kg' } },
    })
    .reply(201, { _id: 'r1' });
  const weight = { shippingOptions__weight__value: '1.125', shippingOptions__weight__unit: 'kg' };
  expect(await run(apiRequest, { ...price, ...filled, ...weight })).toMatchObject({ id: 'r1' });
});

test('an invoice with two line items', async () => {
  highlevel('2021-07-28')
    .post('/invoices/', (body) => {
      expect(body).toMatchObject({
        altId: 'loc1',
        altType: 'location',
        name: 'Whitening',
        items: [
          { name: 'Whitening', amount: 500, qty: 1 },
          { name: 'Check-up', amount: 80, qty: 2 },
        ],
        discount: { value: 0, type: 'percentage' },
        contactDetails: { id: 'c1', name: 'Maria Alvarez' },
        sentTo: { email: ['maria@example.com'] },
        liveMode: true,
      });
      return true;
    })
    .reply(201, { _id: 'i1', status: 'draft', createdAt: 1772634645000 });
  expect(await run(apiRequest, invoice)).toMatchObject({ id: 'i1', status: 'draft' });
});

test('what the form lacks comes in as JSON, and cannot replace what the connection knows', async () => {
  highlevel('2021-07-28')
    .post('/invoices/', (body) => {
      expect(body).toMatchObject({
        altId: 'loc1',
        discount: { value: 0, validOnProductIds: ['p1'] },
        tipsConfiguration: { tipsEnabled: true },
      });
      return true;
    })
    .reply(201, { _id: 'i1' });
  const moreFields =
    '{"altId":"other","discount":{"validOnProductIds":["p1"]},"tipsConfiguration":{"tipsEnabled":true}}';
  expect(await run(apiRequest, { ...invoice, moreFields })).toMatchObject({ id: 'i1' });
});

test('a list comes as line items', async () => {
  highlevel('2021-07-28')
    .get('/forms/submissions')
    .query({ locationId: 'loc1', limit: '2' })
    .reply(200, {
      submissions: [{ id: 's1', createdAt: '2026-03-04T09:30:45.000Z' }, { id: 's2' }],
      meta: { total: 2 },
    });
  const asked = {
    apiArea: 'Forms',
    apiEndpoint: 'GET /forms/submissions',
    limit: 2,
    name: 'stale',
  };
  expect(await poll(apiLookUp, asked)).toMatchObject([
    { count: 2, results: [{ id: 's1' }, { id: 's2' }] },
  ]);
  const outputs = await outputsOf(apiLookUp, asked);
  expect(outputs).toContainEqual(expect.objectContaining({ key: 'results[]id' }));
});

test('what the documents have in the query of a deletion goes into its query', async () => {
  highlevel('2021-07-28')
    .delete('/invoices/i1')
    .query({ altId: 'loc1', altType: 'location' })
    .reply(200, { _id: 'i1', status: 'void' });
  const asked = { apiEndpoint: 'DELETE /invoices/{invoiceId}', invoiceId: 'i1' };
  expect(await run(apiRequest, asked)).toMatchObject({ id: 'i1', status: 'void' });
});

test('a look-up only reads', async () => {
  const said = await failure(poll(apiLookUp, { apiEndpoint: 'DELETE /contacts/{contactId}' }));
  expect(said).toContain('only reads');
});

test('an agency is asked for the sub-account', async () => {
  const fields = await fieldsOf(
    apiRequest,
    { apiEndpoint: 'POST /contacts/' },
    { authData: agencyConnection },
  );
  expect(fields).toContainEqual(expect.objectContaining({ key: 'locationId', required: true }));
});

test('nobody knows whether a record was made: nothing may replay the step by itself', async () => {
  highlevel('2021-07-28').post('/invoices/').reply(502, 'Bad Gateway');
  await expect(run(apiRequest, invoice)).rejects.toMatchObject({
    name: 'HaltedError',
    message: expect.stringContaining('Check in HighLevel whether the record is there'),
  });
});

test('a value in a path cannot make it another endpoint', async () => {
  const products = { apiArea: 'Products', apiEndpoint: 'GET /products/{productId}' };
  expect(await failure(run(apiRequest, { ...products, productId: 'Collections' }))).toContain(
    '“Product” cannot be “Collections”',
  );
  const accounts = {
    apiArea: 'Social Planner',
    apiEndpoint: 'GET /social-media-posting/oauth/{locationId}/{platform}/accounts/{accountId}',
    accountId: 'acc1',
  };
  expect(await failure(run(apiRequest, { ...accounts, platform: 'start' }))).toContain(
    '“Platform”',
  );
  highlevel('v3')
    .get('/social-media-posting/oauth/loc1/facebook/accounts/acc1')
    .reply(200, { results: { pages: [{ id: 'p1', name: 'Bright Smile' }] } });
  expect(JSON.stringify(await run(apiRequest, { ...accounts, platform: 'facebook' }))).toContain(
    'p1',
  );
});

describe('a family that speaks v3', () => {
  beforeEach(() => {
    process.env.HIGHLEVEL_API_GENERATION = 'v3';
  });
  afterEach(() => {
    delete process.env.HIGHLEVEL_API_GENERATION;
  });

  test('takes with it what v3 wants as the classic documents do', async () => {
    highlevel('v3').get('/invoices/template/t1').query(true).reply(200, { _id: 't1' });
    const asked = { apiEndpoint: 'GET /invoices/template/{templateId}', templateId: 't1' };
    expect(await run(apiRequest, asked)).toMatchObject({ id: 't1' });
  });

  test('leaves in the classic Version what v3 wants otherwise: the form is the classic one', async () => {
    highlevel('2021-07-28').get('/opportunities/search').query(true).reply(200, {});
    const asked = { apiEndpoint: 'GET /opportunities/search', q: 'Ana' };
    expect(await run(apiRequest, asked)).toMatchObject({ count: 0 });
  });
});
