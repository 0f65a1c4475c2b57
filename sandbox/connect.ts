import { PRIVATE_INTEGRATIONS_PATH } from './resources/oauth/privateIntegrations.ts';
import { app as marketplaceApp } from './seed/agency.ts';

/** The tokens and ids of a connection, as `POST /oauth/token` answers them. */
export type Connection = {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  scope: string;
  userType: 'Location' | 'Company';
  companyId: string;
  locationId?: string;
  userId: string;
};

/** Connects as a person would: authorize page, form, redirect, token exchange. */
export async function connect(url: string, account: string, scope?: string): Promise<Connection> {
  const exchanged = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: marketplaceApp.clientId,
      client_secret: marketplaceApp.clientSecret,
      code: await authorize(url, account, scope),
    }),
  });
  return (await exchanged.json()) as Connection;
}

/** The code that the authorize page hands back. */
async function authorize(url: string, account: string, scope?: string): Promise<string> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: marketplaceApp.clientId,
    redirect_uri: 'https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/',
    state: 'state-of-the-person',
    ...(scope && { scope }),
  });
  const authorizeUrl = `${url}/oauth/chooselocation?${query}`;
  const shown = await (await fetch(authorizeUrl)).text();
  const form = new URLSearchParams({ account });
  for (const [, name = '', value = ''] of shown.matchAll(
    /<input [^>]*name="(.*?)" value="(.*?)"/g,
  )) {
    form.set(name, value.replaceAll('&amp;', '&'));
  }
  const chosen = await fetch(authorizeUrl, { method: 'POST', body: form, redirect: 'manual' });
  const back = chosen.headers.get('location');
  if (!back) throw new Error(/role="alert">(.*?)</.exec(await chosen.text())?.[1] ?? 'No code.');
  return new URL(back).searchParams.get('code') ?? '';
}

/**
 * Makes a Private Integration Token as a person would, on the settings page of a sub-account or of the agency.
 * @param scopes separated by blanks; all that the page offers without it
 */
export async function makePrivateToken(
  url: string,
  account: string,
  scopes?: string,
): Promise<string> {
  const address = `${url}${PRIVATE_INTEGRATIONS_PATH}?${new URLSearchParams({ account })}`;
  const shown = await (await fetch(address)).text();
  const form = new URLSearchParams({ action: 'create', account });
  const offered = [...shown.matchAll(/name="scope" value="(.*?)"/g)].map(([, name = '']) => name);
  for (const scope of scopes?.split(' ') ?? offered) form.append('scope', scope);
  const made = await (await fetch(address, { method: 'POST', body: form })).text();
  return tokenShownIn(made);
}

/** The same for what the menu of an integration offers; gives the new token of a rotation. */
export async function changePrivateToken(
  url: string,
  token: string,
  action: 'rotate' | 'delete',
): Promise<string> {
  const body = new URLSearchParams({ action, integration: token.slice(0, 12) });
  const shown = await fetch(`${url}${PRIVATE_INTEGRATIONS_PATH}`, { method: 'POST', body });
  return tokenShownIn(await shown.text());
}

const tokenShownIn = (page: string) => /id="token" readonly value="(.*?)"/.exec(page)?.[1] ?? '';
