import type { Hono } from 'hono';
import * as zod from 'zod';
import { faultSchema } from '../state/faults.ts';
import type { Env } from './request.ts';
import { answersInstead, changesAfter } from './troubles.ts';

/** `POST`/`DELETE /__sandbox/faults`, and the troubles at work. */
export function mountFaults(app: Hono<Env>): void {
  app.post('/__sandbox/faults', async (context) => {
    const parsed = faultSchema.safeParse(await context.req.json());
    if (!parsed.success) return context.json({ error: zod.prettifyError(parsed.error) }, 400);
    context.env.state.faults.add(parsed.data);
    return context.json(parsed.data, 201);
  });
  app.delete('/__sandbox/faults', (context) => {
    context.env.state.faults.clear();
    return context.body(null, 204);
  });
  app.use(async (context, next) => {
    const { method, path } = context.req;
    const { faults } = context.env.state;
    const fault = path.startsWith('/__sandbox') ? undefined : faults.take(method, path);
    if (!fault) return next();
    const instead = await answersInstead[fault.kind]?.(context, fault);
    if (instead) return instead;
    await next();
    const after = await changesAfter[fault.kind]?.(context.res, context);
    if (!after) return undefined;
    context.res = undefined; // or Hono would mix the two answers
    context.res = after;
    return undefined;
  });
}
