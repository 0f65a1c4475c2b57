import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';
import { withoutNock } from '../support/withoutNock.ts';

type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

export type Client = Awaited<ReturnType<typeof clientOf>>;

/** A sandbox without index lag, stopped after the test file. */
export function useSandbox(options: SandboxOptions = {}): () => Sandbox {
  withoutNock();
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 10_000 }, ...options });
  });
  afterAll(() => sandbox?.stop());
  return () => {
    if (!sandbox) throw new Error('The sandbox runs only inside tests.');
    return sandbox;
  };
}

/** Plain fetch with a connection's token. */
export async function clientOf(
  sandbox: Sandbox,
  kind: 'sub-account' | 'agency' = 'sub-account',
  scopes?: string,
) {
  const connection = await sandbox.connect(kind, scopes);
  const call = (route: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(sandbox, route, body, {
      authorization: `Bearer ${connection.access_token}`,
      version: '2021-07-28',
      ...headers,
    });
  return { call, connection, locationId: connection.locationId ?? '' };
}

/** `send(sandbox, 'POST /contacts/', { … })`: JSON in, JSON out. */
export async function send(
  sandbox: Sandbox,
  route: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? JSON.parse(text) : { text },
  };
}

export const form = (sandbox: Sandbox, path: string, fields: Record<string, string>) =>
  fetch(`${sandbox.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
