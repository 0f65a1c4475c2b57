/** The sandbox in a process of its own, so that its time and memory are not taken for the app's. */
import { startSandbox } from '../sandbox/index.ts';
import type { Sizes } from './scale.ts';
import { median } from './statistics.ts';

const start = performance.now();
const sandbox = await startSandbox({
  ...(JSON.parse(process.argv[2] ?? '{}') as Sizes),
  indexLag: 0,
  rateLimit: { burst: 1_000_000, daily: 1_000_000 },
});
const authData = await sandbox.connect('sub-account');
const { locationId } = authData;

const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${authData.access_token}`,
      version: /^.(calendars|conversations)/.test(path) ? '2021-04-15' : '2021-07-28',
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answers ${response.status}.`);
  return (await response.json()) as Answer;
};

const sort = [{ field: 'dateAdded', direction: 'asc' }];
const readContacts = () =>
  ask<{ contacts: { email: string | null }[] }>('/contacts/search', {
    locationId,
    pageLimit: 100,
    sort,
  });
const { contacts } = await readContacts();
const started = performance.now() - start;
const { calendars } = await ask<{ calendars: { id: string }[] }>(
  `/calendars/?locationId=${locationId}`,
);
const calendarId = calendars[0]?.id ?? '';
const day = 86_400_000;
const window = `startTime=${Date.now() - 7 * day}&endTime=${Date.now() + 30 * day}`;

const pages = {
  contacts: readContacts,
  opportunities: () => ask(`/opportunities/search?location_id=${locationId}&limit=100`),
  conversations: () => ask(`/conversations/search?locationId=${locationId}&limit=100`),
  appointments: () =>
    ask(`/calendars/events?locationId=${locationId}&calendarId=${calendarId}&${window}`),
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

const measured: Record<string, number> = {};
for (const [kind, read] of Object.entries(pages)) {
  const times: number[] = [];
  for (let page = 0; page < 20; page += 1) times.push(await timed(read));
  measured[kind] = median(times);
}

process.send?.({
  url: sandbox.url,
  authData,
  email: contacts.find(({ email }) => email)?.email,
  calendarId,
  started,
  pages: measured,
});
process.once('disconnect', () => process.exit());
