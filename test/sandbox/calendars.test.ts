import { type Client, clientOf, useSandbox } from './client.ts';

type Record_ = Record<string, unknown> & { id: string };

const sandbox = useSandbox();
let client: Client;
let locationId: string;
beforeAll(async () => {
  client = await clientOf(sandbox());
  locationId = client.locationId;
});

const DAY = 86_400_000;
const call: Client['call'] = (...request) => client.call(...request);
const list = async () =>
  (await call(`GET /calendars/?locationId=${locationId}`)).body.calendars as Record_[];
const named = async (name: string) => {
  const found = (await list()).find((calendar) => calendar.name === name);
  if (!found) throw new Error(`No calendar is called ${name}.`);
  return found;
};
const userId = async () =>
  ((await named('Check-up')).teamMembers as { userId: string }[])[0]?.userId ?? '';

describe('calendars', () => {
  test('show hours as {} where there are none, and limits in both spellings', async () => {
    expect(await named('Consultation')).toMatchObject({ openHours: {}, appointmentPerSlot: 1 });
    expect(await named('Check-up')).toMatchObject({
      openHours: expect.arrayContaining([expect.objectContaining({ daysOfTheWeek: [1] })]),
      appoinmentPerSlot: 1,
      teamMembers: expect.arrayContaining([expect.objectContaining({ isZoomAdded: 'false' })]),
    });
  });

  test('take no limit', async () => {
    const { status, body } = await call(`GET /calendars/?locationId=${locationId}&limit=10`);
    expect([status, body.message]).toEqual([422, ['property limit should not exist']]);
  });

  test('are made, changed and deleted', async () => {
    const { body } = await call('POST /calendars/', {
      locationId,
      name: 'Whitening',
      isActive: false,
      lookBusyConfig: { enabled: true, LookBusyPercentage: 40 },
    });
    const { id } = body.calendar as Record_;
    const drafts = await call(`GET /calendars/?locationId=${locationId}&showDrafted=false`);
    expect((drafts.body.calendars as Record_[]).map((one) => one.id)).not.toContain(id);

    const changed = await call(`PUT /calendars/${id}`, { notes: 'Park behind the house' });
    expect(changed.body.calendar).toMatchObject({
      name: 'Whitening',
      notes: 'Park behind the house',
      lookBusyConfig: { LookBusyPercentage: 40 },
    });

    const gone = await call(`DELETE /calendars/${id}`);
    expect(gone.body).toMatchObject({ message: expect.any(String), calendar: { id } });
    expect((await call(`GET /calendars/${id}`)).status).toBe(400);
  });

  test('fall back to documented defaults that an update leaves out', async () => {
    const { id } = await named('Cleaning');
    const { body } = await call(`PUT /calendars/${id}`, { notes: 'x' });
    expect(body.calendar).toMatchObject({ slotDuration: 30 });
    await call(`PUT /calendars/${id}`, { slotDuration: 60, slotInterval: 60 });
  });

  test.each([
    [{ calendarType: 'personal' }, 'Personal calendar must have exactly one team member'],
    [{ calendarType: 'round_robin' }, 'Team members are required'],
  ])('refuse the team of %j', async (write, message) => {
    const { status, body } = await call('POST /calendars/', { locationId, name: 'x', ...write });
    expect([status, body.message]).toEqual([400, message]);
  });

  test('change a date that is set already by its id only', async () => {
    const { id } = await named('Check-up');
    const day = { date: '2031-12-24T00:00:00.000Z', hours: [] };
    const { body } = await call(`PUT /calendars/${id}`, { availabilities: [day] });
    const [known] = (body.calendar as { availabilities: Record_[] }).availabilities;
    expect((await call(`PUT /calendars/${id}`, { availabilities: [day] })).status).toBe(400);

    const removed = await call(`PUT /calendars/${id}`, {
      availabilities: [{ ...day, deleted: true, id: known?.id }],
    });
    expect(removed.body.calendar).toMatchObject({ availabilities: [] });
  });
});

describe('groups', () => {
  test('own their slug', async () => {
    const write = { locationId, name: 'Surgery', description: 'Implants', slug: 'surgery' };
    const check = () =>
      call('POST /calendars/groups/validate-slug', { locationId, slug: 'surgery' });
    expect((await check()).body.available).toBe(true);

    const { status, body } = await call('POST /calendars/groups', write);
    expect(status).toBe(201);
    expect((await check()).body.available).toBe(false);
    expect((await call('POST /calendars/groups', write)).status).toBe(400);

    const { id } = body.group as Record_;
    expect((await call(`PUT /calendars/groups/${id}`, { name: 'Only a name' })).status).toBe(422);
    const status_ = await call(`PUT /calendars/groups/${id}/status`, { isActive: false });
    expect(status_.body).toMatchObject({ success: true });
    expect((await call(`DELETE /calendars/groups/${id}`)).body).toMatchObject({ success: true });
  });
});

