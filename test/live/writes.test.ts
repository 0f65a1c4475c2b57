import type { Exchange, Sandbox } from '../../sandbox/index.ts';
import { withoutNock } from '../support/withoutNock.ts';
import { heldBy, startAccount, write } from './account.ts';
import { isRead } from './isRead.ts';
import { startRelay } from './relay.ts';

let sandbox: Sandbox;
let exchanges: Exchange[];
let before: Record<string, unknown[]>;

withoutNock();

beforeEach(async () => {
  ({ sandbox, exchanges } = await startAccount());
  before = heldBy(sandbox);
});

afterEach(() => sandbox.stop());

/** How many records were made. */
const made = (): number =>
  exchanges.filter((one) => one.method === 'POST' && !isRead(one) && one.status < 300).length;

test('every question is asked, and nothing is left', async () => {
  const { probed, left } = await write(sandbox);
  expect(heldBy(sandbox)).toEqual(before);
  expect(left).toEqual([]);
  expect(made()).toBeGreaterThan(10);
  // Only the token of an agency writes settings.
  const open = probed.filter(({ verdict }) => verdict === 'open').map(({ fact }) => fact);
  expect(open).toEqual(['settings-of-a-sub-account']);
});

test('what was made is removed if HighLevel fails in the middle', async () => {
  sandbox.state.faults.add({ match: 'POST /contacts/*/notes', kind: '500' });
  sandbox.state.faults.add({ match: 'PUT /opportunities/*', kind: '500' });
  const { probed } = await write(sandbox);
  expect(probed.find(({ fact }) => fact === 'notes')?.saw).toMatch(/could not be made: 500/);
  expect(made()).toBeGreaterThan(5);
  expect(heldBy(sandbox)).toEqual(before);
});

test('what was made is removed if somebody presses Ctrl-C in the middle', async () => {
  const { probed } = await write(sandbox, {
    prepare: (lab, gateway) => {
      const { send } = gateway;
      gateway.send = async (asked) => {
        if (asked.target === '/opportunities/') lab.stop();
        return send(asked);
      };
    },
  });
  expect(probed.at(-1)?.saw).toBe('Stopped.');
  expect(exchanges.some(({ path, status }) => path === '/opportunities/' && status === 201)).toBe(
    true,
  );
  expect(heldBy(sandbox)).toEqual(before);
});

test('a contact is removed though HighLevel’s answer to its making was lost', async () => {
  const relay = await startRelay(sandbox.apiUrl, ({ method, target }) =>
    method === 'POST' && target === '/contacts/' ? { status: 504, json: {} } : undefined,
  );
  await write(sandbox, { upstream: relay.url });
  await relay.stop();
  expect(
    exchanges.some(
      ({ method, path, status }) => method === 'POST' && path === '/contacts/' && status < 300,
    ),
  ).toBe(true);
  expect(heldBy(sandbox)).toEqual(before);
});

test('what cannot be removed is named', async () => {
  sandbox.state.faults.add({ match: 'DELETE /opportunities/*', kind: '500' });
  const { left, lines } = await write(sandbox);
  expect(left.join()).toMatch(/opportunity “Zapier Live Check \w+”/);
  expect(lines.join('\n')).toMatch(/left .*opportunity “Zapier Live Check/);
});

test('a token that may not remove tags leaves none', async () => {
  sandbox.state.faults.add({ match: 'DELETE /locations/*/tags/*', kind: 'expired-token' });
  const { probed, left } = await write(sandbox);
  expect(probed.find(({ fact }) => fact === 'several-values')?.saw).toMatch(/tag would stay/);
  expect(left).toEqual([]);
  expect(heldBy(sandbox)).toEqual(before);
});
