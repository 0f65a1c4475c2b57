import { endpointOf, parseRoute } from '../lib/api/endpoints.ts';
import { buildRequest } from '../lib/api/requests.ts';
import { asObject, isObject, type JsonObject } from '../lib/values.ts';
import { withoutPersonalData } from './discretion.ts';
import type { Gateway, Recorded } from './gateway.ts';
import { routeOf } from './routes.ts';
import { Stopped } from './stopped.ts';

/** An answer to a probe. */
export interface Answer {
  status: number;
  isFine: boolean;
  body: JsonObject;
  isList: boolean;
  /** What HighLevel says of a refusal, fit to be shown. */
  words: string;
}

/** Why something could not be tried. */
export class NotTried extends Error {}

interface Setting {
  gateway: Gateway;
  locationId: string;
  companyId: string;
  /** What was read before: it has the tokens. */
  recorded: readonly Recorded[];
  /** Waits for HighLevel’s search to see what was written (api#search-index-lag). */
  settle: () => Promise<void>;
}

interface Undo {
  what: string;
  run: () => Promise<Answer>;
}

interface Options {
  version?: string;
  /** Headers that are left out. */
  without?: string[];
}

const wordsOf = (body: JsonObject): string =>
  [body.message ?? body.error ?? body.msg ?? '']
    .flat()
    .map((one) => (typeof one === 'string' ? one : ''))
    .join('; ');

/** An answer as JSON; empty if it is none. */
const bodyOf = (text: string): JsonObject => {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
};

const answerOf = ({ status, answer }: Recorded): Answer => {
  const body = bodyOf(answer);
  const isFine = status < 300;
  const words = isFine ? '' : withoutPersonalData(wordsOf(body));
  if (/not authorized for this scope/i.test(words))
    throw new NotTried('The token lacks the scope for it.');
  return { status, isFine, body, words, isList: answer.startsWith('[') };
};

/** Where single questions are put to an account, and what is made for them is removed at the end. */
export class Lab {
  readonly locationId: string;
  readonly companyId: string;
  readonly settle: () => Promise<void>;
  readonly #gateway: Gateway;
  readonly #bearers = new Map<string, string>();
  readonly #undos: Undo[] = [];
  readonly #made = new Map<string, Promise<JsonObject>>();
  #isStopped = false;
  #isCleaning = false;

  constructor({ gateway, locationId, companyId, recorded, settle }: Setting) {
    this.#gateway = gateway;
    this.locationId = locationId;
    this.companyId = companyId;
    this.settle = settle;
    for (const one of recorded) {
      const route = routeOf(one);
      const bearer = one.headers.authorization;
      if (!route || !bearer || one.status >= 300) continue;
      const { token } = endpointOf(route);
      this.#bearers.set(token, bearer);
    }
  }

  /** Lets no further question through: what was made is removed, and the run ends. */
  stop(): void {
    this.#isStopped = true;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Whether the connection is an agency’s. */
  get hasAgency(): boolean {
    return this.#bearers.has('agency');
  }

  /**
   * Sends one request.
   * @param route a statement like `GET /contacts/{contactId}`
   * @param input fills the `{names}` of the route; the rest becomes the query of a read, else the JSON body
   */
  ask(route: string, input: JsonObject, options: Options = {}): Promise<Answer> {
    const { version, token } = endpointOf(route);
    const bearer = this.#bearers.get(token) ?? this.#bearers.get('either');
    return this.#send(route, input, { version, bearer, ...options });
  }

  /** The same for a route that the app has no line for, or not for this kind of connection: with the token that is there. */
  askAs(route: string, input: JsonObject, version = '2021-07-28'): Promise<Answer> {
    const bearer = this.#bearers.get('sub-account') ?? [...this.#bearers.values()][0];
    return this.#send(route, input, { version, bearer });
  }

  async #send(
    route: string,
    input: JsonObject,
    { version, bearer, without = [] }: Options & { bearer: string | undefined },
  ): Promise<Answer> {
    if (this.#isStopped && !this.#isCleaning) throw new Stopped();
    if (!bearer) throw new NotTried('This connection has no token for it.');
    const { method, path, query } = parseRoute(route);
    const request = buildRequest({ method, path, query }, input);
    const body = String(request.body ?? '');
    const headers = Object.fromEntries(
      Object.entries({
        accept: 'application/json',
        authorization: bearer,
        version: version ?? '',
        'content-type': body && 'application/json',
      }).filter(([name, value]) => value && !without.includes(name)),
    );
    return answerOf(await this.#gateway.send({ method, target: request.url, headers, body }));
  }

  /** The records of a list. */
  async list(route: string, input: JsonObject, key: string): Promise<JsonObject[]> {
    const { body, isFine, status, words } = await this.ask(route, input);
    if (!isFine) throw new NotTried(`The list was refused: ${status} ${words}`.trim());
    const inner = body[key];
    return Array.isArray(inner) ? inner.filter(isObject) : [];
  }

  /** What is made for the probes: the first who asks makes it. */
  make(name: string, make: () => Promise<JsonObject>): Promise<JsonObject> {
    const known = this.#made.get(name) ?? make();
    this.#made.set(name, known);
    return known;
  }

  /** Remembers how something is removed that has been made, or is about to be. */
  later(what: string, run: () => Promise<Answer>): void {
    this.#undos.push({ what, run });
  }

  /** Removes all that was made, last things first, whatever fails. Gives what is left. */
  async clean(): Promise<string[]> {
    this.#isCleaning = true;
    const left: string[] = [];
    for (const { what, run } of this.#undos.splice(0).reverse()) {
      const answer = await run().catch(() => undefined);
      // What is not there any more needs no removing.
      const isGone =
        answer && (answer.isFine || answer.status === 404 || /not found/i.test(answer.words));
      if (!isGone) left.push(what);
    }
    this.#isCleaning = false;
    return left;
  }
}
