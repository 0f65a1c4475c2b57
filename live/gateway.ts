/**
 * What stands between the app and HighLevel while an account is tried: it keeps the pace, records every exchange, and
 * lets no change through before it may.
 */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { parseRoute } from '../lib/api/endpoints.ts';
import { Pace } from './pace.ts';

/** A request with its answer. It holds personal data and a token: nothing of it is printed or written as it is. */
export interface Recorded {
  method: string;
  /** With its query: `/contacts/?locationId=…` */
  target: string;
  headers: Record<string, string>;
  body: string;
  status: number;
  /** Empty if it is no JSON. */
  answer: string;
}

export interface Gateway {
  url: string;
  recorded: Recorded[];
  /** Whether changes may be sent. */
  mayWrite: boolean;
  /** Sends a request itself, at its pace. */
  send: (request: Asked) => Promise<Recorded>;
  stop: () => Promise<void>;
}

type Asked = Pick<Recorded, 'method' | 'target' | 'headers' | 'body'>;

/** Asking for the token of a sub-account changes nothing. */
const isExchange = /^POST \/oauth\/location-?token$/i;

const reads = ({ method, target }: Asked): boolean => {
  const [path = ''] = target.split('?');
  return parseRoute(`${method} ${path}`).reads || isExchange.test(`${method} ${path}`);
};

const passed = ['accept', 'authorization', 'content-type', 'version', 'user-agent'];

const headersOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => passed.includes(name)));

interface Sent {
  response: Response;
  bytes: ArrayBuffer;
}

const forward = async (
  upstream: string,
  { method, target, headers, body }: Asked,
): Promise<Sent> => {
  const response = await fetch(`${upstream}${target}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body && method !== 'GET' ? { body } : {}),
  });
  return { response, bytes: await response.arrayBuffer() };
};

/** Starts one. @param upstream where HighLevel answers */
export const startGateway = async (upstream: string): Promise<Gateway> => {
  const pace = new Pace();
  const recorded: Recorded[] = [];
  const sendPaced = async (asked: Asked): Promise<Sent> => {
    if (!gateway.mayWrite && !reads(asked))
      throw new Error(`${asked.method} is a change, and nothing may be changed.`);
    await pace.turn();
    let sent = await forward(upstream, asked);
    const header = (name: string) => sent.response.headers.get(name) ?? undefined;
    if (sent.response.status === 429) {
      await pace.rest(header);
      await pace.turn();
      sent = await forward(upstream, asked);
    }
    pace.learn(header);
    const isJson = /json/.test(header('content-type') ?? '');
    const answer = isJson ? new TextDecoder().decode(sent.bytes) : '';
    recorded.push({ ...asked, status: sent.response.status, answer });
    return sent;
  };
  const app = new Hono();
  app.all('*', async ({ req }) => {
    const { pathname, search } = new URL(req.url);
    const headers = headersOf(req.raw.headers);
    const asked = {
      method: req.method,
      target: `${pathname}${search}`,
      headers,
      body: await req.text(),
    };
    const { response, bytes } = await sendPaced(asked);
    const kept = [...response.headers].filter(([name]) => /^(content-type|x-|retry)/.test(name));
    const isEmpty = [101, 204, 205, 304].includes(response.status);
    return new Response(isEmpty ? null : bytes, { status: response.status, headers: kept });
  });
  app.onError((error, { json }) => json({ message: error.message }, 403));
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gateway: Gateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    recorded,
    mayWrite: false,
    send: async (asked) => {
      await sendPaced(asked);
      return recorded.at(-1) as Recorded;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
  return gateway;
};