describe('free slots', () => {
  const slots = async (id: string, days: number, more = '') => {
    const start = Date.now();
    return call(
      `GET /calendars/${id}/free-slots?startDate=${start}&endDate=${start + days * DAY}${more}`,
    );
  };

  test('are a map by day with a traceId among the days', async () => {
    const { body } = await slots((await named('Check-up')).id, 7);
    const { traceId, ...days } = body as Record<string, { slots: string[] }>;
    const [
      [
        day,
        {
          slots: [first = ''],
        } = { slots: [] },
      ] = ['', { slots: [] }],
    ] = Object.entries(days);
    expect(traceId).toEqual(expect.any(String));
    expect(first).toMatch(new RegExp(`^${day}T\\d{2}:\\d{2}:00-0[45]:00$`));
  });

  test('cover 31 days at most and none where a calendar has no hours', async () => {
    expect((await slots((await named('Check-up')).id, 32)).status).toBe(400);
    const { traceId: _, ...days } = (await slots((await named('Consultation')).id, 31)).body;
    expect(days).toEqual({});
  });

  test('come in the zone that was asked for', async () => {
    const { body } = await slots((await named('Check-up')).id, 7, '&timezone=Asia/Kolkata');
    expect(JSON.stringify(body)).toContain('+05:30');
  });

  test('end where a slot is blocked', async () => {
    const { id } = await named('Check-up');
    const startTime = new Date().toISOString();
    const endTime = new Date(Date.now() + 20 * DAY).toISOString();
    await call('POST /calendars/events/block-slots', {
      locationId,
      calendarId: id,
      startTime,
      endTime,
    });
    const { traceId: _, ...days } = (await slots(id, 19)).body;
    expect(days).toEqual({});
  });
});

describe('events and blocked slots', () => {
  const between = (from: number, to: number, more = '') =>
    `locationId=${locationId}&startTime=${from}&endTime=${to}${more}`;

  test.each(['events', 'blocked-slots'])('%s want a user, a calendar or a group', async (kind) => {
    const { status } = await call(`GET /calendars/${kind}?${between(0, 9_999_999_999_999)}`);
    expect(status).toBe(422);
  });

  test('lists of events go past endTime', async () => {
    const { groupId, id } = await named('Check-up');
    const [now, tomorrow] = [Date.now(), Date.now() + 1000];
    const ask = (owner: string) => call(`GET /calendars/events?${between(now, tomorrow, owner)}`);
    const ofCalendar = (await ask(`&calendarId=${id}`)).body.events as { startTime: string }[];
    const ofGroup = (await ask(`&groupId=${groupId}`)).body.events as unknown[];
    expect(ofCalendar.some(({ startTime }) => Date.parse(startTime) > tomorrow)).toBe(true);
    expect(ofCalendar[0]?.startTime).toMatch(/[-+]\d{2}:\d{2}$/);
    expect(ofGroup.length).toBeGreaterThanOrEqual(ofCalendar.length);
  });

  test('a block belongs to a calendar or to a user, not both', async () => {
    const { id } = await named('Check-up');
    const times = { startTime: '2031-03-09T12:00:00Z', endTime: '2031-03-09T13:00:00Z' };
    const post = (owner: object) =>
      call('POST /calendars/events/block-slots', { locationId, ...times, ...owner });
    const user = { assignedUserId: await userId() };
    expect((await post({})).status).toBe(422);
    expect((await post({ calendarId: id, ...user })).status).toBe(422);

    const made = await post(user);
    expect(made.status).toBe(201);
    const changed = await call(`PUT /calendars/events/block-slots/${made.body.id}`, {
      locationId,
      calendarId: id,
      title: 'Moved',
    });
    expect(changed.body).toMatchObject({ calendarId: id, title: 'Moved' });
    expect(changed.body).not.toHaveProperty('assignedUserId');

    const from = Date.parse(times.startTime);
    const path = `/calendars/blocked-slots?${between(from, from + DAY, `&calendarId=${id}`)}`;
    expect((await call(`GET ${path}`)).body.events).toMatchObject([{ id: made.body.id }]);
  });
});
