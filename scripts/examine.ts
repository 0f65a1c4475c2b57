import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { apiUrl, marketplaceUrl } from '../lib/api/endpoints.ts';
import type { SignIn } from '../lib/connection/signIn.ts';
import { scopes } from '../scopes.ts';
import { examineHosts } from './examineHosts.ts';
import { type Finding, fine, hint, missing } from './findings.ts';
import { whyNoCommit } from './git.ts';
import { howToLink, isLinked } from './linked.ts';

/** What to check. The test passes another folder and other hosts. */
export interface Setup {
  folder: string;
  nodeVersion: string;
  zapierUrl: string;
  /** How people sign in to the app. */
  signIn: SignIn;
}

const json = (file: string): Record<string, unknown> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
};

const node = ({ nodeVersion }: Setup): Finding =>
  Number(nodeVersion.replace(/^v(\d+).*/, '$1')) >= 22
    ? fine(`Node ${nodeVersion}`)
    : missing(
        `Node ${nodeVersion} is too old for Zapier’s command line`,
        'Run “npm run doctor”, which uses Node 22.',
      );

const commit = ({ folder }: Setup): Finding => {
  const problem = whyNoCommit(folder);
  return problem ? missing(problem.what, problem.todo) : fine('git');
};

const linked = ({ folder }: Setup): Finding =>
  isLinked(folder)
    ? fine('.zapierapprc has the ID of the integration on Zapier')
    : missing('.zapierapprc has no integration ID', howToLink);

const loggedIn = (): Finding => {
  const file = process.env.ZAPIER_AUTH_LOCATION || join(homedir(), '.zapierrc');
  return process.env.ZAPIER_DEPLOY_KEY || json(file).deployKey
    ? fine('Logged in to Zapier')
    : missing('Not logged in to Zapier', 'Run “npm run zapier -- login”.');
};

const key = (name: string): Finding => {
  const value = process.env[name] ?? '';
  const todo = `Copy it from your marketplace app (docs/highlevel-app.md) to .env: ${name}=…`;
  if (value === '') return missing(`${name} is not set`, todo);
  return /[\s"'<>…]/.test(value)
    ? missing(`${name} contains spaces or quotation marks`, todo)
    : fine(`${name} is set`);
};

const askedScopes = (): string[] => (process.env.HIGHLEVEL_SCOPES || scopes.join(' ')).split(/\s+/);

const scopeFindings = (): Finding[] => {
  const asked = askedScopes();
  const unknown = asked.filter((scope) => !scopes.includes(scope));
  const left = scopes.filter((scope) => !asked.includes(scope));
  return [
    asked.includes('locations.readonly')
      ? fine(`The app asks for ${asked.length} scopes`)
      : missing(
          'HIGHLEVEL_SCOPES lacks locations.readonly',
          'Add it. The connection test needs it.',
        ),
    ...(unknown.length > 0
      ? [
          hint(
            `No operation needs these scopes: ${unknown.join(' ')}`,
            'Remove them from HIGHLEVEL_SCOPES.',
          ),
        ]
      : []),
    ...(left.length > 0
      ? [
          hint(
            `HighLevel will refuse some operations: ${left.length} of the app’s ${scopes.length} scopes are missing`,
            'Empty HIGHLEVEL_SCOPES when your marketplace app has all scopes.',
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
        'Don’t set it on Zapier. Only your own computer can reach it.',
      ),
    ];
  return /^https:\/\/[^/\s]+$/.test(value)
    ? []
    : [
        missing(
          `${name} isn’t an address like https://example.com`,
          'Start it with https:// and leave out the path.',
        ),
      ];
};

const noApp = fine(
  'People sign in with a Private Integration Token, so no marketplace app and no keys are needed',
);

/** Checks all that a push and the first connection need. Changes nothing and shows no secret. */
export const examine = async (setup: Setup): Promise<Finding[]> => {
  const { signIn, zapierUrl } = setup;
  const usesApp = signIn === 'oauth';
  const keys = usesApp ? [key('CLIENT_ID'), key('CLIENT_SECRET')] : [];
  const addresses = [
    ...address('HIGHLEVEL_API_URL', apiUrl()),
    ...(usesApp ? address('HIGHLEVEL_MARKETPLACE_URL', marketplaceUrl()) : []),
  ];
  const local = [
    node(setup),
    commit(setup),
    linked(setup),
    loggedIn(),
    ...(usesApp ? [...keys, ...scopeFindings()] : [noApp]),
    ...addresses,
  ];
  if (addresses.some(({ state }) => state === 'missing')) return local;
  const hasKeys = keys.every(({ state }) => state === 'fine');
  return [...local, ...(await examineHosts({ zapierUrl, hasKeys, usesApp }))];
};
