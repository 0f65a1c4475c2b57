import type { Bundle } from 'zapier-platform-core';
import updateLocation from '../../creates/locations/update_location.ts';
import updateUser from '../../creates/users/update_user.ts';
import { redact } from '../../lib/api/redact.ts';
import { tracked } from '../../lib/perform.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { connect, pointAt } from '../../tour/tour.ts';
import { LocalZapier } from '../../tour/zapier.ts';
import { agencyConnection } from '../support/api.ts';
import { hurry } from '../support/clock.ts';
import { share, turns } from '../support/depth.ts';
import { formFields, operations } from '../support/operations.ts';
import { within } from '../support/within.ts';
import { bundleOf, performOf, plainZ } from '../support/zapier.ts';
import { gather, leaks, listen, secrets, seen } from './leaks.ts';

const nora = {
  firstName: 'Nora',
  lastName: 'North',
  email: 'nora@example.com',
  password: 'Never-Show-Me-9',
  type: 'account',
  role: 'user',
};

let sandbox: Sandbox;
beforeAll(async () => {
  hurry();
  listen();
  sandbox = await startSandbox({
    indexLag: 0,
    contacts: 40,
    rateLimit: { burst: 100_000 },
    onExchange: gather,
  });
  pointAt(sandbox);
  secrets.add(sandbox.clientSecret);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await sandbox.stop();
});

afterEach(() => {
  seen.length = 0;
});

test('the test itself would notice', () => {
  secrets.add('known-secret');
  seen.push(['here', 'Bearer known-secret']);
  expect(leaks()).toEqual(['here: Bearer known-secret']);
  secrets.delete('known-secret');
});

test('a sub-account’s connection that is refreshed', async () => {
  const connected = new LocalZapier();
  await connect(connected, sandbox, 'sub-account');
  sandbox.state.grants.expireAll();
  await connected.run('list_contacts', {}, { isLoadingSample: true });
  expect(leaks()).toEqual([]);
});

test('what is filled in where the form hides it is never repeated', async () => {
  const keys = new Set<string>();
  for (const { kind, operation } of operations)
    for (const { key, type } of await formFields(operation, kind))
      if (type === 'password') keys.add(key);
  expect(keys.size).toBeGreaterThan(2);
  for (const key of keys) {
    const bundle = bundleOf({ [key]: nora.password });
    expect([key, redact(`Not good: ${nora.password}`, bundle)]).toEqual([key, 'Not good: …']);
  }
});

test.each([
  [updateLocation, { locationId: 'l1', twilio__sid: 'AC1', twilio__access: nora.password }],
  [
    updateLocation,
    { locationId: 'l1', mailgun__domain: 'x.example', mailgun__access: nora.password },
  ],
  [updateUser, { userId: 'u1', password: nora.password }],
])('a record that repeats the secret that was set: %#', async ({ operation }, inputData) => {
  const z = plainZ(({ body }) => ({ id: 'x1', name: 'X', ...JSON.parse(String(body)) }));
  const record = await performOf({ operation })(z, bundleOf(inputData, {}, agencyConnection));
  expect(record).toMatchObject({ id: 'x1', name: 'X' });
  expect(JSON.stringify(record)).not.toContain(nora.password);
});

test('a mistake of our own is told without what was filled in', async () => {
  const mistaken = tracked([], async () => {
    throw new TypeError('mistake');
  });
  const told = within(mistaken, { inputData: nora });
  await expect(told).rejects.toThrow(/^mistake$/);
});

const reading = (connected: LocalZapier) =>
  connected.run('list_contacts', { locationId: sandbox.state.main.id }, { isLoadingSample: true });
const writing = (connected: LocalZapier) =>
  connected.run('create_user', { ...nora, locationIds: [sandbox.state.main.id] });

const troubles = [
  'expired-token',
  'revoked-refresh',
  '500',
  'burst-429',
  'malformed',
  'html',
  'drop',
  'empty',
  'error-in-200',
  'echo',
] as const;
const accounts = ['sub-account', 'agency'] as const;

/**
 * Every trouble on every connection; by default every other one, and what one kind of sign-in
 * leaves out the other has.
 */
const troublesOn = (account: (typeof accounts)[number], signIn: 'oauth' | 'private-token') => {
  const [first, ...others] = troubles;
  const isShifted = (account === 'agency') === (signIn === 'oauth');
  return share(isShifted ? [...others, first] : troubles, 2);
};

