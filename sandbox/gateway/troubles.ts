import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Fault } from '../state/faults.ts';
import { eachRecord, withoutHalf, withUnknown } from './alter.ts';
import { fail, failure, unauthorized } from './errors.ts';
import type { Env } from './request.ts';

type Kind = Fault['kind'];
type MaybeResponse = Response | undefined | Promise<Response | undefined>;

const throttle = (headers: Record<string, string>) => {
  const answer = failure(fail(429, 'Too Many Requests'));
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
};

/** Troubles that keep the request from being worked on; `slow` only delays it. */
export const answersInstead: {
  [K in Kind]?: (context: Context<Env>, fault: Fault) => MaybeResponse;
} = {
  'burst-429': () => throttle({ 'x-ratelimit-remaining': '0' }),
  'daily-429': () =>
    throttle({ 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-daily-reset': '3600000' }),
  '500': () => failure(fail(500, { statusCode: 500, message: 'Internal server error' })),
  '503': () =>
    new Response('upstream connect error or disconnect/reset before headers', { status: 503 }),
  timeout: () => new Promise<Response>(() => {}),
  slow: async (_context, { delay = 3_000 }) => {
    await new Promise((resume) => setTimeout(resume, delay));
    return undefined;
  },
  html: () =>
    new Response('<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>', {
      status: 502,
      headers: { 'content-type': 'text/html' },
    }),
  drop: (context) => {
    context.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  },
  'expired-token': () => failure(unauthorized('Invalid JWT')),
  'revoked-refresh': () =>
    failure(
      fail(400, {
        error: 'invalid_grant',
        error_description: 'Invalid grant: refresh token is invalid',
      }),
    ),
  'error-in-200': () =>
    Response.json({ success: false, statusCode: 400, message: 'Something went wrong' }),
  echo: async (context) => {
    const sent = `${context.req.header('authorization')} ${await context.req.text()}`;
    return failure(fail(422, { statusCode: 422, message: `Not understood: ${sent}` }));
  },
};

/** The answer with another body. */
const withBody = ({ status, headers }: Response, body: string) =>
  new Response(body, { status, headers });

/** HighLevel's own time-out in its guises; the work goes on behind it (api#disguised-time-outs). */
const timedOut = (status: number, message: string) => () =>
  failure(fail(status, { statusCode: status, message }));

/** Troubles with the answer to a request that was worked on: a write has happened. */
export const changesAfter: {
  [K in Kind]?: (answer: Response, context: Context<Env>) => MaybeResponse;
} = {
  'timed-out-400': timedOut(400, 'Request Timeout, please try again'),
  'timed-out-401': timedOut(401, 'Command timed out'),
  'timed-out-408': timedOut(408, 'Request Timeout'),
  'timed-out-504': timedOut(504, 'Gateway Timeout'),
  empty: (answer) => withBody(answer, ''),
  malformed: async (answer) => withBody(answer, `${(await answer.text()).slice(0, -1)},}`),
  truncated: async (answer, context) => {
    const body = await answer.text();
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    context.env.outgoing.writeHead(answer.status, headers);
    context.env.outgoing.write(body.slice(0, body.length / 2), () =>
      context.env.incoming.socket.destroy(),
    );
    return RESPONSE_ALREADY_SENT;
  },
  'unknown-fields': async (answer) =>
    withBody(answer, JSON.stringify(eachRecord(await answer.json(), withUnknown))),
  'missing-fields': async (answer) =>
    withBody(answer, JSON.stringify(eachRecord(await answer.json(), withoutHalf))),
  'null-list': async (answer) =>
    withBody(
      answer,
      JSON.stringify(await answer.json(), (_key, value) => (Array.isArray(value) ? null : value)),
    ),
};
