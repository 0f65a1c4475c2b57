import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import zapier from 'zapier-platform-core';
import App from '../index.ts';
import { privateToken } from '../privateToken.ts';
import { cursorWith } from './cursor.ts';
import type { Input, Result } from './station.ts';

/** A field as the editor shows it. */
export interface Field {
  key: string;
  label?: string;
  type?: string;
  required?: boolean;
  list?: boolean;
  default?: string;
  helpText?: string;
  dynamic?: string;
  search?: string;
  group?: string;
  altersDynamicFields?: boolean;
  dependsOn?: string[];
  choices?: Record<string, string> | string[] | { value: string; label: string }[];
  children?: Field[];
  placeholder?: string;
}

/** A field of a result, as a later step of a Zap shows it. */
export interface OutputField {
  key: string;
  label?: string;
  type?: string;
}

/** One HTTP request of the app with its answer, as core logs it: every secret is replaced. */
export interface Exchange {
  method: string;
  url: string;
  requestHeaders: string;
  requestBody: string;
  status: number;
  responseHeaders: string;
  answer: string;
  milliseconds: number;
}

/** What somebody posted to the URL of a Zap. */
export interface Posted {
  headers: Record<string, string>;
  content: string;
}

/** How a call is made: what Zapier tells the app about it, and who listens to its HTTP requests. */
export interface Circumstances extends Meta {
  heard?: (exchange: Exchange) => void;
  /** What an instant trigger is called with. */
  posted?: Posted;
  /** Which Zap it is, if two have the same trigger, filled in alike. */
  zap?: string;
}

/** A post as Zapier hands it over: as it came, and parsed (zapier#hook-requests). */
const requestsOf = ({ headers, content }: Posted): object => {
  const rawRequest = { method: 'POST', querystring: '', headers, content };
  try {
    return { rawRequest, cleanedRequest: JSON.parse(content) };
  } catch {
    return { rawRequest, cleanedRequest: {} };
  }
};

interface Core {
  createAppHandler: (app: object) => (event: object) => Promise<{ results: unknown }>;
}

// core ends its process when it has grown large, since a Lambda can be replaced; a local run cannot
// (zapier#memory-limit).
const constants = createRequire(resolve('package.json'))('zapier-platform-core/src/constants') as {
  KILL_MAX_LIMIT: number;
};
constants.KILL_MAX_LIMIT = Number.POSITIVE_INFINITY;

export type Kind = 'triggers' | 'creates' | 'searches';
export type AccountKind = 'sub-account' | 'agency';

export interface Meta {
  isLoadingSample?: boolean;
  isFillingDynamicDropdown?: boolean;
  isPopulatingDedupe?: boolean;
  page?: number;
  limit?: number;
}

const collections = { triggers: App.triggers, creates: App.creates, searches: App.searches };

/** Whether a key is a trigger, a create or a search. */
export const kindOf = (key: string): Kind => {
  const kinds = Object.keys(collections) as Kind[];
  const kind = kinds.find((one) => key in (collections[one] ?? {}));
  if (!kind) throw new Error(`The app has no operation called ${key}.`);
  return kind;
};

/** Whether a trigger waits for posts instead of being polled. */
export const isInstant = (key: string): boolean => {
  const operation = collections.triggers?.[key]?.operation;
  return operation !== undefined && 'type' in operation && operation.type === 'hook';
};

/** What a person who runs a Zap would read of an error, without the trace that core puts behind it. */
export const messageOf = (error: unknown): string => {
  const text = (error instanceof Error ? error.message : String(error))
    .replace(/\n\nConsole logs:[\s\S]*$/, '')
    .replace(/\nWhat happened:\n[\s\S]*$/, '');
  try {
    return (JSON.parse(text) as { message?: string }).message ?? text;
  } catch {
    return text;
  }
};

// core marks what it hides with a length and a fingerprint of the secret.
const hidden = (value: unknown): string =>
  (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)).replace(
    /:censored:\d+:\w+:/g,
    '•••',
  );

const exchangeOf = (log: Record<string, unknown>): Exchange => ({
  method: String(log.request_method),
  url: hidden(`${log.request_url}${log.request_params ? `?${log.request_params}` : ''}`),
  requestHeaders: hidden(log.request_headers),
  requestBody: hidden(log.request_data),
  status: Number(log.response_status_code),
  responseHeaders: hidden(log.response_headers),
  answer: hidden(log.response_content),
  milliseconds: Number(log.request_duration_ms ?? 0),
});

