import { startSandbox } from '../sandbox/index.ts';
import { connect, pointAt } from '../tour/tour.ts';
import { LocalZapier } from '../tour/zapier.ts';

type Meta = Parameters<LocalZapier['run']>[2];

const cases: [string, string, Record<string, unknown>, Meta][] = [
  ['a quiet poll', 'search_contacts', {}, {}],
  ['a first poll', 'search_contacts', {}, { isPopulatingDedupe: true }],
  ['a dropdown page', 'list_contact_choices', {}, { isFillingDynamicDropdown: true, page: 0 }],
  ['a search', 'find_contact', { email: 'nobody@example.com' }, {}],
];

/** The same four calls in a small and in a large sub-account: requests, milliseconds (median of 7), heap. */
export const scaleRows = async (): Promise<string[][]> => {
  const rows: string[][] = [['Call', 'contacts', 'requests', 'ms', 'heap MB']];
  for (const contacts of [2_500, 100_000]) {
    const sandbox = await startSandbox({ contacts, indexLag: 0, rateLimit: { burst: 1_000_000 } });
    pointAt(sandbox);
    const zapier = new LocalZapier();
    await connect(zapier, sandbox, 'sub-account');
    for (const [name, key, input, meta] of cases) {
      const times: number[] = [];
      let requests = 0;
      // The first call only fills the caches.
      for (let call = 0; call < 8; call += 1) {
        const before = sandbox.requests.length;
        const start = performance.now();
        await zapier.run(key, input, meta);
        if (call === 0) continue;
        times.push(performance.now() - start);
        requests = sandbox.requests.length - before;
      }
      const middle = times.toSorted((a, b) => a - b)[3] ?? 0;
      const heap = process.memoryUsage().heapUsed / 1024 / 1024;
      rows.push([
        name,
        contacts.toLocaleString('en'),
        String(requests),
        middle.toFixed(0),
        heap.toFixed(0),
      ]);
    }
    await sandbox.stop();
  }
  return rows;
};
