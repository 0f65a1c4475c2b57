import nock from 'nock';
import workflowEvent from '../../../triggers/instant/workflow_event_instant.ts';
import { bodies, bodyOf } from '../../hooks/bodies.ts';
import { highlevel } from '../../support/api.ts';
import { HookedZap, signed, testKey } from '../../support/hooked.ts';
import { failure } from '../../support/run.ts';

const locationId = 'LocAAAAAAAAAAAAAAA01';
const authData = { access_token: 'token-of-the-test', locationId, companyId: '', userId: '' };
const zap = (own = authData) => new HookedZap(workflowEvent, { cache: {}, authData: own });

const definitionsOf = (customFields: object[]) =>
  highlevel()
    .get(`/locations/${locationId}/customFields`)
    .query({ model: 'contact' })
    .reply(200, { customFields });

const field = (id: string, name: string, dataType = 'TEXT', picklistOptions: string[] = []) => ({
  id,
  name,
  fieldKey: `contact.${id}`,
  dataType,
  picklistOptions,
  model: 'contact',
});

test('custom fields come under their keys, by their labels', async () => {
  definitionsOf([
    field('industry', 'Industry', 'SINGLE_OPTIONS', ['Retail']),
    field('electric_bill', 'Electric Bill (RM)', 'CHECKBOX', ['RM500 - RM1000']),
    field('role', 'What is your role in this organization?', 'TEXT'),
    field('region', 'Location'),
    field('brand', 'MAQ Brand'),
  ]);
  const [record] = await zap().post(bodyOf('workflow-form-submitted-custom-fields'));
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA11',
    customField: {
      industry: 'Retail',
      electric_bill: ['RM500 - RM1000'],
      role: 'Owner',
      region: 'Selangor',
    },
    customFields: [
      { id: 'industry', value: 'Retail' },
      { id: 'electric_bill', value: ['RM500 - RM1000'] },
      { id: 'role', value: 'Owner' },
      { id: 'region', value: 'Selangor' },
    ],
    location: { name: 'Harbor Lane Studio' },
    workflow: { name: 'Form lead' },
    customData: { Name: 'Mara Okafor' },
    otherFields: { Message: '', 'File Upload 498q': '' },
    tags: [],
  });
});

test('several options come as a text with commas, too', async () => {
  definitionsOf([field('likes', 'Likes', 'MULTIPLE_OPTIONS', ['Sea, sun', 'Snow'])]);
  const one = zap();
  const body = { contact_id: 'c1', first_name: 'Mara', tags: '' };
  const [two] = await one.post({ ...body, Likes: 'Sand,Snow' });
  const [whole] = await one.post({ ...body, Likes: 'Sea, sun' });
  expect([two?.customField, whole?.customField]).toEqual([
    { likes: ['Sand', 'Snow'] },
    { likes: ['Sea, sun'] },
  ]);
});

test('an option that has a comma itself is one, among others too', async () => {
  definitionsOf([field('likes', 'Likes', 'MULTIPLE_OPTIONS', ['Sea', 'Sea, sun', 'Snow'])]);
  const one = zap();
  const body = { contact_id: 'c1', first_name: 'Mara', tags: '' };
  const posted = ['Sea, sun,Snow', 'Snow, Sea, sun', 'Sea,Snow', 'Snow,Ice, cold,Sea, sun'];
  const found = [];
  for (const Likes of posted) found.push((await one.post({ ...body, Likes }))[0]?.customField);
  expect(found).toEqual([
    { likes: ['Sea, sun', 'Snow'] },
    { likes: ['Snow', 'Sea, sun'] },
    { likes: ['Sea', 'Snow'] },
    { likes: ['Snow', 'Ice', 'cold', 'Sea, sun'] },
  ]);
});

test('options are told with their blanks, whatever blanks a post has', async () => {
  definitionsOf([field('likes', 'Likes', 'MULTIPLE_OPTIONS', ['Sea,  sun ', ' Snow', 'Ice'])]);
  const body = { contact_id: 'c1', first_name: 'Mara', tags: '' };
  const [record] = await zap().post({ ...body, Likes: 'Sea, sun, Snow , My  own,Ice' });
  expect(record?.customField).toEqual({ likes: ['Sea,  sun ', ' Snow', 'My  own', 'Ice'] });
});

test('what an app webhook says of a user is no custom field of a contact', async () => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
  definitionsOf([field('second_email', 'email'), field('job', 'role')]);
  const user = { id: 'u1', email: 'ines@example.com', role: 'admin' };
  const text = JSON.stringify({ type: 'UserCreate', locationId, webhookId: 'w1', ...user });
  const [record] = await zap().post(text, { headers: signed(text) });
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
  nock.cleanAll();
  expect(record).toMatchObject({ eventType: 'UserCreate', customFields: [], otherFields: user });
});

test('two fields of one name stay under their label: nothing says which one it is', async () => {
  definitionsOf([field('a', 'Size'), field('b', 'Size')]);
  const [record] = await zap().post({ contact_id: 'c1', first_name: 'Mara', Size: 'XL' });
  expect(record).toMatchObject({ customFields: [], otherFields: { Size: 'XL' } });
});

