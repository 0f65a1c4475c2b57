import { startSandbox } from '../sandbox/index.ts';
import { pointAt } from '../tour/tour.ts';
import type { Gateway } from './gateway.ts';
import { openGateway, type Study, shapesOf, study } from './study.ts';

/** What a connection consists of, as texts. */
export const authDataOf = (connection: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(connection)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

const variables = [
  'HIGHLEVEL_API_URL',
  'HIGHLEVEL_MARKETPLACE_URL',
  'CLIENT_ID',
  'CLIENT_SECRET',
] as const;

/** Reads every list once more in pages of one: a page that is not the last says more. */
const readShortPages = async ({ recorded, send }: Gateway): Promise<void> => {
  for (const one of [...recorded]) {
    const target = one.target.replace(/([?&]limit)=\d+/, '$1=1');
    if (target !== one.target) await send({ ...one, target });
  }
};

/**
 * What the sandbox answers to the same operations on the same kind of connection: what the app expects of HighLevel,
 * since the sandbox is written from the documents and from recordings.
 */
export const studySandbox = async (authData: Record<string, string>): Promise<Study> => {
  const before = variables.map((name) => [name, process.env[name]] as const);
  const sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 1_000_000 } });
  pointAt(sandbox);
  const kind = authData.locationId ? 'sub-account' : 'agency';
  const connection = authData.privateToken
    ? await sandbox.privateToken(kind)
    : await sandbox.connect(kind);
  const opened = await openGateway({ upstream: sandbox.apiUrl, authData: authDataOf(connection) });
  try {
    const model = await study(opened, sandbox.state.main.id);
    await readShortPages(opened.gateway);
    return { ...model, shapes: shapesOf(opened.gateway.recorded) };
  } finally {
    await opened.gateway.stop();
    await sandbox.stop();
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
};
