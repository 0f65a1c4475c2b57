import type { MiddlewareHandler } from 'hono';

/** This computer under each of its names, with or without a port. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Keeps other web pages out: a foreign name that resolves to 127.0.0.1 is refused by its Host, a page of
 * another site by its Origin. Programs send no Origin.
 */
export const guard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!LOOPBACK.test(host)) {
    return context.text('The sandbox answers only to this computer.', 403);
  }
  const origin = context.req.header('origin');
  if (origin !== undefined && origin !== `http://${host}`) {
    return context.text('The sandbox answers no other web page than its own.', 403);
  }
  return next();
};
