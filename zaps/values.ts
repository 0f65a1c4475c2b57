import { isChoice, type Mapping, type Values } from './zap.ts';

/** What step `step` gave at `path`. */
export type Lookup = (step: number, path: string) => unknown;

const token = /\{\{\s*(\d+)\.([^{}]+?)\s*\}\}/g;
const tokenAlone = /^\{\{\s*(\d+)\.([^{}]+?)\s*\}\}$/;

/** The word in a field that stands for a value of an earlier step. */
export const tokenOf = (step: number, path: string): string => `{{${step}.${path}}}`;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The value at a path: `contact.tags`, `attendees.email` (of each), `contacts.0.email` (of the first). A name that has
 * dots in itself wins.
 */
export const lookUp = (value: unknown, path: string): unknown => {
  if (isObject(value) && Object.hasOwn(value, path)) return value[path];
  if (path === '') return value;
  const [key = '', ...rest] = path.split('.');
  if (Array.isArray(value))
    return /^\d+$/.test(key)
      ? lookUp(value[Number(key)], rest.join('.'))
      : value.flatMap((one) => lookUp(one, path));
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
  return rest.length === 0 ? value[key] : lookUp(value[key], rest.join('.'));
};

/** Looks up the results of the steps so far, the trigger's first. */
export const lookupIn =
  (results: (Values | undefined)[]): Lookup =>
  (step, path) =>
    lookUp(results[step - 1], path);

/** A value as it stands within a text. */
export const asText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** A text with its tokens filled; a token alone keeps the type of what it stands for, so that a list stays a list. */
export const fill = (text: string, of: Lookup): unknown => {
  const alone = tokenAlone.exec(text);
  if (alone) return of(Number(alone[1]), alone[2] ?? '');
  return text.replace(token, (_, step: string, path: string) => asText(of(Number(step), path)));
};

/** The tokens of a text or a mapping, in order. */
export const tokensIn = (value: unknown): { step: number; path: string }[] => {
  if (typeof value === 'string')
    return [...value.matchAll(token)].map(([, step, path = '']) => ({ step: Number(step), path }));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(tokensIn) : [];
};

/** The same value with every token's step number changed; 0 stands for a step that is no longer there. */
export const renumber = <T>(value: T, to: (step: number) => number): T => {
  if (typeof value === 'string')
    return value.replace(token, (_, step: string, path: string) =>
      tokenOf(to(Number(step)), path),
    ) as T;
  if (Array.isArray(value)) return value.map((one) => renumber(one, to)) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, renumber(part, to)]),
  ) as T;
};

/** Line items that were mapped from lists: one row per value, as Zapier makes them. */
const rowsOf = (row: Values): Values[] => {
  const lengths = Object.values(row).map((one) => (Array.isArray(one) ? one.length : 1));
  return Array.from({ length: Math.max(1, ...lengths) }, (_, index) =>
    Object.fromEntries(
      Object.entries(row).map(([key, one]) => [key, Array.isArray(one) ? one[index] : one]),
    ),
  );
};

/** What a filled-in form comes to once the tokens are known. */
export interface Filling {
  of: Lookup;
  now: () => number;
  /** What the person chose, for the recipes whose choices are still in words. */
  chosen?: Values;
}

const filledValue = (key: string, value: unknown, filling: Filling): unknown => {
  if (isChoice(value)) {
    if (!filling.chosen || !(key in filling.chosen))
      throw new Error(`Nothing is chosen for “${key}”: ${value.choose}.`);
    return filling.chosen[key];
  }
  if (typeof value === 'string') {
    const present = () => new Date(filling.now()).toISOString();
    return fill(value.replaceAll('{{zap_meta_utc_iso}}', present), filling.of);
  }
  if (Array.isArray(value))
    return value.flatMap((one) => {
      const filled = filledValue(key, one, filling);
      return isObject(filled) && tokensIn(one).length > 0 ? rowsOf(filled) : filled;
    });
  return isObject(value) ? fillMapping(value, filling) : value;
};

/** A form with every token filled. Throws if a choice was not made. */
export const fillMapping = (map: Mapping, filling: Filling): Values =>
  Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, filledValue(key, value, filling)]),
  );
