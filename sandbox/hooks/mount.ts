import { randomUUID } from 'node:crypto';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import * as zod from 'zod';
import type { Env } from '../gateway/request.ts';
import type { HookRequest, WorkflowHook } from '../state/hooks.ts';
import { workflowStarts } from '../state/hooks.ts';
import { startedBy } from './starts.ts';

/** Posts to a URL of this computer: the sandbox reaches nothing else. */
const sendTo =
  (url: string): WorkflowHook['send'] =>
  ({ headers, content }: HookRequest) => {
    const { 'content-length': _, ...own } = headers;
    return fetch(url, { method: 'POST', headers: own, body: content });
  };

const isLocal = (url: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\//.test(url);

const asked = zod.object({
  url: zod.string().refine(isLocal, 'must be a URL of this computer.'),
  start: zod.enum(workflowStarts),
  name: zod.string().default('New Workflow : 1785850000000'),
  locationId: zod.string().optional(),
  customData: zod.record(zod.string(), zod.unknown()).default({}),
});

const emitted = zod.object({
  start: zod.enum(workflowStarts),
  contactId: zod.string(),
  locationId: zod.string().optional(),
  id: zod.string().optional(),
  block: zod.record(zod.string(), zod.unknown()).optional(),
});

const shown = ({ send: _, ...workflow }: WorkflowHook) => workflow;

/** What a person does in HighLevel’s workflow builder, which has no API: `/__sandbox/workflows`. */
export const mountHooks = (app: Hono<Env>): void => {
  app.get('/__sandbox/workflows', (context) =>
    context.json(context.env.state.hooks.all.map(shown)),
  );
  app.post('/__sandbox/workflows', async (context) => {
    const { state } = context.env;
    const parsed = asked.safeParse(await context.req.json());
    if (!parsed.success) return context.json({ error: zod.prettifyError(parsed.error) }, 400);
    const { url, locationId = state.main.id, ...rest } = parsed.data;
    const workflow = { ...rest, id: randomUUID(), locationId, send: sendTo(url) };
    state.hooks.add(workflow);
    return context.json(shown(workflow), 201);
  });
  app.delete('/__sandbox/workflows/:id', (context) => {
    context.env.state.hooks.remove(context.req.param('id'));
    return context.body(null, 204);
  });
  app.post('/__sandbox/events', async (context) => {
    const { state } = context.env;
    const parsed = emitted.safeParse(await context.req.json());
    if (!parsed.success) return context.json({ error: zod.prettifyError(parsed.error) }, 400);
    const { locationId = state.main.id, start, contactId, id, block } = parsed.data;
    state.hooks.emit({
      start,
      contactId,
      locationId,
      ...(id ? { id } : {}),
      ...(block ? { block } : {}),
    });
    return context.body(null, 202);
  });
};

const jsonOf = async (source: {
  json: () => Promise<unknown>;
}): Promise<Record<string, unknown>> => {
  const value = await source.json().catch(() => ({}));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
};

/** Starts workflows by what a request has done. */
export const startWorkflows = async ({ req, res, env }: Context<Env>): Promise<void> => {
  const { state } = env;
  if (res === RESPONSE_ALREADY_SENT) return;
  const token = state.grants.tokenOf(req.header('authorization')?.slice(7) ?? '');
  const location = state.locations.get(token?.locationId ?? '');
  if (req.method === 'GET' || res.status >= 300 || !location || state.hooks.all.length === 0)
    return;
  const { method, path } = req;
  const done = {
    method,
    path,
    sent: await jsonOf(req),
    answer: await jsonOf(res.clone()),
    location,
  };
  for (const happened of startedBy(done)) state.hooks.emit(happened);
};
