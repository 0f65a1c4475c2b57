import zapier from 'zapier-platform-core';
import App from '../index.ts';
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
  choices?: Record<string, string> | string[] | { value: string; label: string }[];
  children?: Field[];
}

interface Core {
  createAppHandler: (app: object) => (event: object) => Promise<{ results: unknown }>;
}

export type Kind = 'triggers' | 'creates' | 'searches';
export type AccountKind = 'sub-account' | 'agency';

interface Meta {
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

/** What a person who runs a Zap would read of an error. */
export const messageOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  try {
    return (JSON.parse(text) as { message?: string }).message ?? text;
  } catch {
    return text;
  }
};

/**
 * Zapier's part, as far as a local run needs it: it calls the app through zapier-platform-core exactly as Zapier's
 * servers do (one event per call), keeps the connection, refreshes it when core asks for it, and keeps z.cache.
 */
export class LocalZapier {
  authData: Record<string, string> = {};
  // core exports it, its types leave it out.
  readonly #handle = (zapier as unknown as Core).createAppHandler(App);
  #cache: object = {};

  async #execute(method: string, inputData: Input, meta: Meta = {}): Promise<unknown> {
    const event = {
      command: 'execute',
      method,
      // core checks results strictly (unique ids, right shapes) when it thinks that the CLI calls.
      calledFromCli: true,
      bundle: {
        authData: this.authData,
        inputData,
        meta: { page: 0, limit: -1, timezone: 'America/New_York', ...meta },
      },
      zcacheTestObj: this.#cache,
    };
    const { results } = await this.#handle(event);
    return results;
  }

  /** Calls a method of the app; when the token has run out, refreshes it and calls once more, as Zapier does. */
  async call(method: string, inputData: Input = {}, meta: Meta = {}): Promise<unknown> {
    try {
      return await this.#execute(method, inputData, meta);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'RefreshAuthError') throw error;
      const fresh = await this.#execute('authentication.oauth2Config.refreshAccessToken', {});
      this.authData = { ...this.authData, ...(fresh as Record<string, string>) };
      return this.#execute(method, inputData, meta);
    }
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
    this.authData = { ...answer, ...(tokens as Record<string, string>) };
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

  /** Runs an operation; a create's record comes as a list of one. */
  async run(key: string, inputData: Input, meta: Meta = {}): Promise<Result[]> {
    const results = await this.call(`${kindOf(key)}.${key}.operation.perform`, inputData, meta);
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
