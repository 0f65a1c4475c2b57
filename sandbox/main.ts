import { parseArgs } from 'node:util';
import { type Connection, defaultSizes, type Sandbox, startSandbox } from './index.ts';
import { PRIVATE_INTEGRATIONS_PATH } from './resources/oauth/privateIntegrations.ts';

const DEFAULT_PORT = 4600;

const HELP = `npm run sandbox -- [options]

Starts a local HighLevel: OAuth and every documented endpoint, with invented data in memory.

  --port <number>           where to listen (default ${DEFAULT_PORT}; another free port when it is taken)
  --contacts <number>       contacts of the main sub-account (default ${defaultSizes.contacts})
  --opportunities <number>  its opportunities (default ${defaultSizes.opportunities})
  --conversations <number>  its conversations, one a contact at most (default ${defaultSizes.conversations})
  --appointments <number>   its appointments (default ${defaultSizes.appointments})
  --sign-in private-token   prints the lines for .env with a Private Integration Token
  --help                    shows this text

For load tests: --contacts 100000 --opportunities 100000 --conversations 50000 --appointments 20000
`;

/** The lines for .env: the keys of an app and the tokens of a connection, or a Private Integration Token. */
const settings = async (sandbox: Sandbox): Promise<Record<string, string | undefined>> => {
  const { url, clientId, clientSecret } = sandbox;
  if (process.env.HIGHLEVEL_SIGN_IN === 'private-token') {
    const { privateToken, locationId } = await sandbox.privateToken('sub-account');
    return {
      HIGHLEVEL_SIGN_IN: 'private-token',
      HIGHLEVEL_API_URL: url,
      authData_privateToken: privateToken,
      authData_locationId: locationId,
    };
  }
  const { access_token, refresh_token, companyId, locationId, userId }: Connection =
    await sandbox.connect('sub-account');
  return {
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
    HIGHLEVEL_API_URL: url,
    HIGHLEVEL_MARKETPLACE_URL: url,
    authData_access_token: access_token,
    authData_refresh_token: refresh_token,
    authData_companyId: companyId,
    authData_locationId: locationId,
    authData_userId: userId,
  };
};

const welcome = ({ url, state }: Sandbox, lines: Record<string, string | undefined>) => `
HighLevel sandbox at ${url}

  Agency       ${state.company.record.name} (${state.company.id}), ${state.locations.size} sub-accounts
  Sub-account  ${state.main.record.name} (${state.main.id}), ${state.settings.contacts} contacts
  Faults       POST ${url}/__sandbox/faults   {"match":"GET /contacts/*","kind":"500","times":1}
  Reset        POST ${url}/__sandbox/reset
  Log          GET  ${url}/__sandbox/requests
  Private Integration Tokens of a sub-account or the agency are made at
               ${url}${PRIVATE_INTEGRATIONS_PATH}

To run the app in Zapier's command line, put these lines into .env. The tokens are valid until the sandbox stops.

${Object.entries(lines)
  .map(([name, value]) => `${name}=${value}`)
  .join('\n')}

Then build the app and run an operation:

npm run build
npm run zapier -- invoke auth label --non-interactive
npm run zapier -- invoke trigger search_contacts --non-interactive -i '{"query":"marcelo"}'

Ctrl-C stops it.
`;

const withDefault = (value: number) => ({ type: 'string', default: String(value) }) as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: withDefault(DEFAULT_PORT),
      contacts: withDefault(defaultSizes.contacts),
      opportunities: withDefault(defaultSizes.opportunities),
      conversations: withDefault(defaultSizes.conversations),
      appointments: withDefault(defaultSizes.appointments),
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const port = wholeNumber('--port', values.port);
  const sizes = {
    contacts: wholeNumber('--contacts', values.contacts),
    opportunities: wholeNumber('--opportunities', values.opportunities),
    conversations: wholeNumber('--conversations', values.conversations),
    appointments: wholeNumber('--appointments', values.appointments),
  };
  const sandbox = await startSandbox({ port, ...sizes }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    process.stdout.write(`Port ${port} is taken; another one it is.\n`);
    return startSandbox({ port: 0, ...sizes });
  });
  process.stdout.write(welcome(sandbox, await settings(sandbox)));
  process.once('SIGINT', () => void sandbox.stop());
  process.once('SIGTERM', () => void sandbox.stop());
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`${name} takes a whole number, not "${value}".`);
  return Number(value);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