/**
 * Zapier's part, as far as a local run needs it: it calls the app through zapier-platform-core exactly as Zapier's
 * servers do (one event per call), keeps the connection, refreshes it when core asks for it, and keeps z.cache.
 */
export class LocalZapier {
  authData: Record<string, string> = {};
  readonly #handlers = new Map<string, ReturnType<Core['createAppHandler']>>();
  #cache: object = {};
  /** What z.cursor keeps for each Zap, that is for a trigger with its fields filled in. */
  readonly #cursors = new Map<string, string | undefined>();
  #refreshing: Promise<unknown> | undefined;
  /** Where core reaches the part of Zapier that keeps files; without it files cannot be fetched. */
  readonly #rpcUrl: string | undefined;
  readonly #alone: boolean;

  /** @param options `alone`: core, which copies the whole app at every call, sees only the operation that is called */
  constructor(options: { rpcUrl?: string; alone?: boolean } = {}) {
    this.#rpcUrl = options.rpcUrl;
    this.#alone = options.alone ?? false;
    // core does not call its RPC without a key, whatever it is.
    if (options.rpcUrl) process.env.ZAPIER_DEPLOY_KEY ||= 'local';
  }

  #handlerFor(method: string): ReturnType<Core['createAppHandler']> {
    const part = this.#alone ? method.replace(/\.operation\..*/, '') : '';
    // Which way the person signed in decides what core does with a 401.
    const authentication = this.authData.privateToken ? privateToken : App.authentication;
    const name = `${authentication?.type} ${part}`;
    const known = this.#handlers.get(name);
    if (known) return known;
    const [kind = '', key = ''] = part.split('.');
    const only = (one: Kind) => (kind === one ? { [key]: collections[one]?.[key] } : {});
    const app = this.#alone
      ? {
          ...App,
          authentication,
          triggers: only('triggers'),
          creates: only('creates'),
          searches: only('searches'),
          searchOrCreates: {},
        }
      : { ...App, authentication };
    // core exports it, its types leave it out.
    const handler = (zapier as unknown as Core).createAppHandler(app);
    this.#handlers.set(name, handler);
    return handler;
  }

  async #execute(method: string, inputData: Input, given: Circumstances = {}): Promise<unknown> {
    const { heard, posted, zap: name = '', ...meta } = given;
    const zap = JSON.stringify([method, inputData, name]);
    const { cursorTestObj, left } = cursorWith(this.#cursors.get(zap));
    const event = {
      command: 'execute',
      method,
      // core checks results strictly (unique ids, right shapes) when it thinks that the CLI calls
      // (zapier#result-checks).
      calledFromCli: true,
      bundle: {
        authData: this.authData,
        inputData,
        meta: { page: 0, limit: -1, timezone: 'America/New_York', ...meta },
        ...(posted ? requestsOf(posted) : {}),
      },
      zcacheTestObj: this.#cache,
      cursorTestObj,
      ...(this.#rpcUrl ? { rpc_base: this.#rpcUrl } : {}),
      ...(heard && {
        customLogger: (_message: string, log: Record<string, unknown>) => {
          if (log.log_type === 'http') heard(exchangeOf(log));
        },
      }),
    };
    const { results } = await this.#handlerFor(method)(event);
    this.#cursors.set(zap, left());
    return results;
  }

  /** Calls a method of the app; when the token has run out, refreshes it and calls once more, as Zapier does. */
  async call(method: string, inputData: Input = {}, meta: Circumstances = {}): Promise<unknown> {
    const { access_token: used } = this.authData;
    try {
      return await this.#execute(method, inputData, meta);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'RefreshAuthError') throw error;
      if (used === this.authData.access_token) await this.#refresh();
      return this.#execute(method, inputData, meta);
    }
  }

  /** Refreshes once for all calls that wait for it, because a refresh token works only once. */
  async #refresh(): Promise<void> {
    this.#refreshing ??= this.#execute('authentication.oauth2Config.refreshAccessToken', {})
      .then((fresh) => {
        this.authData = { ...this.authData, ...(fresh as Record<string, string>) };
      })
      .finally(() => {
        this.#refreshing = undefined;
      });
    await this.#refreshing;
  }

  /** The address of the page where the person grants access. */
  async authorizeUrl(account: AccountKind, redirectUri: string, state: string): Promise<string> {
    const inputData = { account: account.replace('-', '_'), redirect_uri: redirectUri, state };
    return String(await this.call('authentication.oauth2Config.authorizeUrl', inputData));
  }

  /** Ends the OAuth flow with the code that came back, and tests the connection; gives its label. */
  async finishConnection(account: AccountKind, code: string, redirectUri: string): Promise<string> {
    const answer = { account: account.replace('-', '_') };
    const inputData = { ...answer, code, redirect_uri: redirectUri };
    const tokens = await this.call('authentication.oauth2Config.getAccessToken', inputData);
    return this.#keep({ ...answer, ...(tokens as Record<string, string>) });
  }

  /** Connects with what a person filled in: a Private Integration Token and an ID. Gives the label of the connection. */
  connectWithToken(filledIn: Record<string, string>): Promise<string> {
    return this.#keep(filledIn);
  }

  /** Keeps what a connection consists of, and tests it; gives its label. */
  async #keep(authData: Record<string, string>): Promise<string> {
    this.authData = authData;
    this.#cache = {};
    const tested = (await this.call('authentication.test')) as Record<string, string>;
    const template = App.authentication?.connectionLabel;
    if (typeof template !== 'string') return tested.name ?? '';
    return template.replace(/\{\{(\w+)\}\}/g, (_, key: string) => tested[key] ?? '');
  }

  /** The form of an operation with what is filled in so far: static, dynamic and custom fields. */
  async fields(key: string, inputData: Input = {}): Promise<Field[]> {
    return (await this.call(`${kindOf(key)}.${key}.operation.inputFields`, inputData)) as Field[];
  }

  /** The fields of an operation's result, those included that only the connection knows. */
  async outputFields(key: string, inputData: Input = {}): Promise<OutputField[]> {
    const method = `${kindOf(key)}.${key}.operation.outputFields`;
    return (await this.call(method, inputData)) as OutputField[];
  }

  /** Fetches a file that a result only promises (zapier#hydration); gives the address where Zapier keeps it. */
  async hydrate(promise: string): Promise<string> {
    const [, payload = '{}'] = promise.split('|||');
    const { method, bundle } = JSON.parse(payload) as { method: string; bundle: Input };
    // Whoever fills in a form of HighLevel can write such a text; Zapier tells it by a signature.
    if (!/^hydrators\.\w+$/.test(method)) throw new Error('This is no file that the app promises.');
    return String(await this.call(method, bundle));
  }

  /** A page of a dropdown: value and label of each choice. */
  async choices(
    dynamic: string,
    inputData: Input = {},
    page = 0,
  ): Promise<{ value: string; label: string }[]> {
    const [trigger = '', value = 'id', label = 'name'] = dynamic.split('.');
    const meta = { isFillingDynamicDropdown: true, page };
    const records = await this.call(`triggers.${trigger}.operation.perform`, inputData, meta);
    return (records as Result[]).map((one) => ({
      value: String(one[value] ?? ''),
      label:
        label
          .split(',')
          .map((key) => one[key])
          .filter(Boolean)
          .join(' ') || String(one[value] ?? ''),
    }));
  }

  /** Runs an operation; a create's record comes as a list of one. An instant trigger that nobody posts to lists. */
  async run(key: string, inputData: Input, meta: Circumstances = {}): Promise<Result[]> {
    const name = isInstant(key) && !meta.posted ? 'performList' : 'perform';
    const results = await this.call(`${kindOf(key)}.${key}.operation.${name}`, inputData, meta);
    return [results].flat() as Result[];
  }

  /** The values by which Zapier tells a trigger's records apart: the outputFields marked primary, else `id`. */
  dedupeKey(key: string, one: Result): string {
    const fields = App.triggers?.[key]?.operation.outputFields ?? [];
    const primary = fields.flatMap((field) =>
      typeof field === 'object' && 'primary' in field && field.primary ? [field.key] : [],
    );
    return JSON.stringify((primary.length > 0 ? primary : ['id']).map((name) => one[name] ?? null));
  }
}
