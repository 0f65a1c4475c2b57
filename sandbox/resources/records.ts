import { fail } from '../gateway/errors.ts';
import type { Generation } from '../gateway/generations.ts';

/** What was written, without what was left out. */
export const definedOnly = <T extends object>(write: T) =>
  Object.fromEntries(Object.entries(write).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };

/** Leaves out what is null, as every answer but the search does (api#absent-instead-of-null). */
export const withoutNulls = (record: object) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

/** A moment as most answers write it: 2026-07-17T10:00:00.000Z. */
export const iso = (ms: number) => new Date(ms).toISOString();

/** The record, if there is one. An unknown id is a 400, not a 404 (api#unknown-id). */
export function existing<T>(record: T | undefined, kind: string, id: string | undefined): T {
  if (record === undefined) throw fail(400, `${kind} with id ${id} not found`);
  return record;
}

/** Success has two spellings (api#success-flags). */
export const succeeded = { succeded: true, succeeded: true };

/** The one spelling that v3 has where it has dropped the other (contacts-v3.json, users-v3.json). */
export const succeededIn = (generation: Generation) =>
  generation === 'v3' ? { succeeded: true } : succeeded;

/** A page of records that are in order. */
export const pageOf = <T>(records: T[], skip: number, limit: number): T[] =>
  records.slice(skip, skip + limit);
