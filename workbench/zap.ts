import { secretInputs } from '../lib/api/redact.ts';
import type { Input, Result } from '../tour/station.ts';
import { type Exchange, type LocalZapier, messageOf } from '../tour/zapier.ts';
import { Watch } from './polls.ts';

/** One run of the Zap: a record that fired, and what the action made of it. */
export interface Run {
  number: number;
  at: Date;
  record: Result;
  input: Input;
  result?: Result;
  error?: string;
  exchanges: Exchange[];
  milliseconds: number;
}

/** An input as a page may show it. */
export const withoutSecrets = (input: Input): Input =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, secretInputs.includes(key) ? '•••' : value]),
  );

/** A trigger's field in an action's form: `{{trigger.email}}`. The word in front keeps HighLevel's own merge tags apart. */
export const tokenOf = (key: string): string => `{{trigger.${key}}}`;

const tokens = /\{\{\s*trigger\.([^{}]+?)\s*\}\}/g;

/** A value of a record by the key of its output field: `customField__plan`, `attendees[]email`. */
export const lookUp = (record: unknown, key: string): unknown =>
  key
    .split(/__|(?=\[\])/)
    .flatMap((part) => (part.startsWith('[]') ? ['[]', part.slice(2)] : [part]))
    .filter(Boolean)
    .reduce<unknown>((value, part) => {
      if (part === '[]') return Array.isArray(value) ? value : [];
      if (Array.isArray(value)) return value.map((item) => (item as Result | null)?.[part]);
      return typeof value === 'object' && value !== null ? (value as Result)[part] : undefined;
    }, record);

const asText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Line items of lists: one row per value, as Zapier makes them. */
const rowsOf = (row: Input): Input[] => {
  const length = Math.max(1, ...Object.values(row).map((v) => (Array.isArray(v) ? v.length : 1)));
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, Array.isArray(value) ? value[index] : value]),
    ),
  );
};

const isRow = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fills the mapped fields of an input with a record's values. A field that is one token alone keeps lists as lists. */
export const mapped = (value: unknown, record: Result): unknown => {
  if (typeof value === 'string') {
    const [whole, key = ''] = /^\{\{\s*trigger\.([^{}]+?)\s*\}\}$/.exec(value) ?? [];
    if (whole) return lookUp(record, key) ?? '';
    return value.replace(tokens, (_, name: string) => asText(lookUp(record, name)));
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const filled = mapped(item, record);
      return isRow(filled) ? rowsOf(filled) : filled;
    });
  }
  if (!isRow(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, mapped(part, record)]),
  );
};

/** A Zap that is switched on: polls its trigger, and runs its action for each record that fires. */
export class Zap {
  readonly #zapier: LocalZapier;
  readonly watch: Watch;
  readonly actionKey: string;
  readonly #actionInput: Input;
  readonly runs: Run[] = [];
  lastPoll: Date | undefined;
  /** Why the last poll failed; Zapier polls again all the same. */
  trouble: string | undefined;
  #polling: Promise<void> | undefined;

  constructor(
    zapier: LocalZapier,
    trigger: { key: string; input: Input },
    action: { key: string; input: Input },
  ) {
    this.#zapier = zapier;
    this.watch = new Watch(zapier, trigger.key, trigger.input);
    this.actionKey = action.key;
    this.#actionInput = action.input;
  }

  /** Polls once and runs what fired, oldest first. Who asks while a poll runs waits for that one. */
  poll(): Promise<void> {
    this.#polling ??= this.#poll().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  async #poll(): Promise<void> {
    try {
      const { fired } = await this.watch.poll();
      this.trouble = undefined;
      for (const record of fired.toReversed()) await this.#run(record);
    } catch (error) {
      this.trouble = messageOf(error);
    }
    this.lastPoll = new Date();
  }

  async #run(record: Result): Promise<void> {
    const input = mapped(this.#actionInput, record) as Input;
    const run: Run = {
      number: this.runs.length + 1,
      at: new Date(),
      record,
      input,
      exchanges: [],
      milliseconds: 0,
    };
    const start = performance.now();
    try {
      const heard = (exchange: Exchange) => run.exchanges.push(exchange);
      run.result = (await this.#zapier.run(this.actionKey, input, { heard }))[0] ?? {};
    } catch (error) {
      run.error = messageOf(error);
    }
    run.milliseconds = Math.round(performance.now() - start);
    this.runs.push(run);
  }
}
