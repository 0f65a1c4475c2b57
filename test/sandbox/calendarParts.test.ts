import { calendars } from '../../sandbox/seed/calendars.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
let calendarIds: string[] = [];
beforeAll(async () => {
  client = await clientOf(sandbox());
  calendarIds = [...calendars(sandbox().state.main).keys()];
});

/** Lists answer bare, so the client gives them as text. */
const list = async (route: string) =>
  JSON.parse(String((await client.call(`GET ${route}`)).body.text)) as Record<string, unknown>[];

describe('notifications', () => {
  const route = () => `/calendars/${calendarIds[0]}/notifications`;
  const write = { receiverType: 'contact', channel: 'email', notificationType: 'reminder' };

  test('a limit is a Mongo type error', async () => {
    const { status, body } = await client.call(`GET ${route()}?limit=100`);
    expect(status).toBe(400);
    expect(body.message).toContain("'limit' is the wrong type");
  });

  test('the create takes and gives a list', async () => {
    const made = await client.call(`POST ${route()}`, [{ ...write, isActive: false }]);
    expect(made.status).toBe(200);
    const [one] = JSON.parse(String(made.body.text)) as { _id: string }[];
    expect(one).toMatchObject({ ...write, isActive: false, deleted: false });
    expect(one).not.toHaveProperty('id');
    expect(await list(`${route()}?isActive=false`)).toEqual([one]);
    expect((await client.call(`POST ${route()}`, write)).status).toBe(422);
  });

  test('an update says only that it was done; a deleted one is listed apart', async () => {
    const [first] = await list(route());
    const one = `${route()}/${first?._id}`;
    const beforeTime = [{ timeOffset: 2, unit: 'hours' }];
    expect((await client.call(`PUT ${one}`, { beforeTime })).body).toMatchObject({
      message: expect.any(String),
    });
    expect((await client.call(`GET ${one}`)).body).toMatchObject({ _id: first?._id, beforeTime });
    expect((await client.call(`DELETE ${one}`)).status).toBe(200);
    expect(await list(route())).not.toContainEqual(expect.objectContaining({ _id: first?._id }));
    expect(await list(`${route()}?deleted=true`)).toMatchObject([{ _id: first?._id }]);
    expect((await client.call(`GET ${route()}/none`)).status).toBe(400);
  });
});

describe('resources', () => {
  const write = () => ({
    locationId: client.locationId,
    name: 'Laser',
    description: '',
    quantity: 1,
    outOfService: 0,
    capacity: 1,
    calendarIds: calendarIds.slice(0, 1),
  });

  test('a list wants its page', async () => {
    const rooms = '/calendars/resources/rooms';
    const at = (query: string) => `${rooms}?locationId=${client.locationId}&${query}`;
    expect(await list(at('limit=1&skip=1'))).toMatchObject([{ name: 'Treatment Room 2' }]);
    expect((await client.call(`GET ${at('limit=1')}`)).status).toBe(422);
    const cars = `/calendars/resources/cars?locationId=${client.locationId}&limit=1&skip=0`;
    expect((await client.call(`GET ${cars}`)).status).toBe(422);
  });

  test('everything is required, and equipment has one calendar', async () => {
    const { capacity: _, ...lacking } = write();
    const create = (body: object) => client.call('POST /calendars/resources/equipments', body);
    expect((await create(lacking)).status).toBe(422);
    expect((await create({ ...write(), calendarIds })).status).toBe(400);
    const made = await create(write());
    expect(made.status).toBe(201);
    const one = `/calendars/resources/equipments/${made.body._id}`;
    const changed = await client.call(`PUT ${one}`, { isActive: false });
    expect(changed.body).toMatchObject({ name: 'Laser', isActive: false });
    expect(changed.body).not.toHaveProperty('calendarIds');
    expect((await client.call(`GET ${one}`)).body).toMatchObject(write());
    expect((await client.call(`DELETE ${one}`)).body.success).toBe(true);
    expect((await client.call(`GET ${one}`)).status).toBe(400);
  });
});