/** The requests that a trouble meets; by default some of them, by turns. */
const metBy = (kind: (typeof troubles)[number], matches: string[]) =>
  turns(matches, Math.floor(troubles.indexOf(kind) / 2), 2);

describe.each(accounts)('trouble on the connection of a %s', (account) => {
  test.each(troublesOn(account, 'oauth'))('%s', async (kind) => {
    secrets.add(nora.password);
    for (const match of metBy(kind, ['GET /contacts/*', 'POST /users/*', 'POST /oauth/*'])) {
      const connected = new LocalZapier();
      await connect(connected, sandbox, account);
      if (match.includes('oauth') && account === 'sub-account') sandbox.state.grants.expireAll();
      sandbox.state.faults.add({ match, kind });
      await Promise.allSettled([reading(connected), writing(connected)]);
      sandbox.state.faults.clear();
    }
    expect(leaks()).toEqual([]);
  });

  test('a code that is wrong, and the pages of the sandbox', async () => {
    const connected = new LocalZapier();
    await expect(
      connected.finishConnection(account, 'wrong-code-of-nobody', 'https://x.example/'),
    ).rejects.toThrow();
    const pages = ['/__sandbox/requests', '/oauth/chooselocation?response_type=code&client_id=x'];
    for (const page of pages)
      seen.push([page, await (await fetch(`${sandbox.url}${page}`)).text()]);
    expect(leaks()).toEqual([]);
  });
});

describe.each(accounts)('trouble on a connection with the private token of a %s', (account) => {
  const filledIn = async () => {
    const filled = await sandbox.privateToken(account);
    secrets.add(nora.password).add(filled.privateToken);
    return filled;
  };

  test.each(troublesOn(account, 'private-token'))('%s', async (kind) => {
    const met = metBy(kind, ['GET /contacts/*', 'POST /users/*', 'GET /locations/*']);
    for (const match of met) {
      const filled = await filledIn();
      const connected = new LocalZapier();
      await connected.connectWithToken(filled);
      sandbox.state.faults.add({ match, kind });
      const calls = [reading, writing, () => connected.connectWithToken(filled)];
      await Promise.allSettled(calls.map((call) => call(connected)));
      sandbox.state.faults.clear();
    }
    expect(seen.length).toBeGreaterThan(3 * met.length);
    expect(leaks()).toEqual([]);
  });

  test.each([
    ['is deleted', (token: string) => token],
    ['no header can carry', (token: string) => `${token}\n${token}`],
    ['is longer than a header', (token: string) => token.repeat(1_000)],
    ['is no text of one line', (token: string) => `${token}\u2028ü`],
  ])('a token that %s', async (_, changed) => {
    const filled = await filledIn();
    await sandbox.changePrivateToken(filled.privateToken, 'delete');
    const privateToken = changed(filled.privateToken);
    const connecting = new LocalZapier().connectWithToken({ ...filled, privateToken });
    await expect(connecting).rejects.toThrow();
    expect(leaks()).toEqual([]);
  });

  test.each(['Bearer §', ' §\n'])('an answer that repeats a token pasted as %j', async (pasted) => {
    const filled = await filledIn();
    const privateToken = pasted.replace('§', filled.privateToken);
    const bundle = { authData: { privateToken }, inputData: {} } as unknown as Bundle;
    expect(redact(`Not good: ${filled.privateToken}`, bundle)).toBe('Not good: …');
    const connected = new LocalZapier();
    await connected.connectWithToken({ ...filled, privateToken });
    sandbox.state.faults.add({ match: '* /*', kind: 'echo' });
    await Promise.allSettled([reading, writing].map((call) => call(connected)));
    sandbox.state.faults.clear();
    expect(leaks()).toEqual([]);
  });

  test('an ID field that holds the token by mistake', async () => {
    const { privateToken } = await filledIn();
    for (const key of ['locationId', 'companyId']) {
      const mistaken = { privateToken: 'pit-of-nobody', [key]: privateToken };
      sandbox.requests.length = 0;
      await expect(new LocalZapier().connectWithToken(mistaken)).rejects.toThrow(
        'must be the ID alone',
      );
      expect(sandbox.requests).toEqual([]);
    }
    expect(leaks()).toEqual([]);
  });
});