test('a field that is new is looked for again; a label of nobody’s only now and then', async () => {
  const one = zap();
  const body = { contact_id: 'c1', first_name: 'Mara' };
  definitionsOf([field('a', 'Size')]);
  await one.post({ ...body, Size: 'XL' });
  definitionsOf([field('a', 'Size'), field('b', 'Colour')]);
  const [record] = await one.post({ ...body, Colour: 'red' });
  expect(record).toMatchObject({ customField: { b: 'red' } });
  expect(nock.isDone()).toBe(true);
});

test('without the scope for definitions nothing is lost', async () => {
  highlevel()
    .get(`/locations/${locationId}/customFields`)
    .query(true)
    .reply(401, { message: 'The token is not authorized for this scope.' });
  const [record] = await zap().post({ contact_id: 'c1', first_name: 'Mara', Size: 'XL' });
  expect(record).toMatchObject({ id: 'c1', otherFields: { Size: 'XL' } });
});

test.each(Object.keys(bodies).filter((name) => name.startsWith('workflow-')))(
  '%s becomes a record of the shape of every contact',
  async (name) => {
    highlevel()
      .get(`/locations/${locationId}/customFields`)
      .query(true)
      .reply(200, { customFields: [] });
    const [record] = await zap().post(bodyOf(name));
    const { sample = {} } = workflowEvent.operation as { sample?: object };
    expect(Object.keys(sample).filter((key) => !(key in (record ?? {})))).toEqual([]);
    expect(record?.id).toBe(bodyOf(name).contact_id);
    nock.cleanAll();
  },
);

test('what nobody knows becomes a readable record', async () => {
  definitionsOf([]);
  const [record] = await zap().post({ hello: 'world', deep: { list: [1, 2] } });
  expect(record).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{32}-\d+$/),
    otherFields: { hello: 'world', deep: { list: [1, 2] } },
  });
  definitionsOf([]);
  const [plain] = await zap().post('Somebody wrote', { headers: { 'Content-Type': 'text/plain' } });
  expect(plain).toMatchObject({ otherFields: { value: 'Somebody wrote' } });
});

test('a post that has only the contact’s id gets the contact from the API', async () => {
  highlevel()
    .get('/contacts/c1')
    .reply(200, {
      contact: { id: 'c1', firstName: 'Mara', email: 'mara@example.com', tags: ['vip'] },
    });
  definitionsOf([]);
  const [record] = await zap().post({ contact_id: 'c1', location_id: locationId, event: 'moved' });
  expect(record).toMatchObject({
    id: 'c1',
    firstName: 'Mara',
    email: 'mara@example.com',
    tags: ['vip'],
    otherFields: { event: 'moved' },
    warning: null,
  });
});

test('a custom field of a contact that was read comes once, as it was posted', async () => {
  const customFields = [
    { id: 'size', value: 'L' },
    { id: 'colour', value: 'red' },
  ];
  highlevel()
    .get('/contacts/c1')
    .reply(200, { contact: { id: 'c1', firstName: 'Mara', customFields } });
  definitionsOf([field('size', 'Size'), field('colour', 'Colour')]);
  const [record] = await zap().post({ contact_id: 'c1', location_id: locationId, Size: 'XL' });
  expect(record).toMatchObject({ customField: { size: 'XL', colour: 'red' } });
  expect(record?.customFields).toEqual([
    { id: 'colour', value: 'red' },
    { id: 'size', value: 'XL' },
  ]);
});

test.each([[[null]], [{ seconds: 5 }], [[]], [true]])(
  'what can be no id (%j) is none: the event’s own stands for it',
  async (contact_id) => {
    const [record] = await zap().post({ contact_id, first_name: 'Mara' });
    expect(record).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{32}-\d+$/) });
  },
);

test('a contact that cannot be read does not lose the event', async () => {
  highlevel().get('/contacts/c1').reply(400, { message: 'Contact not found' });
  const [record] = await zap().post({ contact_id: 'c1', location_id: locationId });
  expect(record).toMatchObject({ id: 'c1', warning: /^The contact could not be read/ });
});

test.each(['../../oauth/token', 'c1?altId=x', '..', 'c1/notes', 'c1\u0000', 'c'.repeat(65)])(
  'an id like %s reaches no other endpoint',
  async (contact_id) => {
    // Nothing is mocked: a request would leave a warning.
    const [record] = await zap().post({ contact_id, location_id: locationId });
    expect(record).toMatchObject({ id: contact_id, warning: null });
  },
);

test('a workflow of another sub-account is refused', async () => {
  const said = await failure(
    zap({ ...authData, locationId: 'loc2' }).post(bodyOf('workflow-contact-tag-added')),
  );
  expect(said).toMatch(/another sub-account/);
});

const inOther = { contact_id: 'c1', location: { id: 'loc2' } };
const ofOurs = { contact_id: 'c1', location: { id: locationId } };
const noType = { headers: { 'Content-Type': '' } };
const asForm = { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };

