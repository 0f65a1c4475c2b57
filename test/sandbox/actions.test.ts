import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});

const policies = 'custom_objects.insurance_policies';

test('a custom value keeps its key under a new name, and needs both name and value', async () => {
  const home = `/locations/${client.locationId}/customValues`;
  const { body } = await client.call(`GET ${home}`);
  const [first] = body.customValues as { id: string; fieldKey: string }[];
  const write = (sent: object) => client.call(`PUT ${home}/${first?.id}`, sent);
  expect((await write({ value: 'x' })).status).toBe(422);
  expect((await write({ name: 'Hours', value: '' })).status).toBe(200);
  expect((await client.call(`GET ${home}/${first?.id}`)).body.customValue).toMatchObject({
    name: 'Hours',
    value: '',
    fieldKey: first?.fieldKey,
  });
  expect((await client.call(`GET ${home}/nobody`)).status).toBe(400);
});

test('a record keeps what is not sent, takes the sub-account in the query alone, and goes', async () => {
  const made = await client.call(`POST /objects/${policies}/records`, {
    locationId: client.locationId,
    properties: { policy_number: 'POL-1', carrier: 'Delta' },
  });
  const { id } = made.body.record as { id: string };
  const change = (query: string, body: object) =>
    client.call(`PUT /objects/${policies}/records/${id}${query}`, body);
  const here = `?locationId=${client.locationId}`;
  const properties = { carrier: 'Cigna' };
  expect((await change(here, { locationId: client.locationId, properties })).status).toBe(422);
  expect((await change(here, { properties: { colour: 'red' } })).status).toBe(400);
  expect((await change(here, { properties })).body.record).toMatchObject({
    properties: { policy_number: 'POL-1', carrier: 'Cigna' },
  });
  const path = `/objects/${policies}/records/${id}`;
  expect((await client.call(`DELETE ${path}`)).body).toMatchObject({ id, success: true });
  expect((await client.call(`GET ${path}`)).status).toBe(400);
});

const invoice = {
  altType: 'location',
  name: 'Whitening',
  businessDetails: {},
  currency: 'USD',
  items: [
    {
      name: 'Whitening',
      amount: 200,
      qty: 2,
      currency: 'USD',
      type: 'one_time',
      taxes: [{ _id: 't1', name: 'Tax', rate: 10, calculation: 'exclusive' }],
    },
  ],
  discount: { value: 0, type: 'percentage' },
  contactDetails: { id: 'c1', name: 'Ana', email: 'ana@example.com', phoneNo: '' },
  issueDate: '2026-03-02',
  sentTo: { email: ['ana@example.com'] },
  liveMode: true,
};

test('an invoice is created, sent to whom it has an address of, and paid in parts', async () => {
  const altId = client.locationId;
  const owner = { altId, altType: 'location' };
  const create = (more: object) => client.call('POST /invoices/', { ...invoice, altId, ...more });
  expect((await create({ altId: 'other' })).status).toBe(403);
  const [item] = invoice.items;
  expect((await create({ items: [{ ...item, type: undefined }] })).status).toBe(500);
  const { body } = await create({});
  expect(body).toMatchObject({ status: 'draft', total: 440, amountDue: 440 });
  const path = `POST /invoices/${body._id}`;
  const send = (action: string) =>
    client.call(`${path}/send`, { ...owner, userId: 'u1', liveMode: true, action });
  expect((await send('sms')).status).toBe(400);
  expect((await send('email')).body.invoice).toMatchObject({ status: 'sent' });
  const pay = (more: object) =>
    client.call(`${path}/record-payment`, { ...owner, mode: 'cash', notes: 'x', ...more });
  expect((await pay({ amount: 500 })).status).toBe(400);
  expect((await pay({ amount: 40 })).body.invoice).toMatchObject({ status: 'partially_paid' });
  expect((await pay({})).body.invoice).toMatchObject({ status: 'paid', amountDue: 0 });
  expect((await pay({})).status).toBe(400);
});

test('a product is found by its name, and takes a price', async () => {
  const locationId = client.locationId;
  const product = { locationId, name: 'Whitening Kit', productType: 'PHYSICAL' };
  const made = await client.call('POST /products/', product);
  expect([made.status, made.body]).toMatchObject([201, { slug: 'whitening-kit' }]);
  expect((await client.call('POST /products/', { ...product, price: 3 })).status).toBe(422);
  const { body } = await client.call(`GET /products/?locationId=${locationId}&search=whit&limit=5`);
  expect(body).toMatchObject({ products: [{ _id: made.body._id }], total: [{ total: 1 }] });
  const price = { locationId, name: 'Once', type: 'one_time', currency: 'USD', amount: 89.5 };
  const priced = (id: unknown) => client.call(`POST /products/${id}/price`, price);
  expect((await priced(made.body._id)).body).toMatchObject({
    product: made.body._id,
    amount: 89.5,
  });
  expect((await priced('nobody')).status).toBe(400);
});

test('a trigger link has a merge tag', async () => {
  const locationId = client.locationId;
  const link = { locationId, name: 'Book', redirectTo: 'https://www.example.com' };
  const { body } = await client.call('POST /links/', link);
  const { id } = body.link as { id: string };
  expect(body.link).toMatchObject({ fieldKey: `{{trigger_link.${id}}}` });
  const all = await client.call(`GET /links/?locationId=${locationId}`);
  expect((all.body.links as object[]).at(-1)).toEqual(body.link);
});

