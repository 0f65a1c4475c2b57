import { startSandbox } from '../../sandbox/index.ts';
import { fillIn } from '../../tour/form.ts';
import type { Guide, Input } from '../../tour/station.ts';
import { stations } from '../../tour/stations.ts';
import { connect, pointAt } from '../../tour/tour.ts';
import { type AccountKind, LocalZapier, messageOf } from '../../tour/zapier.ts';
import type { Exchanged } from './documents.ts';
import { fullForms } from './fullForms.ts';

/** What one operation exchanged with the sandbox, and why it failed, if it did. */
export interface Run {
  key: string;
  /** With the required fields, or with all of them. */
  form: 'required' | 'all';
  account: AccountKind;
  exchanges: Exchanged[];
  error?: string;
}

/** Runs every operation of the tour twice on one kind of connection, with the required fields and with all. */
export const runAll = async (account: AccountKind): Promise<Run[]> => {
  let exchanges: Exchanged[] = [];
  const sandbox = await startSandbox({
    indexLag: 0,
    rateLimit: { burst: 1_000_000 },
    onExchange: (exchange) => exchanges.push(exchange),
  });
  pointAt(sandbox);
  const zapier = new LocalZapier({ alone: true });
  const runs: Run[] = [];
  try {
    await connect(zapier, sandbox, account);
    const results = new Map<string, Record<string, unknown>>();
    const location: Input = account === 'agency' ? { locationId: sandbox.state.main.id } : {};
    const guide: Guide = {
      sandbox,
      result: (key) => {
        const result = results.get(key);
        if (!result) throw new Error(`It needs ${key}, which did not run.`);
        return result;
      },
      run: async (key, input) => (await zapier.run(key, { ...location, ...input }))[0] ?? {},
    };
    const once = async (
      key: string,
      form: Run['form'],
      inputOf: () => Promise<Input>,
    ): Promise<void> => {
      try {
        const asks = (await zapier.fields(key)).some((field) => field.key === 'locationId');
        const given = await inputOf();
        const filled = await fillIn(
          zapier,
          key,
          asks ? { ...location, ...given } : given,
          form === 'all',
        );
        exchanges = [];
        const [first] = await zapier.run(key, filled, { isLoadingSample: true });
        if (first && !results.has(key)) results.set(key, first);
        runs.push({ key, form, account, exchanges });
      } catch (error) {
        runs.push({ key, form, account, exchanges, error: messageOf(error) });
      }
    };
    for (const { key, input = {}, change } of stations) {
      const stated = async (): Promise<Input> =>
        typeof input === 'function' ? await input(guide) : input;
      // Some triggers have something to show only after a change; deletes cannot run twice.
      if (key.startsWith('delete_')) {
        await once(key, 'required', stated);
        continue;
      }
      await once(key, 'required', stated);
      const full = fullForms[key];
      await once(key, 'all', async () => ({
        ...(await stated()),
        ...(typeof full === 'function' ? await full(guide) : full),
      }));
      if (!results.has(key) && change)
        await Promise.resolve(change(guide, {})).catch(() => undefined);
    }
  } finally {
    await sandbox.stop();
  }
  return runs;
};
