/** The day on which HighLevel retires all versions before v3, played against the sandbox: at noon they end. */
import { spoken } from '../../lib/api/generations.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { connect, pointAt, type Stop, walk } from '../../tour/tour.ts';
import { LocalZapier, messageOf } from '../../tour/zapier.ts';
import { stationsFor } from '../support/walks.ts';
import { withoutNock } from '../support/withoutNock.ts';

// A day ago, so that on its next day HighLevel's clock is the app's own.
const noon = Date.now() - 86_400_000;
const sentence =
  'HighLevel has retired this part of its API, or the version of it that this app uses. Nothing is wrong with your Zap or its connection: update the app to its newest version, or ask its owner to.';

withoutNock();

const classic = { ...spoken };
const start = Date.now();
let clock = noon;
let sandbox: Sandbox;
let zapier: LocalZapier;

const flip = (families: string[]) => {
  for (const family of families) spoken[family] = 'v3';
};

beforeEach(async () => {
  clock = noon - 3_600_000;
  sandbox = await startSandbox({
    indexLag: 0,
    rateLimit: { burst: 1_000_000 },
    now: () => clock + Date.now() - start,
  });
  sandbox.state.classicEnds = noon;
  pointAt(sandbox);
  zapier = new LocalZapier({ alone: true });
});

afterEach(async () => {
  Object.assign(spoken, classic);
  await sandbox.stop();
});

const said = (running: Promise<unknown>): Promise<{ name: string; message: string }> =>
  running.then(
    () => ({ name: 'none', message: 'It worked.' }),
    (error: Error) => ({ name: error.name, message: messageOf(error) }),
  );

const asked = () => sandbox.requests.length;

test('the app that is not flipped says so in one sentence, and asks for no new connection', async () => {
  await connect(zapier, sandbox, 'sub-account');
  const contact = { email: 'noon@example.com' };
  expect((await zapier.run('create_contact', contact))[0]).toMatchObject(contact);
  clock = noon;
  const before = { ...zapier.authData };
  for (const running of [
    () => zapier.run('search_contacts', {}),
    () => zapier.run('create_contact', { email: 'later@example.com' }),
    () => zapier.run('list_calendars', {}, { isPopulatingDedupe: true }),
    () => zapier.run('get_message_recording', { messageId: 'm1' }),
    () => zapier.choices('list_tags.id.name', {}),
    () => zapier.call('authentication.test'),
  ]) {
    const { name, message } = await said(running());
    expect(name).toBe('AppError');
    expect(message).toContain(sentence);
  }
  // Nothing was refreshed.
  expect(zapier.authData).toEqual(before);
  expect(sandbox.requests.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
});

test('an agency reads the same, and its exchange of tokens is not blamed on the sub-account', async () => {
  await connect(zapier, sandbox, 'agency');
  clock = noon;
  const { message } = await said(
    zapier.run('search_contacts', { locationId: sandbox.state.main.id }),
  );
  expect(message).toContain(sentence);
});

test('a family that is flipped works on, and no other', async () => {
  await connect(zapier, sandbox, 'sub-account');
  clock = noon;
  flip(['contacts', 'locations']);
  expect((await zapier.run('search_contacts', {})).length).toBeGreaterThan(0);
  expect((await said(zapier.run('search_opportunities', {}))).message).toContain(sentence);
});

test('users can be chosen though their list is gone', async () => {
  await connect(zapier, sandbox, 'sub-account');
  const before = await zapier.choices('list_user_choices.id.name', {});
  expect(before.length).toBeGreaterThan(1);
  clock = noon;
  const at = asked();
  const after = await zapier.choices('list_user_choices.id.name', {});
  const byId = (one: { value: string }, other: { value: string }) =>
    one.value < other.value ? -1 : 1;
  expect([...after].sort(byId)).toEqual([...before].sort(byId));
  expect(sandbox.requests.slice(at).map(({ path, version }) => `${path} ${version}`)).toEqual([
    '/users/ 2021-07-28',
    '/users/search v3',
  ]);
});

test.each(['sub-account', 'agency'] as const)(
  'flipped by its table, the app runs on: %s',
  async (account) => {
    await connect(zapier, sandbox, account);
    clock = noon;
    flip(Object.keys(spoken));
    const { access_token: morning, refresh_token: rotated } = zapier.authData;
    // By the next day the token of the morning has to be refreshed.
    clock = noon + 86_400_000;
    const stops: Stop[] = [];
    const stations = stationsFor(account);
    await walk(zapier, sandbox, stations, (stop) => stops.push(stop));
    expect(stops.filter(({ error }) => error)).toEqual([]);
    expect(stops.length).toBe(stations.length);
    expect(zapier.authData.access_token).not.toBe(morning);
    expect(zapier.authData.refresh_token).not.toBe(rotated);
  },
);
