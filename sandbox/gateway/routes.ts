import type { Hono } from 'hono';
import type { Endpoint } from './endpoint.ts';
import { fail, failure, unauthorized } from './errors.ts';
import type { Env } from './request.ts';

/** Puts the endpoints on the server; static paths win over parameters, paths match exactly. */
export function mountEndpoints(app: Hono<Env>, endpoints: Endpoint[]): void {
  const specificFirst = endpoints.toSorted((a, b) =>
    a.route.replaceAll('{', '~') < b.route.replaceAll('{', '~') ? -1 : 1,
  );
  for (const { route, answer } of specificFirst) {
    const [method = '', path = ''] = route.split(' ');
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) =>
      answer(context, context.env.state),
    );
  }
  // A path in the wrong case is a 401, any other unknown path a 404 (api#path-case).
  const patterns = endpoints.map(({ route }) => {
    const path = route.slice(route.indexOf(' ') + 1);
    return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`, 'i');
  });
  const exact = patterns.map((pattern) => new RegExp(pattern.source));
  app.notFound(({ req: { method, path } }) => {
    const known = exact.some((pattern) => pattern.test(path));
    return !known && patterns.some((pattern) => pattern.test(path))
      ? failure(unauthorized(NOT_ROUTED))
      : failure(fail(404, `Cannot ${method} ${path}`));
  });
}

const NOT_ROUTED =
  'This route is not yet supported by the IAM Service. Please update your IAM config.';
