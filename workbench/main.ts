import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pointAt, type Sandbox, startSandbox } from './app.ts';
import { installClock } from './clock.ts';
import { startWorkbench } from './server.ts';

const defaultPort = 4000;

const help = `npm start -- [options]

Prints the address of a local page on which every operation of the app can be set up and tried as in the Zap editor, and a whole Zap
switched on, without a Zapier or a HighLevel account: a sandbox with invented people stands in for HighLevel.

  --port <number>      where to listen on 127.0.0.1 (default ${defaultPort}; another free port when it is taken)
  --contacts <number>  contacts of the sandbox's main sub-account (default 250)
  --zaps <folder>      where your Zaps are kept, one file each (default my-zaps)
  --sign-in <way>      oauth or private-token: how people sign in to the app (default oauth)
  --without <groups>   shows the app without these groups of operations; --only catalog leaves out all of them
  --with <areas>       asks for the scopes of these areas alone; without it “API Request” may use all of the sandbox
  --real               works with a real HighLevel account, to which you connect with a Private Integration Token
  --help               shows this text

To sign in to a real HighLevel account by OAuth, set both of:

  CLIENT_ID, CLIENT_SECRET    of your marketplace app; register the redirect URL that the page prints

and, if it is not the standard one:

  HIGHLEVEL_API_URL           where the API answers
  HIGHLEVEL_MARKETPLACE_URL   where people grant access (white-label apps)
  HIGHLEVEL_SCOPES            the scopes to ask for, if your app has not all of them

Tokens stay in the memory of the process. Ctrl-C stops it.
`;

const wholeNumber = (name: string, value: string): number => {
  if (!/^\d+$/.test(value)) throw new Error(`${name} takes a whole number, not “${value}”.`);
  return Number(value);
};

/** The sandbox, unless the environment names a marketplace app or the person has a token of their own. */
const sandboxIfNone = async (contacts: number, isReal: boolean): Promise<Sandbox | undefined> => {
  const { CLIENT_ID, CLIENT_SECRET } = process.env;
  if (isReal) return undefined;
  if (CLIENT_ID && CLIENT_SECRET) return undefined;
  if (CLIENT_ID || CLIENT_SECRET)
    throw new Error(
      `${CLIENT_ID ? 'CLIENT_ID' : 'CLIENT_SECRET'} is set, but ${CLIENT_ID ? 'CLIENT_SECRET' : 'CLIENT_ID'} is not. Set both for a real HighLevel account, or none for the sandbox.`,
    );
  // Two seconds until a search sees a write: enough to show that HighLevel's index lags, short enough to wait for.
  installClock();
  const sandbox = await startSandbox({ contacts, indexLag: 2_000 });
  pointAt(sandbox);
  if (!process.env.HIGHLEVEL_WITH) process.env.HIGHLEVEL_SCOPES ??= sandbox.scopes.join(' ');
  return sandbox;
};

const highestPort = 65_535;

const portNumber = (value: string): number => {
  const port = wholeNumber('--port', value);
  if (port <= highestPort) return port;
  throw new Error(
    `There is no port ${value}. --port takes a number up to ${highestPort}; 0 chooses a free one.`,
  );
};

const whyMoved = {
  taken: (port: number) => `Port ${port} is taken, so another one was chosen.`,
  refused: (port: number) =>
    `This computer does not let you listen on port ${port}, so another one was chosen. Ports from 1024 need no special rights.`,
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(defaultPort) },
      contacts: { type: 'string', default: '250' },
      zaps: { type: 'string', default: 'my-zaps' },
      real: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const port = portNumber(values.port);
  const sandbox = await sandboxIfNone(wholeNumber('--contacts', values.contacts), values.real);
  const folder = resolve(values.zaps);
  const workbench = await startWorkbench({ port, sandbox, folder }).catch(
    async (error: unknown) => {
      await sandbox?.stop();
      throw error;
    },
  );
  if (sandbox) await workbench.session.connectTo(sandbox);
  const { api } = workbench.session.place;
  process.stdout.write(`
  HighLevel Workbench   ${workbench.url}
  ${sandbox ? `Sandbox               ${sandbox.url} (invented people; nothing leaves this computer)` : `Real HighLevel        ${api}\n  Redirect URL          ${workbench.url}/connect/return`}
  Your Zaps             ${relative(process.cwd(), folder) || folder}
${workbench.moved ? `\n  ${whyMoved[workbench.moved](port)}\n` : ''}
  Ctrl-C stops it.
`);
  const stop = async () => {
    await Promise.all([workbench.stop(), sandbox?.stop()]);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
