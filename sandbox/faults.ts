import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import * as zod from 'zod';
import { type Env, failure } from './endpoint.ts';
import { fail } from './errors.ts';
import type { State } from './state.ts';

const fault = zod.strictObject({
  /** "GET /contacts/*"; a star stands for anything, the method may be a star too. */
  match: zod.string(),
  kind: zod.enum([
    'burst-429',
    'daily-429',
    '500',
    '503',
    'timeout',
    'slow',
    'malformed',
    'truncated',
    'html',
    'empty',
    'drop',
    'expired-token',
    'revoked-refresh',
    'error-in-200',
    'echo',
    'unknown-fields',
    'missing-fields',
    'null-list',
  ]),
  /** How often; without it until the faults are cleared. */
  times: zod.number().int().positive().optional(),
  /** For `slow`: how long, in ms. */
  delay: zod.number().int().positive().optional(),
});

export type Fault = zod.output<typeof fault>;

/** The troubles that were switched on, in process or over HTTP. */
export class Faults {
  #faults: { fault: Fault; left: number; pattern: RegExp }[] = [];

  add(input: Fault): void {
    const escaped = input.match.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    const left = input.times ?? Number.POSITIVE_INFINITY;
    this.#faults.push({ fault: input, left, pattern: new RegExp(`^${escaped}$`) });
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault for this request, used up by one. */
  take(method: string, path: string): Fault | undefined {
    const found = this.#faults.find(
      ({ left, pattern }) => left > 0 && pattern.test(`${method} ${path}`),
    );
    if (found) found.left--;
    return found?.fault;
  }
}

/** `POST`/`DELETE /__sandbox/faults`, and the troubles themselves. */
export function mountFaults(app: Hono<Env>, state: State): void {
  app.post('/__sandbox/faults', async (context) => {
    const parsed = fault.safeParse(await context.req.json());
    if (!parsed.success) return context.json({ error: zod.prettifyError(parsed.error) }, 400);
    state.faults.add(parsed.data);
    return context.json(parsed.data, 201);
  });
  app.delete('/__sandbox/faults', (context) => {
    state.faults.clear();
    return context.body(null, 204);
  });
  app.use(async (context, next) => {
    const { method, path } = context.req;
    const trouble = path.startsWith('/__sandbox') ? undefined : state.faults.take(method, path);
    if (!trouble) return next();
    const instead = await before(trouble, context);
    if (instead) return instead;
    await next();
    const after = await change(trouble, context.res, context);
    if (!after) return undefined;
    context.res = undefined; // or Hono would mix the two answers
    context.res = after;
    return undefined;
  });
}

/** Troubles that keep the request from being worked on. */
async function before({ kind, delay = 3_000 }: Fault, context: Context<Env>) {
  switch (kind) {
    case 'burst-429':
      return throttled({ 'x-ratelimit-remaining': '0' });
    case 'daily-429':
      return throttled({
        'x-ratelimit-daily-remaining': '0',
        'x-ratelimit-daily-reset': '3600000',
      });
    case '500':
      return failure(fail(500, { statusCode: 500, message: 'Internal server error' }));
    case '503':
      return new Response('upstream connect error or disconnect/reset before headers', {
        status: 503,
      });
    case 'timeout':
      return new Promise<Response>(() => {});
    case 'slow':
      await new Promise((resume) => setTimeout(resume, delay));
      return undefined;
    case 'html':
      return new Response(
        '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>',
        {
          status: 502,
          headers: { 'content-type': 'text/html' },
        },
      );
    case 'drop':
      context.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'expired-token':
      return failure(fail(401, { statusCode: 401, message: 'Invalid JWT' }));
    case 'revoked-refresh':
      return failure(
        fail(400, {
          error: 'invalid_grant',
          error_description: 'Invalid grant: refresh token is invalid',
        }),
      );
    case 'error-in-200':
      return Response.json({ success: false, statusCode: 400, message: 'Something went wrong' });
    case 'echo': {
      const sent = `${context.req.header('authorization')} ${await context.req.text()}`;
      return failure(fail(422, { statusCode: 422, message: `Not understood: ${sent}` }));
    }
    default:
      return undefined;
  }
}

/** Troubles with the answer to a request that was worked on: a write has happened. */
async function change({ kind }: Fault, answer: Response, context: Context<Env>) {
  const remade = (body: string) =>
    new Response(body, { status: answer.status, headers: answer.headers });
  switch (kind) {
    case 'empty':
      return remade('');
    case 'malformed':
      return remade(`${(await answer.text()).slice(0, -1)},}`);
    case 'truncated': {
      const body = await answer.text();
      const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
      context.env.outgoing.writeHead(answer.status, headers);
      context.env.outgoing.write(body.slice(0, body.length / 2), () =>
        context.env.incoming.socket.destroy(),
      );
      return RESPONSE_ALREADY_SENT;
    }
    case 'unknown-fields':
      return remade(JSON.stringify(eachRecord(await answer.json(), withUnknown)));
    case 'missing-fields':
      return remade(JSON.stringify(eachRecord(await answer.json(), withoutHalf)));
    case 'null-list':
      return remade(
        JSON.stringify(await answer.json(), (_key, value) => (Array.isArray(value) ? null : value)),
      );
    default:
      return undefined;
  }
}

const throttled = (headers: Record<string, string>) => {
  const answer = failure(fail(429, 'Too Many Requests'));
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
};

type Data = Record<string, unknown>;

const withUnknown = (record: Data) => ({
  ...record,
  _newInHighLevel: { nested: [1, 'two', null] },
  'odd key': 'value',
});

/** Ids stay; of everything else every second property goes. */
const withoutHalf = (record: Data) =>
  Object.fromEntries(
    Object.entries(record).filter(([key], i) => key === 'id' || key === '_id' || i % 2 === 0),
  );

/** Changes the records in an answer, and leaves the wrapper around them as it is. */
function eachRecord(value: unknown, alter: (record: Data) => Data, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => eachRecord(item, alter, depth + 1));
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.entries(value).map(([key, part]) => [
    key,
    eachRecord(part, alter, depth + 1),
  ]);
  return depth === 0 ? Object.fromEntries(inner) : alter(Object.fromEntries(inner));
}
