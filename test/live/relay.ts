import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

/** A request as it passes. */
export interface Passing {
  method: string;
  target: string;
  body: string;
}

/** What becomes of an answer on its way: another status, another body. */
export type Alter = (
  asked: Passing,
  answer: { status: number; json: unknown },
) => { status: number; json: unknown } | undefined;

/** A server between an account and whoever asks it, which changes answers. */
export const startRelay = async (
  upstream: string,
  alter: Alter,
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const app = new Hono();
  app.all('*', async ({ req }) => {
    const { pathname, search } = new URL(req.url);
    const target = `${pathname}${search}`;
    const body = await req.text();
    const response = await fetch(`${upstream}${target}`, {
      method: req.method,
      headers: req.raw.headers,
      redirect: 'manual',
      ...(body && req.method !== 'GET' ? { body } : {}),
    });
    const bytes = await response.arrayBuffer();
    const headers = [...response.headers].filter(([name]) => /^(content-type$|x-)/.test(name));
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const altered = isJson
      ? alter(
          { method: req.method, target, body },
          { status: response.status, json: JSON.parse(new TextDecoder().decode(bytes)) },
        )
      : undefined;
    const status = altered?.status ?? response.status;
    return new Response(altered ? JSON.stringify(altered.json) : bytes, { status, headers });
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
