import { type Exchange, startSandbox } from '../../sandbox/index.ts';
import { fillIn, inSubAccount } from '../../tour/form.ts';
import type { Guide, Input, Result } from '../../tour/station.ts';
import { stationsOf } from '../../tour/stations.ts';
import { connect, pointAt } from '../../tour/tour.ts';
import { type AccountKind, LocalZapier, messageOf } from '../../tour/zapier.ts';
import type { Exchanged, Generation } from './documents.ts';
import { fullForms } from './fullForms.ts';

/** What one operation exchanged with the sandbox, what came out, and why it failed, if it did. */
export interface Run {
  key: string;
  /** With the required fields, or with all of them. */
  form: 'required' | 'all';
  account: AccountKind;
  /** What the whole app spoke. */
  generation: Generation;
  exchanges: Exchanged[];
  /** What the form's dropdowns and custom fields exchanged. */
  filling: Exchanged[];
  results: Result[];
  error?: string;
}

interface Options {
  /** Gets each exchange as it happens. */
  hear?: (exchange: Exchange) => void;
  /** Which operations run, if not all. */
  isWalked?: (key: string) => boolean;
}

/**
 * Runs every operation of the tour on one kind of connection, with the required fields and with all. Where fields
 * exclude each other, “all” takes as many runs as fullForms.ts has forms.
 * @param generation what the whole app speaks
 */
export const runAll = async (
  account: AccountKind,
  generation: Generation,
  { hear, isWalked = () => true }: Options = {},
): Promise<Run[]> => {
  process.env.HIGHLEVEL_API_GENERATION = generation;
  let exchanges: Exchanged[] = [];
  const sandbox = await startSandbox({
    indexLag: 0,
    rateLimit: { burst: 1_000_000 },
    onExchange: (exchange) => {
      exchanges.push(exchange);
      hear?.(exchange);
    },
  });
  pointAt(sandbox);
  const zapier = new LocalZapier({ alone: true });
  const runs: Run[] = [];
  try {
    await connect(zapier, sandbox, account);
    // The page on which people sign in is none of the documented endpoints.
    const connecting = exchanges.filter(({ path }) => !path.endsWith('/chooselocation'));
    const whole = { form: 'required' as const, account, generation, filling: [], results: [] };
    runs.push({ key: 'connection', ...whole, exchanges: connecting });
    const results = new Map<string, Result>();
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
      const run: Run = {
        key,
        form,
        account,
        generation,
        exchanges: [],
        filling: [],
        results: [],
      };
      runs.push(run);
      try {
        exchanges = run.filling;
        const given = await inSubAccount(zapier, key, location, await inputOf());
        const filled = await fillIn(zapier, key, given, form === 'all');
        exchanges = run.exchanges;
        // The poll that turns a Zap on reads everything, in pages of the real size.
        const meta = form === 'required' ? { isPopulatingDedupe: true } : { isLoadingSample: true };
        run.results = await zapier.run(key, filled, meta);
        const [first] = run.results;
        if (first && !results.has(key)) results.set(key, first);
      } catch (error) {
        run.error = messageOf(error);
      } finally {
        exchanges = [];
      }
    };
    const stations = stationsOf(account).filter(({ key }) => isWalked(key));
    for (const { key, input = {}, change } of stations) {
      const stated = async (): Promise<Input> =>
        typeof input === 'function' ? await input(guide) : input;
      await once(key, 'required', stated);
      // Some triggers have something to show only after a change.
      if (!results.has(key) && change) {
        // Where an operation that it needs has failed, it throws; that operation has said so itself.
        await (async () => change(guide, {}))().catch(() => undefined);
        await once(key, 'required', stated);
      }
      // A record is deleted once, and most deletes have no more fields than they need.
      const forms = [fullForms[key] ?? (key.startsWith('delete_') ? [] : {})].flat();
      for (const full of forms) {
        await once(key, 'all', async () => ({
          ...(await stated()),
          ...(typeof full === 'function' ? await full(guide) : full),
        }));
      }
    }
  } finally {
    delete process.env.HIGHLEVEL_API_GENERATION;
    await sandbox.stop();
  }
  return runs;
};
