import type { MiddlewareHandler } from 'hono';

interface Options {
  /** The port that the page listens on; another page of this computer is another origin. */
  port: () => number;
  /** Where forms may lead: the page where the person grants access. */
  consent: () => string;
  /** Addresses for zapier-platform-core itself and for posts; they hold a secret, so no web page knows them. */
  internal: string[];
}

const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Keeps other web pages out. The Host must be this computer (a foreign name that resolves to 127.0.0.1 is not), and
 * every request that may change something must come from the page itself.
 */
export const guard =
  ({ port, consent, internal }: Options): MiddlewareHandler =>
  async (context, next) => {
    // Browsers leave the standard port out, and so does URL.
    const hosts = ['127.0.0.1', 'localhost'].map(
      (name) => new URL(`http://${name}:${port()}`).host,
    );
    const host = context.req.header('host') ?? '';
    if (!hosts.includes(host))
      return context.text(
        'You can open this page only on the computer that runs the workbench.',
        403,
      );
    const isInternal = internal.some((path) => context.req.path.startsWith(path));
    if (
      changes.has(context.req.method) &&
      !isInternal &&
      context.req.header('origin') !== `http://${host}`
    ) {
      return context.text(
        'This request did not come from the workbench’s own page, so nothing was changed.',
        403,
      );
    }
    await next();
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "media-src 'self'",
      `form-action 'self' ${new URL(consent()).origin}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ];
    const headers: Record<string, string> = {
      'Content-Security-Policy': policy.join('; '),
      'X-Content-Type-Options': 'nosniff',
      // The page's own forms must name their origin, so the policy cannot be no-referrer.
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    };
    for (const [name, value] of Object.entries(headers)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    return undefined;
  };
