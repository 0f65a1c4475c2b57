import * as zod from 'zod';

/** A page size in a query: a number in text, with a default; above the maximum it is refused with 400. */
export const limit = (max: number, byDefault: number) =>
  zod.coerce.number().int().min(1).max(max).default(byDefault);

/** How many records to skip: a number in text. */
export const skip = zod.coerce.number().int().min(0).default(0);

/** A required text: missing and empty are both refused. */
export const text = zod.string().min(1);

/** An email, letters of any alphabet included: jürgen@müller.example. */
export const email = zod.email({ pattern: zod.regexes.unicodeEmail });

/** An ISO date, with or without time, as class-validator's IsDateString takes it. */
export const isoDate = zod.union(
  [zod.iso.datetime({ offset: true, local: true }), zod.iso.date()],
  { error: 'must be a valid ISO 8601 date string' },
);

/** A text that may be left out; an empty one passes. */
export const optionalText = zod.string().optional();

/** The query of a list that is not narrowed further. */
export const located = zod.strictObject({ locationId: text });
