import { contacts } from '../../sandbox/seed/contacts.ts';
import { users } from '../../sandbox/seed/users.ts';
import { enrolments, workflows } from '../../sandbox/seed/workflows.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});

const main = () => sandbox().state.main;
const contactId = (index: number) => contacts(main()).seededAt(index)?.id ?? '';
const workflow = (status: string) =>
  [...workflows(main()).values()].find((one) => one.status === status)?.id ?? '';
const enrol = (contact: string, id: string, body: object = {}) =>
  client.call(`POST /contacts/${contact}/workflow/${id}`, body);
const inside = (contact: string) => enrolments(main()).filter((one) => one.contactId === contact);

test('a draft answers yes and does nothing', async () => {
  const answer = await enrol(contactId(0), workflow('draft'));
  expect(answer).toMatchObject({ status: 200, body: { succeded: true, succeeded: true } });
  expect(inside(contactId(0))).toEqual([]);
});

test('enrolling somebody again is silently refused until they are taken out', async () => {
  const id = workflow('published');
  await enrol(contactId(1), id, { eventStartTime: '2026-06-23T03:30:00+01:00' });
  const again = await enrol(contactId(1), id, { eventStartTime: '2026-07-01T10:00:00+01:00' });
  expect(again.status).toBe(200);
  expect(inside(contactId(1))).toMatchObject([{ eventStartTime: '2026-06-23T03:30:00+01:00' }]);
  await client.call(`DELETE /contacts/${contactId(1)}/workflow/${id}`, {});
  expect(inside(contactId(1))).toEqual([]);
});

test('followers are added and removed', async () => {
  const [, amelia = '', daniel = ''] = [...users(sandbox().state.company).keys()];
  const route = `/contacts/${contactId(2)}/followers`;
  await client.call(`POST ${route}`, { followers: [amelia] });
  expect((await client.call(`POST ${route}`, { followers: [amelia, daniel] })).body).toMatchObject({
    followers: [amelia, daniel],
    followersAdded: [daniel],
  });
  expect((await client.call(`DELETE ${route}`, { followers: [amelia] })).body).toMatchObject({
    followers: [daniel],
    followersRemoved: [amelia],
  });
});

test('snapshots are for the agency only', async () => {
  const { id } = sandbox().state.company;
  const agency = await clientOf(sandbox(), 'agency');
  expect((await client.call(`GET /snapshots/?companyId=${id}`)).status).toBe(403);
  expect((await agency.call(`GET /snapshots/?companyId=${id}`)).body).toMatchObject({
    snapshots: [{ type: 'own' }, { type: 'own' }, { type: 'imported' }],
  });
});
