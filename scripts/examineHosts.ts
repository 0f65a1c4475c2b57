import { oauth } from '../authentication.ts';
import { apiUrl, marketplaceUrl } from '../lib/api/endpoints.ts';
import { type Finding, fine, hint, missing } from './findings.ts';

const ask = (url: string, options: RequestInit = {}) =>
  fetch(url, { ...options, redirect: 'follow', signal: AbortSignal.timeout(10_000) });

const reachable = async (name: string, url: string): Promise<Finding> =>
  ask(url).then(
    () => fine(`${name} answers`),
    () =>
      missing(
        `${name} can’t be reached (${new URL(url).host})`,
        'Check your network, VPN, and firewall.',
      ),
  );

const redirectUri = 'https://zapier.com/dashboard/auth/oauth/return/HighLevelCLIAPI/';

/** The address of the permission page, as Zapier opens it. */
const authorizeAddress = (): Promise<string> =>
  oauth.oauth2Config.authorizeUrl(
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
        `HighLevel’s permission page refuses this app: ${said || response.status}`,
        'Compare the client ID, scopes, and redirect URL with docs/highlevel-app.md.',
      );
};

/** Sends a made-up code. HighLevel refuses a wrong client as such, and a right one only because of the code. */
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
      `HighLevel couldn’t check the client keys (${response.status})`,
      'Try again later.',
    );
  return response.status === 401 || /client/i.test(said)
    ? missing(
        'HighLevel doesn’t know these client keys',
        'Copy CLIENT_ID and CLIENT_SECRET again, both from the same key.',
      )
    : fine('HighLevel knows the client keys');
};

/**
 * Asks each host whether it answers and, if the client keys look right, HighLevel whether it knows them.
 * @param options.zapierUrl where Zapier answers
 * @param options.hasKeys whether CLIENT_ID and CLIENT_SECRET look right
 * @param options.usesApp whether people sign in through a marketplace app
 */
export const examineHosts = async (options: {
  zapierUrl: string;
  hasKeys: boolean;
  usesApp: boolean;
}): Promise<Finding[]> => {
  const common = Promise.all([
    reachable('Zapier', options.zapierUrl),
    reachable('HighLevel’s API', apiUrl()),
  ]);
  if (!options.usesApp) return common;
  const hosts = [...(await common), await reachable('HighLevel’s marketplace', marketplaceUrl())];
  if (!options.hasKeys) return hosts;
  const [, api, marketplace] = hosts;
  const unreadable = (error: Error) =>
    hint(`HighLevel’s answer couldn’t be read: ${error.message}`, 'Try again later.');
  return [
    ...hosts,
    ...(marketplace?.state === 'fine' ? [await permissionPage().catch(unreadable)] : []),
    ...(api?.state === 'fine' ? [await client().catch(unreadable)] : []),
  ];
};
