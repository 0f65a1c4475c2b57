/** The packed app against HighLevel's own SDK: the same jobs on the same sandbox, whose answers take their time. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HighLevel } from '@gohighlevel/api-client';
import { startSandbox } from '../sandbox/index.ts';
import { sdkAt } from '../test/sdk/requests.ts';
import { cursorWith } from '../tour/cursor.ts';
import { type Job, jobsFor } from './raceJobs.ts';
import { median, spread } from './statistics.ts';

const latency = 150;
const rounds = 7;
const limit = 1.15;

type Handler = (event: object) => Promise<unknown>;
type Run = { milliseconds: number; requests: number };

/** The app as Zapier's Lambda calls it, warm. */
const appIn = async (folder: string, authData: object) => {
  const url = pathToFileURL(join(folder, 'zapierwrapper.js')).href;
  const { handler } = (await import(url)) as { handler: Handler };
  const zcacheTestObj = {};
  const cursors = new Map<string, string | undefined>();
  return async ({ method, input }: Job): Promise<void> => {
    const { cursorTestObj, left } = cursorWith(cursors.get(method));
    await handler({
      command: 'execute',
      method: `${method}.operation.perform`,
      bundle: { authData, inputData: input(), meta: { page: 0, limit: -1 } },
      zcacheTestObj,
      cursorTestObj,
      calledFromCli: true,
    });
    cursors.set(method, left());
  };
};

const rowOf = ({ name }: Job, app: Run[], sdk: Run[]): string[] => {
  const ratios = app.map((run, index) => run.milliseconds / (sdk[index]?.milliseconds ?? 1));
  const requests = (runs: Run[]) => [...new Set(runs.map((run) => run.requests))].join(' or ');
  const time = (runs: Run[]) => `${median(runs.map((run) => run.milliseconds)).toFixed(0)} ms`;
  const reached = median(ratios) <= limit ? 'yes' : 'NO';
  return [name, time(app), requests(app), time(sdk), requests(sdk), spread(ratios, 2), reached];
};

/** What the rows are. */
export const raceNote = `Each of the jobs ${rounds} times by the packed app and by \`@gohighlevel/api-client\`, in turns, warm, in one process, on one sandbox whose answers take ${latency} ms longer; medians, the ratio is that of each pair. Both do the same job: a booking is read afterwards, since its answer lacks the times. What else the app does beyond one request is in docs/catalog.md: it looks first so that nothing is lost or done twice.`;

/** The packed app in `folder` against the SDK, one row per job. */
export const raceRows = async (folder: string): Promise<string[][]> => {
  const sandbox = await startSandbox({
    latency,
    indexLag: 0,
    rateLimit: { burst: 1_000_000, daily: 1_000_000 },
  });
  process.env.HIGHLEVEL_API_URL = sandbox.apiUrl;
  const authData = await sandbox.connect('sub-account');
  const sdk: HighLevel = sdkAt(sandbox.apiUrl, {
    clientId: sandbox.clientId,
    clientSecret: sandbox.clientSecret,
    locationAccessToken: authData.access_token,
  });
  const app = await appIn(folder, authData);
  const timed = async (work: () => Promise<unknown>): Promise<Run> => {
    const before = sandbox.requests.length;
    const start = performance.now();
    await work();
    return { milliseconds: performance.now() - start, requests: sandbox.requests.length - before };
  };
  const rows: string[][] = [];
  for (const job of await jobsFor(sdk, sandbox.state.main.id)) {
    const runs = { app: [] as Run[], sdk: [] as Run[] };
    // The first round only fills caches.
    for (let round = 0; round <= rounds; round += 1) {
      const [mine, theirs] = [await timed(() => app(job)), await timed(job.sdk)];
      if (round === 0) continue;
      runs.app.push(mine);
      runs.sdk.push(theirs);
    }
    rows.push(rowOf(job, runs.app, runs.sdk));
  }
  await sandbox.stop();
  return [
    ['Job', 'app', 'requests', 'SDK', 'requests', 'ratio (spread)', `at most ${limit}`],
    ...rows,
  ];
};
