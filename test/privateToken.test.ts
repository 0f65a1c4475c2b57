import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { pointAt } from '../tour/tour.ts';
import { LocalZapier, messageOf } from '../tour/zapier.ts';
import { hurry } from './support/clock.ts';
import { withoutNock } from './support/withoutNock.ts';

withoutNock();

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 100_000 } });
  pointAt(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.requests.length = 0;
  sandbox.state.faults.clear();
});

type Filled = Record<string, string>;

const connected = async (filled: Filled): Promise<LocalZapier> => {
  const zapier = new LocalZapier({ alone: true });
  await zapier.connectWithToken(filled);
  sandbox.requests.length = 0;
  return zapier;
};

/** The error of a call, by its name and words. */
const problem = async (call: Promise<unknown>): Promise<{ name: string; message: string }> => {
  const error = await call.then(
    () => new Error('the call did not fail'),
    (reason: Error) => reason,
  );
  return { name: error.name, message: messageOf(error) };
};

const whyNot = async (filled: Filled): Promise<string> =>
  (await problem(new LocalZapier({ alone: true }).connectWithToken(filled))).message;

const otherLocation = () => {
  const [other = ''] = [...sandbox.state.locations.keys()].filter(
    (id) => id !== sandbox.state.main.id,
  );
  return other;
};

describe('the connection test', () => {
  test('names the sub-account and the agency', async () => {
    const zapier = new LocalZapier({ alone: true });
    expect(await zapier.connectWithToken(await sandbox.privateToken('sub-account'))).toBe(
      'Bright Smile Dental (sub-account)',
    );
    expect(await zapier.connectWithToken(await sandbox.privateToken('agency'))).toBe(
      'Northstar Marketing (agency)',
    );
  });

  test.each([
    ['with blanks around it', (token: string) => ` ${token}\n`],
    ['with the word before it', (token: string) => `Bearer ${token}`],
  ])('takes a token %s', async (_, pasted) => {
    const filled = await sandbox.privateToken('sub-account');
    const label = new LocalZapier({ alone: true }).connectWithToken({
      ...filled,
      privateToken: pasted(filled.privateToken),
      locationId: ` ${filled.locationId} `,
    });
    expect(await label).toBe('Bright Smile Dental (sub-account)');
  });

  test('without an ID it asks for one and sends nothing', async () => {
    const { privateToken } = await sandbox.privateToken('sub-account');
    sandbox.requests.length = 0;
    const said = await whyNot({ privateToken, locationId: ' ' });
    expect(said).toMatch(/^Fill in “Sub-Account ID” if .* or “Agency ID” if/);
    const address = 'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/dashboard';
    expect(await whyNot({ privateToken, locationId: address })).toMatch(
      /^“Sub-Account ID” must be the ID alone/,
    );
    expect(sandbox.requests).toEqual([]);
  });

  test.each([
    'pit-00000000-0000-4000-8000-000000000000',
    'no token at all',
    'with ümlaut',
    'with\nnew line',
  ])('says that HighLevel does not know the token: %j', async (privateToken) => {
    const locationId = sandbox.state.main.id;
    const { name, message } = await problem(
      new LocalZapier({ alone: true }).connectWithToken({ privateToken, locationId }),
    );
    expect(message).toMatch(/^HighLevel does not accept the token.* begins with “pit-”\.$/);
    expect(message).not.toContain(privateToken);
    expect(name).toBe('ExpiredAuthError');
  });

  test('says that a deleted token is to be replaced', async () => {
    const filled = await sandbox.privateToken('agency');
    await sandbox.changePrivateToken(filled.privateToken, 'delete');
    expect(await whyNot(filled)).toMatch(
      /^HighLevel does not accept the token.*rotated or deleted/,
    );
  });

  test('names the scope that is missing, and where to add it', async () => {
    expect(await whyNot(await sandbox.privateToken('sub-account', 'contacts.readonly'))).toMatch(
      /the scope “locations\.readonly” is missing\. In HighLevel, open “Settings”, then “Private Integrations”/,
    );
    expect(await whyNot(await sandbox.privateToken('agency', 'users.readonly'))).toContain(
      'the scope “companies.readonly” is missing',
    );
  });

  test.each(['another one', 'no sub-account'])('says that the ID is that of %s', async (which) => {
    const locationId = which === 'another one' ? otherLocation() : 'nothingAtAll';
    const filled = { ...(await sandbox.privateToken('sub-account')), locationId };
    expect(await whyNot(filled)).toMatch(/^This token was not made in the sub-account/);
  });

  test('says that the token of a sub-account came with the ID of the agency', async () => {
    const { privateToken } = await sandbox.privateToken('sub-account');
    const companyId = sandbox.state.company.id;
    expect(await whyNot({ privateToken, companyId })).toMatch(
      /^This token cannot read the agency.*fill in “Sub-Account ID”/,
    );
  });

  test('says that the token of the agency came with the ID of a sub-account', async () => {
    const { privateToken } = await sandbox.privateToken('agency');
    const locationId = sandbox.state.main.id;
    expect(await whyNot({ privateToken, locationId })).toMatch(
      /^This token was made in the agency.*Empty “Sub-Account ID”/,
    );
  });

  test('an answer that HighLevel gives no time for is no refusal of the token', async () => {
    const filled = await sandbox.privateToken('sub-account');
    sandbox.state.faults.add({ match: 'GET /locations/*', kind: 'timed-out-401' });
    hurry();
    const said = await whyNot(filled).finally(() => jest.restoreAllMocks());
    expect(said).toMatch(/^HighLevel did not answer in time\./);
  });
});

