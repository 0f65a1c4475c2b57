import {
  type Bundle,
  errors,
  type HttpRequestOptions,
  type Trigger,
  type ZObject,
} from 'zapier-platform-core';
import { startRun } from '../../lib/api/startRun.ts';
import type { Run } from '../../lib/run.ts';
import { isObject, type JsonObject } from '../../lib/values.ts';
import { connection } from './api.ts';

export type Result = Record<string, unknown>;
export type Request = HttpRequestOptions & { url: string };

const hour = 3_600_000;

/** Zapier's z.cursor: one text for each Zap, for an hour (zapier#cursor). */
const cursorOf = () => {
  let kept: { text: string; at: number } | undefined;
  return {
    get: async () => (kept && Date.now() - kept.at < hour ? kept.text : null),
    set: async (text: string) => {
      kept = { text, at: Date.now() };
      return null;
    },
  };
};

/** An answer that many requests may get, since nobody can change it. */
export const freeze = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(Object.freeze(value))) freeze(part);
  return value;
};

const frozenTexts = new WeakMap<object, string>();

/** An answer as JSON; made once of one that nobody can change. */
const textOf = (data: unknown): string => {
  if (!isObject(data) || !Object.isFrozen(data)) return JSON.stringify(data) ?? '';
  const text = frozenTexts.get(data) ?? JSON.stringify(data);
  frozenTexts.set(data, text);
  return text;
};

/** A `z` without zapier-platform-core: each request goes to `answer`, and what it gives is the answer's JSON. */
export const plainZ = (answer: (request: Request) => unknown): ZObject => {
  const kept = new Map<string, { text: string; until: number }>();
  return {
    request: async (request: Request) => {
      const data = await answer(request);
      const getHeader = () => (request.raw ? 'audio/wav' : 'application/json');
      const content = textOf(data);
      const text = async () => content;
      const arrayBuffer = async () => Buffer.from(content);
      const own = { status: 200, request, data, json: data, content };
      return { ...own, getHeader, text, arrayBuffer, body: {} };
    },
    cache: {
      get: async (key: string) => {
        const { text = 'null', until = 0 } = kept.get(key) ?? {};
        return until > Date.now() ? JSON.parse(text) : null;
      },
      set: async (key: string, value: unknown, seconds: number) =>
        Boolean(kept.set(key, { text: JSON.stringify(value), until: Date.now() + seconds * 1000 })),
      delete: async (key: string) => kept.delete(key),
    },
    cursor: cursorOf(),
    dehydrateFile: (_: unknown, inputData: JsonObject) => `hydrate|||${JSON.stringify(inputData)}`,
    stashFile: async () => 'https://files.example.com/1',
    console,
    JSON,
    errors,
  } as unknown as ZObject;
};

/** A bundle as Zapier makes it for each run. */
export const bundleOf = (
  inputData: JsonObject,
  meta: Partial<Bundle['meta']> = {},
  authData: Record<string, string> = connection,
): Bundle =>
  ({
    authData: { ...authData },
    inputData,
    inputDataRaw: {},
    meta: { page: 0, limit: -1, timezone: 'America/New_York', ...meta },
  }) as unknown as Bundle;

/** A run without zapier-platform-core, without inputs. @param answer what each request is answered with */
export const runOf = (answer: (request: Request) => unknown): Run =>
  startRun(plainZ(answer), bundleOf({}));

export type Perform = (z: ZObject, bundle: Bundle) => Promise<unknown>;
export const performOf = (operation: { operation: object }): Perform =>
  (operation.operation as { perform: Perform }).perform;

/** What asks HighLevel for records: an instant trigger lists them for the editor’s test, the others are polled. */
export const readingOf = ({ operation }: { operation: object }): Perform =>
  'performList' in operation
    ? (operation.performList as Perform)
    : (operation as { perform: Perform }).perform;

/**
 * The fields by which Zapier tells a trigger's records apart: the static outputFields marked primary, else `id`
 * (zapier#primary-keys).
 */
export const primaryKeys = ({ operation }: Trigger): string[] => {
  const primary = (operation.outputFields ?? []).flatMap((field) =>
    'primary' in field && field.primary ? [field.key] : [],
  );
  return primary.length > 0 ? primary : ['id'];
};

/** Zapier runs this many new records of one poll; more are held until the person lets them go (zapier#flood). */
const flood = 100;

/**
 * A Zap that is on, by Zapier's own rules: the first poll only seeds (zapier#first-poll); a record is new when nobody
 * has seen its primary keys; results come newest first and run oldest first; one call per poll
 * (zapier#one-call-per-poll); at most 100 new records run, the rest is held.
 */
export class Zap {
  /** Every record that reached the person, in the order in which the Zap ran. */
  readonly fired: Result[] = [];
  /** How many of them were held. */
  held = 0;
  readonly cursor = cursorOf();
  readonly #seen = new Set<string>();
  readonly #z: ZObject;
  readonly #trigger: Trigger;
  readonly #input: JsonObject;

  constructor(trigger: Trigger, input: JsonObject, z: ZObject) {
    this.#trigger = trigger;
    this.#input = input;
    this.#z = { ...z, cursor: this.cursor } as unknown as ZObject;
  }

  async turnOn(): Promise<number> {
    this.#seen.clear();
    return (await this.#new({ isPopulatingDedupe: true })).length;
  }

  /** The records that fire at this poll, oldest first. A poll that fails fires nothing and forgets nothing. */
  async poll(): Promise<Result[]> {
    const found = (await this.#new({})).reverse();
    this.fired.push(...found);
    this.held += Math.max(0, found.length - flood);
    return found;
  }

  async #new(meta: Partial<Bundle['meta']>): Promise<Result[]> {
    const bundle = bundleOf({ ...this.#input }, meta);
    const results = (await performOf(this.#trigger)(this.#z, bundle)) as Result[];
    const keys = primaryKeys(this.#trigger);
    const found = new Map<string, Result>();
    for (const record of results) {
      const values = keys.map((key) => record[key]);
      if (!values.every((value) => ['string', 'number', 'boolean'].includes(typeof value)))
        throw new Error(`A primary key is no plain value: ${JSON.stringify(values)}`);
      const key = values.join(' ');
      if (found.has(key)) throw new Error(`Twice in one poll: ${key}`);
      found.set(key, record);
    }
    const fresh = [...found].filter(([key]) => !this.#seen.has(key));
    for (const [key] of fresh) this.#seen.add(key);
    return fresh.map(([, record]) => record);
  }
}
