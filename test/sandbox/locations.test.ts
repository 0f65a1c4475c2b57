import { snapshots } from '../../sandbox/seed/workflows.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let agency: Client;
let own: Client;
let companyId: string;
beforeAll(async () => {
  agency = await clientOf(sandbox(), 'agency');
  own = await clientOf(sandbox());
  companyId = agency.connection.companyId;
});

test('the search is the agency’s only, and has no total', async () => {
  const { body } = await agency.call(`GET /locations/search?companyId=${companyId}&limit=100`);
  expect(body.locations).toHaveLength(100);
  expect(body).not.toHaveProperty('total');
  expect((body.locations as object[])[0]).not.toHaveProperty('companyId');
  const refused = await own.call(`GET /locations/search?companyId=${companyId}`);
  expect(refused).toMatchObject({ status: 403, body: { message: 'Forbidden resource' } });
});

test('a sub-account lives from its creation to its deletion', async () => {
  const [snapshot] = snapshots(sandbox().state.company).values();
  const made = await agency.call('POST /locations/', {
    companyId,
    name: 'New Practice',
    country: 'US',
    snapshotId: snapshot?.id,
    prospectInfo: { firstName: 'Maria', lastName: 'Alvarez', email: 'maria@example.com' },
    settings: { allowDuplicateContact: true },
    social: { yelp: 'https://www.yelp.com/biz/new-practice' },
    twilio: { sid: 'AC1', authToken: 'secret' },
  });
  expect(made).toMatchObject({
    status: 200,
    body: { name: 'New Practice', companyId, settings: { allowDuplicateContact: true } },
  });
  expect(JSON.stringify(made.body)).not.toContain('secret');
  const { id } = made.body;
  await agency.call(`PUT /locations/${id}`, { companyId, social: { twitter: 'x' } });
  const read = await agency.call(`GET /locations/${id}`);
  expect(read.body.location).toMatchObject({
    firstName: 'Maria',
    email: 'maria@example.com',
    snapshotId: snapshot?.id,
    social: { yelp: 'https://www.yelp.com/biz/new-practice', twitter: 'x' },
  });
  expect((await agency.call(`DELETE /locations/${id}`)).status).toBe(422);
  const gone = await agency.call(`DELETE /locations/${id}?deleteTwilioAccount=false`);
  expect(gone.body).toMatchObject({ success: true, message: `Deleted location with id: ${id}` });
  expect((await agency.call(`GET /locations/${id}`)).status).toBe(403);
});

test.each([
  [{ name: '' }, 422],
  [{ country: 'USA' }, 422],
  [{ prospectInfo: { firstName: 'Maria' } }, 422],
  [{ settings: { unknown: true } }, 422],
  [{ snapshotId: 'none' }, 400],
  [{ companyId: 'other' }, 403],
])('a create with %j is a %d', async (wrong, status) => {
  const body = { companyId, name: 'New Practice', ...wrong };
  expect((await agency.call('POST /locations/', body)).status).toBe(status);
});

test('a sub-account token writes no sub-account', async () => {
  const { status } = await own.call(`PUT /locations/${own.locationId}`, { companyId, name: 'x' });
  expect(status).toBe(403);
});

test('the agency is read by its own token only', async () => {
  const { body } = await agency.call(`GET /companies/${companyId}`);
  expect(body.company).toMatchObject({ id: companyId, name: 'Northstar Marketing' });
  expect((await own.call(`GET /companies/${companyId}`)).status).toBe(403);
});
