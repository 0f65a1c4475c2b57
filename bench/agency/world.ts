import { type Bundle, errors, type HttpRequestOptions, type ZObject } from 'zapier-platform-core';
import { withRun } from '../../lib/perform.ts';
import { RateLimits } from '../../sandbox/state/rateLimits.ts';

type Request = HttpRequestOptions & { url: string };

/** Milliseconds that an answer takes. */
export interface Delays {
  cache: number;
  api: number;
}

const life = 86_399;

const wait = (milliseconds: number): Promise<void> | undefined =>
  milliseconds > 0 ? new Promise((resolve) => setTimeout(resolve, milliseconds)) : undefined;

const agency = 'agency';

/** What one run of an agency’s Zap came to. */
export type Outcome = 'done' | 'throttled' | 'refresh' | 'failed';

const outcomes: Record<string, Outcome> = {
  ThrottledError: 'throttled',
  RefreshAuthError: 'refresh',
};

/** HighLevel with its limits and Zapier’s cache, as far as the runs of an agency’s Zaps meet them. */
export class AgencyWorld {
  /** Requests to HighLevel, exchanges of tokens among them, and what was refused of either. */
  readonly counts = { requests: 0, exchanges: 0, refusedRequests: 0, refusedExchanges: 0 };
  readonly z: ZObject;
  readonly #delays: Delays;
  readonly #limits = new RateLimits({
    rateLimit: { burst: 100, daily: 200_000 },
    now: () => Date.now(),
  });
  readonly #cache = new Map<string, { text: string; until: number }>();
  /** Until when a token is good, by the token. */
  readonly #tokens = new Map<string, { locationId: string; until: number }>();
  readonly #closed = new Set<string>();

  constructor(delays: Delays = { cache: 20, api: 300 }) {
    this.#delays = delays;
    this.z = {
      request: (request: Request) => this.#answer(request),
      cache: {
        get: async (key: string) => {
          await wait(delays.cache);
          return this.#kept(key);
        },
        set: async (key: string, value: unknown, seconds: number, _scope: string[], nx = false) => {
          await wait(delays.cache);
          if (nx && this.#kept(key) !== null) return false;
          this.#cache.set(key, {
            text: JSON.stringify(value),
            until: Date.now() + seconds * 1000,
          });
          return true;
        },
        delete: async (key: string) => {
          await wait(delays.cache);
          return this.#cache.delete(key);
        },
      },
      cursor: { get: async () => null, set: async () => null },
      errors,
    } as unknown as ZObject;
  }

  /** HighLevel takes no token any more that it has given so far. */
  endTokens(): void {
    this.#tokens.clear();
  }

  /** The app is not installed in a sub-account any more. */
  uninstall(locationId: string): void {
    this.#closed.add(locationId);
  }

  /**
   * A run that reads a contact of a sub-account, so many times. Gives what came of it, and for how many seconds it is to
   * wait.
   */
  async run(locationId: string, requests = 1): Promise<{ outcome: Outcome; wait: number }> {
    const bundle = {
      authData: { access_token: 'agency-token', companyId: 'com1', locationId: '' },
      inputData: { locationId },
      meta: {},
    } as unknown as Bundle;
    const perform = withRun(async (run) => {
      for (let count = 0; count < requests; count += 1)
        await run.call('GET /contacts/{contactId}', { contactId: 'c1' });
    });
    try {
      await perform(this.z, bundle);
      return { outcome: 'done', wait: 0 };
    } catch (error) {
      const { name, message } = error as Error;
      const { delay = 0 } = name === 'ThrottledError' ? JSON.parse(message) : {};
      return { outcome: outcomes[name] ?? 'failed', wait: Number(delay) };
    }
  }

  #kept(key: string): unknown {
    const { text = 'null', until = 0 } = this.#cache.get(key) ?? {};
    return until > Date.now() ? JSON.parse(text) : null;
  }

  async #answer({ url, body, headers }: Request): Promise<unknown> {
    this.counts.requests += 1;
    await wait(this.#delays.api / 2);
    const isExchange = url.endsWith('/oauth/locationToken');
    const { status, data, owner } = isExchange
      ? this.#exchange(await textOf(body))
      : this.#read(String(headers?.Authorization));
    await wait(this.#delays.api / 2);
    const content = JSON.stringify(data);
    const known = owner ? this.#limits.headers(owner) : {};
    return {
      status,
      data,
      content,
      request: { headers },
      getHeader: (name: string) => known[name],
      text: async () => content,
    };
  }

  #exchange(form: string) {
    this.counts.exchanges += 1;
    const locationId = new URLSearchParams(form).get('locationId') ?? '';
    if (!this.#limits.take(agency)) {
      this.counts.refusedExchanges += 1;
      return { status: 429, data: {}, owner: agency };
    }
    if (this.#closed.has(locationId))
      return { status: 400, data: { message: 'App is not installed' }, owner: agency };
    const access_token = `${locationId}-${this.counts.exchanges}`;
    this.#tokens.set(access_token, { locationId, until: Date.now() + life * 1000 });
    return { status: 200, data: { access_token, expires_in: life }, owner: agency };
  }

  #read(authorization: string) {
    const token = this.#tokens.get(authorization.replace(/^Bearer /, ''));
    if (!token || token.until < Date.now()) throw new errors.RefreshAuthError();
    if (!this.#limits.take(token.locationId)) {
      this.counts.refusedRequests += 1;
      return { status: 429, data: {}, owner: token.locationId };
    }
    return { status: 200, data: { contact: { id: 'c1' } }, owner: token.locationId };
  }
}

const textOf = async (body: unknown): Promise<string> => {
  if (typeof body === 'string') return body;
  let text = '';
  for await (const part of body as AsyncIterable<Buffer>) text += part.toString();
  return text;
};