test.each<[string, string, object?]>([
  ['a form', 'contact_id=c1&location[id]=loc2', asForm],
  ['a form that is encoded', 'contact_id=c1&location%5Bid%5D=loc2', asForm],
  ['a form without its type', 'contact_id=c1&location[name]=Mara&location[id]=loc2', noType],
  ['the name of the merge tag', JSON.stringify({ contact_id: 'c1', 'location.id': 'loc2' })],
  ['a list', JSON.stringify([inOther])],
  ['a list of several', JSON.stringify([ofOurs, inOther])],
])('%s that names another sub-account is refused', async (_, text, posted = {}) => {
  expect(await failure(zap().post(text, posted))).toMatch(/another sub-account/);
});

test.each<[string, string, object?]>([
  ['a form', `first_name=Mara&contact_id=c1&location[id]=${locationId}`, asForm],
  ['a list', JSON.stringify([ofOurs, ofOurs])],
  ['a merge tag that gave nothing', JSON.stringify({ first_name: 'M', location: { id: 'null' } })],
  ['blanks around', JSON.stringify({ first_name: 'M', location_id: ` ${locationId}\n` })],
])('%s of this sub-account fires', async (_, text, posted = {}) => {
  definitionsOf([]);
  expect(await zap().post(text, posted)).toHaveLength(1);
  nock.cleanAll();
});

describe('an app webhook that names its account in another way', () => {
  const own = { ...authData, companyId: 'agency1' };
  beforeEach(() => {
    process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
  });
  afterEach(() => {
    delete process.env.HIGHLEVEL_WEBHOOK_KEY;
    nock.cleanAll();
  });

  const user = { type: 'UserCreate', companyId: 'agency1', id: 'u1' };
  test.each<[string, unknown, number]>([
    ['ours', { type: 'LocationUpdate', id: locationId, companyId: 'agency1' }, 1],
    ['another sub-account', { type: 'LocationUpdate', id: 'loc2', companyId: 'agency1' }, 0],
    ['a new sub-account', { type: 'LocationCreate', id: 'loc2', companyId: 'agency1' }, 0],
    ['a user of ours, too', { ...user, locations: ['loc2', locationId] }, 1],
    ['a user of others', { ...user, locations: ['loc2', 'loc3'] }, 0],
    ['ours, of whatever agency', { type: 'NoteCreate', locationId, companyId: 'x' }, 1],
    ['our agency', { type: 'INSTALL', appId: 'a1', companyId: 'agency1' }, 1],
    ['another agency', { type: 'INSTALL', appId: 'a1', companyId: 'agency2' }, 0],
    ['nobody', { type: 'NoteCreate', webhookId: 'w1', locationId: 'null' }, 1],
    ['a list', [{ type: 'NoteCreate', webhookId: 'w1', locationId: 'loc2' }], 0],
  ])('%s', async (_, body, fires) => {
    definitionsOf([]);
    const text = JSON.stringify(body);
    expect(await zap(own).post(text, { headers: signed(text) })).toHaveLength(fires);
  });

  test.each<[string, object, number]>([
    ['that it has a new sub-account', { type: 'LocationCreate', id: 'loc2' }, 1],
    ['that another has one', { type: 'LocationCreate', id: 'loc2', companyId: 'agency2' }, 0],
    ['what another sub-account changed', { type: 'LocationUpdate', id: 'loc2' }, 0],
  ])('an agency’s connection is told %s: %j', async (_, body, fires) => {
    nock('https://services.leadconnectorhq.com')
      .post('/oauth/locationToken')
      .reply(200, { access_token: authData.access_token, expires_in: 3_600 });
    definitionsOf([]);
    const agency = { ...own, locationId: '' };
    const text = JSON.stringify({ companyId: 'agency1', ...body });
    const trigger = new HookedZap(workflowEvent, { cache: {}, authData: agency }, { locationId });
    expect(await trigger.post(text, { headers: signed(text) })).toHaveLength(fires);
  });
});

test.each(['', ' \n', '{}', '[]', 'null'])(
  'a post that says nothing (%j) is refused: somebody has opened the URL, or it is not sent by POST',
  async (body) => {
    expect(await failure(zap().post(body))).toMatch(/^This post was empty, so it did not trigger/);
  },
);

test('what is no JSON ends in a sentence', async () => {
  expect(await failure(zap().post('{"name":"Mara "M" Okafor"}'))).toMatch(/not valid JSON/);
});

test('the editor’s test shows contacts by the API, in the same shape', async () => {
  highlevel()
    .post('/contacts/search', {
      locationId,
      pageLimit: 3,
      page: 1,
      sort: [{ field: 'dateUpdated', direction: 'desc' }],
    })
    .reply(200, { contacts: [{ id: 'c1', firstName: 'Mara', customFields: [] }] });
  const [record] = await zap().test();
  const { sample = {} } = workflowEvent.operation as { sample?: object };
  expect(record).toMatchObject({ id: 'c1', firstName: 'Mara', revision: 'new' });
  expect(Object.keys(sample).filter((key) => !(key in (record ?? {})))).toEqual([]);
});
