import type { HttpBindings } from '@hono/node-server';
import type { Context, HonoRequest } from 'hono';
import type { LoggedRequest, State } from '../state/state.ts';
import { fail } from './errors.ts';

export type Exchange = LoggedRequest & { requestBody: string; answer: string };

export type ServerOptions = {
  /** Milliseconds added to every answer. */
  latency?: number;
  /** Sees every request with its whole answer, as a contract test needs. */
  onExchange?: (exchange: Exchange) => void;
};

/** The sandbox that is asked; one app serves all sandboxes of a process. */
export type Served = ServerOptions & { state: State };

export type Env = { Bindings: HttpBindings & Served; Variables: { scope?: string } };

/** A name that stands in the query more than once has a list. */
export const queryOf = (request: HonoRequest): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(request.queries()).map(([name, values]) => {
      const [first = ''] = values;
      return [name, values.length > 1 ? values : first];
    }),
  );

/** `ids[]=a` is the list `ids`, as Express reads it and HighLevel's own SDK writes it. */
export const withoutBrackets = (query: Record<string, string | string[]>) =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) =>
      name.endsWith('[]') ? [name.slice(0, -2), [value].flat()] : [name, value],
    ),
  );

/** The parts of a form with files. The bytes are kept, so that the log can still show them. */
async function filesOf(context: Context<Env>): Promise<FormData> {
  const type = context.req.header('content-type') ?? '';
  const bytes = await context.req.arrayBuffer();
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw fail(400, 'Multipart: Boundary not found');
  });
}

/** The body of a form or of JSON; anything but an object counts as empty. */
export async function readBody(
  context: Context<Env>,
  form?: 'plain' | 'files',
): Promise<Record<string, unknown>> {
  if (form === 'files') return Object.fromEntries((await filesOf(context)).entries());
  const sent = await context.req.text();
  if (form) return Object.fromEntries(new URLSearchParams(sent));
  if (sent === '') return {};
  try {
    const parsed: unknown = JSON.parse(sent);
    return parsed !== null && typeof parsed === 'object' ? { ...parsed } : {};
  } catch (error) {
    throw fail(400, error instanceof Error ? error.message : 'Invalid JSON');
  }
}
