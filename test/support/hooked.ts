import { generateKeyPairSync, sign } from 'node:crypto';
import zapier, { type Trigger } from 'zapier-platform-core';
import { beforeRequest, flags } from '../../middleware.ts';
import { cursorWith } from '../../tour/cursor.ts';
import { connection } from './api.ts';

type Result = Record<string, unknown>;

interface Core {
  createAppHandler: (app: object) => (event: object) => Promise<{ results: unknown }>;
}

/** What Zapier keeps for a connection: `z.cache`. */
export interface Shared {
  cache: object;
  authData?: Record<string, string>;
}

interface Posted {
  headers?: Record<string, string>;
  /** Zapier hands over only what it has parsed. */
  isCleanedOnly?: boolean;
}

/** A Zap with an instant trigger that is on: it has a URL of its own, to which `post` posts. */
export class HookedZap {
  readonly #trigger: Trigger;
  readonly #shared: Shared;
  readonly #input: Result;
  #cursor: string | undefined;

  constructor(trigger: Trigger, shared: Shared = { cache: {} }, input: Result = {}) {
    this.#trigger = trigger;
    this.#shared = shared;
    this.#input = input;
  }

  /** The records with which the Zap fires. @param body a text goes as it is, all else as JSON */
  async post(
    body: unknown,
    { headers = {}, isCleanedOnly = false }: Posted = {},
  ): Promise<Result[]> {
    const content = typeof body === 'string' ? body : JSON.stringify(body);
    const own = { 'Content-Type': 'application/json', ...headers };
    const rawRequest = { method: 'POST', querystring: '', headers: own, content };
    return this.#call('perform', {
      ...(isCleanedOnly ? {} : { rawRequest }),
      cleanedRequest: typeof body === 'string' ? {} : body,
    });
  }

  /** What the editor’s test shows. */
  test(): Promise<Result[]> {
    return this.#call('performList', {});
  }

  /** An hour without an event, after which Zapier forgets the cursor. */
  forgetCursor(): void {
    this.#cursor = undefined;
  }

  async #call(name: 'perform' | 'performList', requests: object): Promise<Result[]> {
    const { key } = this.#trigger;
    const app = {
      version: '1.0.0',
      platformVersion: zapier.version,
      authentication: { type: 'oauth2', test: {}, oauth2Config: { autoRefresh: true } },
      beforeRequest: [beforeRequest],
      flags,
      triggers: { [key]: this.#trigger },
    };
    const { cursorTestObj, left } = cursorWith(this.#cursor);
    const { authData = connection, cache } = this.#shared;
    // core exports it, its types leave it out.
    const { results } = await (zapier as unknown as Core).createAppHandler(app)({
      command: 'execute',
      method: `triggers.${key}.operation.${name}`,
      bundle: { authData, inputData: this.#input, meta: {}, ...requests },
      zcacheTestObj: cache,
      cursorTestObj,
    });
    this.#cursor = left();
    return results as Result[];
  }
}

const { publicKey, privateKey } = generateKeyPairSync('ed25519');

/** The public half of the pair with which tests sign, as HIGHLEVEL_WEBHOOK_KEY. */
export const testKey = publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** The header of an app webhook, signed by the tests’ own pair. */
export const signed = (content: string): Record<string, string> => ({
  'X-GHL-Signature': sign(null, Buffer.from(content), privateKey).toString('base64'),
});