const upload = async (path: string, parts: Record<string, Blob | string>) => {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) form.append(name, part);
  const { access_token: token } = client.connection;
  const headers = { authorization: `Bearer ${token}`, version: '2021-07-28' };
  const response = await fetch(`${sandbox().url}${path}`, { method: 'POST', headers, body: form });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('a file goes to a field for files, under the ID of its part', async () => {
  const { body: made } = await client.call('POST /contacts/', {
    locationId: client.locationId,
    email: 'files@example.com',
  });
  const { id } = made.contact as { id: string };
  const { body } = await client.call(`GET /locations/${client.locationId}/customFields`);
  const fields = body.customFields as { id: string; dataType?: string }[];
  const idOf = (type: string) => fields.find(({ dataType }) => dataType === type)?.id ?? '';
  const path = `/forms/upload-custom-files?contactId=${id}&locationId=${client.locationId}`;
  const send = (part: string) => upload(path, { [part]: new File(['x'], 'card.png') });
  expect((await send(`${idOf('TEXT')}_a1`)).status).toBe(400);
  expect((await send(idOf('FILE_UPLOAD'))).status).toBe(400);
  await send(`${idOf('FILE_UPLOAD')}_a1`);
  expect((await send(`${idOf('FILE_UPLOAD')}_b2`)).status).toBe(201);
  const read = await client.call(`GET /contacts/${id}`);
  const { customFields } = read.body.contact as { customFields: { value: object }[] };
  expect(customFields.map(({ value }) => Object.keys(value))).toEqual([['b2']]);
});

test('a file goes to the media library, or an address where it is', async () => {
  const send = (parts: Record<string, Blob | string>) => upload('/medias/upload-file', parts);
  const file = new File(['x'], 'dot.png');
  expect((await send({ file, name: 'Dot' })).body).toMatchObject({ fileId: expect.any(String) });
  expect((await send({ name: 'Dot' })).status).toBe(400);
  const elsewhere = { hosted: 'true', fileUrl: 'https://x.example/1.png' };
  expect((await send(elsewhere)).body.url).toBe('https://x.example/1.png');
  expect((await send({ file, folder: 'x' })).status).toBe(422);
  const list = (type: string) =>
    client.call(
      `GET /medias/files?altId=${client.locationId}&altType=location&type=${type}&sortBy=createdAt&sortOrder=desc`,
    );
  expect((await list('folder')).body.files).toHaveLength(1);
  expect((await list('file')).body.files).toHaveLength(3);
});

test('a custom field that is chosen from needs its options, and no second one has its name', async () => {
  const write = (sent: object) =>
    client.call(`POST /locations/${client.locationId}/customFields`, { name: 'Shade', ...sent });
  expect((await write({ dataType: 'RADIO' })).status).toBe(422);
  expect((await write({ dataType: 'TEXTBOX_LIST' })).status).toBe(400);
  const { body } = await write({ dataType: 'RADIO', options: ['A1', 'B2'] });
  expect(body.customField).toMatchObject({
    fieldKey: 'contact.shade',
    picklistOptions: ['A1', 'B2'],
  });
  expect((await write({ dataType: 'TEXT' })).status).toBe(422);
});

test('a post goes to accounts that are connected, with a date if it is scheduled', async () => {
  const home = `/social-media-posting/${client.locationId}`;
  const listed = await client.call(`GET ${home}/accounts`);
  const { accounts } = listed.body.results as { accounts: { id: string }[] };
  const post = { accountIds: [accounts[0]?.id], type: 'post', userId: 'u1', summary: 'Hello' };
  const write = (more: object, version = '2021-07-28') =>
    client.call(`POST ${home}/posts`, { ...post, ...more }, { version });
  const { status, body } = await write({ status: 'draft' });
  expect([status, body]).toMatchObject([201, { results: { post: { status: 'draft' } } }]);
  expect((await write({ status: 'scheduled' })).status).toBe(400);
  expect((await write({ accountIds: ['nobody'] })).status).toBe(400);
  const media = [{ url: 'https://x.example/1' }];
  expect((await write({ media })).status).toBe(201);
  expect((await write({ media }, 'v3')).status).toBe(422);
});

test('a service is booked and its booking deleted, in v3 alone', async () => {
  const locationId = client.locationId;
  const v3 = { version: 'v3' };
  const read = (part: string) =>
    client.call(`GET /calendars/services/${part}locationId=${locationId}`, undefined, v3);
  const { body: catalog } = await read('catalog?');
  const [service] = catalog.services as { id: string }[];
  const { body: people } = await client.call(`GET /contacts/?locationId=${locationId}&limit=1`);
  const [contact] = people.contacts as { id: string }[];
  const booking = {
    locationId,
    contactId: contact?.id,
    startTime: '2040-03-05T09:30:00Z',
    endTime: '2040-03-05T10:30:00Z',
    timezone: 'UTC',
    services: [{ id: service?.id, position: 0 }],
  };
  const book = (query = '', headers: Record<string, string> = v3) =>
    client.call(`POST /calendars/services/bookings${query}`, booking, headers);
  expect((await book('', { version: '2021-04-15' })).status).toBe(404);
  const { status, body } = await book();
  expect([status, body]).toMatchObject([201, { bookingId: expect.any(String) }]);
  expect((await book()).status).toBe(400);
  expect((await book('?overrideAvailability=true')).status).toBe(201);
  const remove = () =>
    client.call(`DELETE /calendars/services/bookings/${body.bookingId}`, undefined, v3);
  expect((await remove()).body).toMatchObject({ success: true });
  expect((await remove()).status).toBe(400);
  const span = `startTime=0&endTime=${Date.parse('2050-01-01')}`;
  expect((await read(`bookings?${span}&`)).body.bookings).toHaveLength(1);
});
