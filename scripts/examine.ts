import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import authentication from '../authentication.ts';
import { apiUrl, marketplaceUrl } from '../lib/api/endpoints.ts';
import { scopes } from '../scopes.ts';

/** One thing that was looked at. A hint is no obstacle. */
export interface Finding {
  what: string;
  state: 'fine' | 'hint' | 'missing';
  /** What to do about it. */
  todo?: string;
}

/** What is looked at; the test gives another folder and other hosts. */
export interface Setup {
  folder: string;
  nodeVersion: string;
  zapierUrl: string;
}

const fine = (what: string): Finding => ({ what, state: 'fine' });
const hint = (what: string, todo: string): Finding => ({ what, state: 'hint', todo });
const missing = (what: string, todo: string): Finding => ({ what, state: 'missing', todo });

const json = (file: string): Record<string, unknown> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
};

/** The values of a folder's .env that the environment does not have; then both are in the environment. */
export const loadEnv = (folder: string): void => {
  const file = join(folder, '.env');
  if (!existsSync(file)) return;
  for (const [, name = '', value = ''] of readFileSync(file, 'utf8').matchAll(/^(\w+)=(.*)$/gm))
    process.env[name] ??= value.replace(/^(['"])(.*)\1$/, '$2').trim();
};

const node = ({ nodeVersion }: Setup): Finding =>
  Number(nodeVersion.replace(/^v(\d+).*/, '$1')) >= 22
    ? fine(`Node ${nodeVersion}`)
    : missing(
        `Node ${nodeVersion} is too old for Zapier's command line`,
        'Start it as “npm run doctor”: npm scripts use the Node 22 that “npm ci” installs.',
      );

const git = (): Finding => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return fine('git');
  } catch {
    return missing(
      'git is not installed',
      'Install git: packaging asks it which files belong to the project.',
    );
  }
};

const linked = ({ folder }: Setup): Finding =>
  json(join(folder, '.zapierapprc')).id
    ? fine('.zapierapprc names the integration on Zapier')
    : missing(
        '.zapierapprc names no integration',
        'Run “npm exec -- zapier-platform register "HighLevel Operations"”, or “… link” if it exists already.',
      );

const loggedIn = (): Finding => {
  const file = process.env.ZAPIER_AUTH_LOCATION || join(homedir(), '.zapierrc');
  return process.env.ZAPIER_DEPLOY_KEY || json(file).deployKey
    ? fine('Logged in to Zapier')
    : missing('Not logged in to Zapier', 'Run “npm exec -- zapier-platform login”.');
};

const key = (name: string): Finding => {
  const value = process.env[name] ?? '';
  const where = `Copy it from your marketplace app (docs/highlevel-app.md) into .env: ${name}=…`;
  if (value === '') return missing(`${name} is not set`, where);
  return /[\s"'<>…]/.test(value)
    ? missing(`${name} has blanks or quotation marks in it`, where)
    : fine(`${name} is set`);
};

const askedScopes = (): string[] => (process.env.HIGHLEVEL_SCOPES || scopes.join(' ')).split(/\s+/);

const scopeFindings = (): Finding[] => {
  const asked = askedScopes();
  const unknown = asked.filter((scope) => !scopes.includes(scope));
  const left = scopes.filter((scope) => !asked.includes(scope));
  return [
    asked.includes('locations.readonly')
      ? fine(`${asked.length} scopes are asked for`)
      : missing(
          'HIGHLEVEL_SCOPES lacks locations.readonly',
          'Add it: the connection test needs it.',
        ),
    ...(unknown.length > 0
      ? [
          hint(
            `Scopes that no operation needs: ${unknown.join(' ')}`,
            'Take them out of HIGHLEVEL_SCOPES.',
          ),
        ]
      : []),
    ...(left.length > 0
      ? [
          hint(
            `Without ${left.length} of the app's ${scopes.length} scopes some operations will be refused`,
            'Empty HIGHLEVEL_SCOPES once your marketplace app has all scopes.',
          ),
        ]
      : []),
  ];
};

const isLocal = (address: string) => /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(address);

const address = (name: string, value: string): Finding[] => {
  if (isLocal(value))
    return [
      hint(
        `${name} is ${value}, a sandbox`,
        'Do not set it on Zapier: only your own machine reaches it.',
      ),
    ];
  return /^https:\/\/[^/\s]+$/.test(value)
    ? []
    : [
        missing(
          `${name} is no address like https://example.com`,
          'Write it with https:// and without a path.',
        ),
      ];
};

const ask = (url: string, options: RequestInit = {}) =>
  fetch(url, { ...options, redirect: 'follow', signal: AbortSignal.timeout(10_000) });

const reachable = async (name: string, url: string): Promise<Finding> =>
  ask(url).then(
    () => fine(`${name} answers`),
    () =>
      missing(
        `${name} cannot be reached (${new URL(url).host})`,
        'Look at your network, VPN and firewall.',
      ),
  );

const redirectUri = 'https://zapier.com/dashboard/auth/oauth/return/HighLevelCLIAPI/';

/** The address of the permission page, as Zapier would open it. */
export const authorizeAddress = (): Promise<string> =>
  authentication.oauth2Config.authorizeUrl(
    undefined as never,
    {
      inputData: { redirect_uri: redirectUri, state: 'doctor' },
    } as never,
  );

const plainText = (page: string): string =>
  page
    .replace(/<(script|style|title)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);

const permissionPage = async (): Promise<Finding> => {
  const response = await ask(await authorizeAddress());
  const said = plainText(await response.text());
  return response.ok
    ? fine('HighLevel’s permission page opens with your client and scopes')
    : missing(
        `HighLevel’s permission page refuses: ${said || response.status}`,
        'Compare client id, scopes and redirect URL with docs/highlevel-app.md.',
      );
};

/** A code that nobody gave: a wrong client is refused as such, a right one only because of the code. */
const client = async (): Promise<Finding> => {
  const response = await ask(`${apiUrl()}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    body: new URLSearchParams({
      client_id: process.env.CLIENT_ID ?? '',
      client_secret: process.env.CLIENT_SECRET ?? '',
      grant_type: 'authorization_code',
      user_type: 'Location',
      code: 'doctor',
      redirect_uri: redirectUri,
    }),
  });
  const said = await response.text();
  if (response.status >= 500)
    return hint(
      `HighLevel could not check the client keys (${response.status})`,
      'Try again later.',
    );
  return response.status === 401 || /client/i.test(said)
    ? missing(
        'HighLevel does not know these client keys',
        'Copy CLIENT_ID and CLIENT_SECRET again, from the same key.',
      )
    : fine('HighLevel knows the client keys');
};

/** Looks at all that a push and the first connection need. Nothing is changed, and no secret is shown. */
export const examine = async (setup: Setup): Promise<Finding[]> => {
  const local = [
    node(setup),
    git(),
    linked(setup),
    loggedIn(),
    key('CLIENT_ID'),
    key('CLIENT_SECRET'),
    ...scopeFindings(),
  ];
  const addresses = [
    ...address('HIGHLEVEL_API_URL', apiUrl()),
    ...address('HIGHLEVEL_MARKETPLACE_URL', marketplaceUrl()),
  ];
  if (addresses.some(({ state }) => state === 'missing')) return [...local, ...addresses];
  const hosts = await Promise.all([
    reachable('Zapier', setup.zapierUrl),
    reachable('HighLevel’s API', apiUrl()),
    reachable('HighLevel’s marketplace', marketplaceUrl()),
  ]);
  const keys = local
    .filter(({ what }) => what.startsWith('CLIENT_'))
    .every(({ state }) => state === 'fine');
  const [, api, marketplace] = hosts;
  const failed = (error: Error) =>
    hint(`HighLevel’s answer could not be read: ${error.message}`, 'Try again later.');
  return [
    ...local,
    ...addresses,
    ...hosts,
    ...(keys && marketplace?.state === 'fine' ? [await permissionPage().catch(failed)] : []),
    ...(keys && api?.state === 'fine' ? [await client().catch(failed)] : []),
  ];
};

const signs = { fine: '✓', hint: '!', missing: '✗' };

/** The findings as text, and whether the app could be pushed. */
export const report = (findings: Finding[]): { text: string; ready: boolean } => {
  const ready = findings.every(({ state }) => state !== 'missing');
  const lines = findings.flatMap(({ what, state, todo }) => [
    `${signs[state]} ${what}`,
    ...(todo ? [`    ${todo}`] : []),
  ]);
  const count = findings.filter(({ state }) => state === 'missing').length;
  const last = ready
    ? 'All is there: “npm run push” can go.'
    : `${count} ${count === 1 ? 'thing is' : 'things are'} missing. What to do stands below each ✗.`;
  return { text: `${lines.join('\n')}\n\n${last}`, ready };
};
