import { isEmpty, type JsonObject } from '../values.ts';

const numbers = new WeakMap<object, number[]>();

/** The rows of a list that say something. They keep their numbers, for messages. */
export const filledRows = (rows: unknown[]): unknown[] => {
  const filled = rows
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ row }) => !isEmpty(row));
  const left = filled.map(({ row }) => row);
  numbers.set(
    left,
    filled.map(({ number }) => number),
  );
  return left;
};

/** The number of a row as the person sees it, who may have left rows before it empty. */
export const rowNumber = (list: unknown, index: number): number =>
  (Array.isArray(list) ? numbers.get(list)?.[index] : undefined) ?? index + 1;

/** Hands the numbers of rows on to the same lists after validation, which makes new ones. */
export const keepRowNumbers = (input: JsonObject, values: JsonObject): void => {
  for (const [name, list] of Object.entries(input)) {
    const { [name]: validated } = values;
    const known = Array.isArray(list) && numbers.get(list);
    if (known && Array.isArray(validated)) numbers.set(validated, known);
  }
};
