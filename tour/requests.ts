import { startSandbox } from '../sandbox/index.ts';
import { stations } from './stations.ts';
import { connect, pointAt, walk } from './tour.ts';
import { LocalZapier } from './zapier.ts';

/** Requests of one run of each operation by its key, of a quiet poll for a trigger, as the tour makes them on both kinds of connection. */
export const countRequests = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const account of ['sub-account', 'agency'] as const) {
    const sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 1_000_000 } });
    pointAt(sandbox);
    const zapier = new LocalZapier();
    await connect(zapier, sandbox, account);
    for (const { key, each, error } of await walk(zapier, sandbox, stations, () => {})) {
      if (!error) counts[key] ??= each;
    }
    await sandbox.stop();
  }
  return counts;
};
