/** The sandbox in a process of its own, so that its time and memory are not taken for the app's. */
import { startSandbox } from '../sandbox/index.ts';

const start = performance.now();
const sandbox = await startSandbox({
  contacts: Number(process.argv[2]),
  indexLag: 0,
  rateLimit: { burst: 1_000_000, daily: 1_000_000 },
});
const authData = await sandbox.connect('sub-account');
const answer = await fetch(`${sandbox.url}/contacts/search`, {
  method: 'POST',
  headers: {
    authorization: `Bearer ${authData.access_token}`,
    version: '2021-07-28',
    'content-type': 'application/json',
  },
  body: JSON.stringify({
    locationId: authData.locationId,
    pageLimit: 20,
    sort: [{ field: 'dateAdded', direction: 'asc' }],
  }),
});
const { contacts } = (await answer.json()) as { contacts: { email: string | null }[] };
process.send?.({
  url: sandbox.url,
  authData,
  email: contacts.find(({ email }) => email)?.email,
  started: performance.now() - start,
});
process.once('disconnect', () => process.exit());