describe('a step', () => {
  test('asks for a new connection if the token is gone, and tries nothing else', async () => {
    const filled = await sandbox.privateToken('sub-account');
    const zapier = await connected(filled);
    await sandbox.changePrivateToken(filled.privateToken, 'delete');
    sandbox.requests.length = 0;
    const { name, message } = await problem(zapier.run('search_contacts', {}));
    expect(name).toBe('ExpiredAuthError');
    expect(message).toContain('reconnect with the current token');
    expect(sandbox.requests.map(({ path }) => path)).toEqual(['/contacts/search']);
  });

  test('says the same when it fetches a file', async () => {
    const filled = await sandbox.privateToken('sub-account');
    const zapier = await connected(filled);
    await sandbox.changePrivateToken(filled.privateToken, 'delete');
    const input = { messageId: 'KsqcI3GugkvOvmhPEiRW', locationId: filled.locationId };
    const { name, message } = await problem(zapier.call('hydrators.messageRecording', input));
    expect(name).toBe('ExpiredAuthError');
    expect(message).toContain('reconnect with the current token');
  });

  test('works on for a week with a rotated token', async () => {
    const filled = await sandbox.privateToken('sub-account');
    const zapier = await connected(filled);
    await sandbox.changePrivateToken(filled.privateToken, 'rotate');
    expect(await zapier.run('search_contacts', {})).not.toEqual([]);
  });

  test('names the scope that the token lacks, and the connection stays', async () => {
    const zapier = await connected(await sandbox.privateToken('sub-account', 'locations.readonly'));
    const { name, message } = await problem(
      zapier.run('create_contact_note', { contactId: 'FJMEtaWH5eTSzPct9IzQ', body: 'x' }),
    );
    expect(message).toContain('the scope “contacts.write” is missing');
    expect(name).toBe('AppError');
  });

  test('of an agency’s token gets into no sub-account: nothing is sent, the form says why', async () => {
    const zapier = await connected(await sandbox.privateToken('agency'));
    const input = { locationId: sandbox.state.main.id };
    const { message } = await problem(zapier.run('list_contacts', input));
    expect(message).toMatch(/^This works in a sub-account, but the token.*choose that connection/);
    await expect(zapier.choices('list_contact_choices.id.name', input)).rejects.toThrow(
      'This works in a sub-account',
    );
    const [first] = await zapier.fields('list_contacts');
    expect(first).toMatchObject({ type: 'copy', helpText: message });
    expect(sandbox.requests).toEqual([]);
  });

  test('of a sub-account’s token does nothing of the agency', async () => {
    const zapier = await connected(await sandbox.privateToken('sub-account'));
    const { message } = await problem(zapier.run('list_snapshots', {}));
    expect(message).toMatch(/^This needs an agency connection/);
    expect(sandbox.requests).toEqual([]);
  });

  test('finds the agency of the sub-account by itself, once', async () => {
    const zapier = await connected(await sandbox.privateToken('sub-account'));
    expect(await zapier.run('search_users', {})).not.toEqual([]);
    await zapier.run('search_users', {});
    const lookups = sandbox.requests.filter(({ path }) => path.startsWith('/locations/'));
    expect(lookups).toHaveLength(1);
    const searches = sandbox.requests.filter(({ path }) => path === '/users/search');
    expect(searches.map(({ query }) => query.companyId)).toEqual([
      sandbox.state.company.id,
      sandbox.state.company.id,
    ]);
  });

  test('of an agency lists all sub-accounts, though it may not ask where the app is installed', async () => {
    const zapier = await connected(await sandbox.privateToken('agency'));
    const choices = await zapier.choices('list_sub_accounts.id.name');
    expect(choices.map(({ value }) => value).sort()).toEqual(
      [...sandbox.state.locations.keys()].sort(),
    );
  });
});
