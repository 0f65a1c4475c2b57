import type { Result } from '../../tour/station.ts';
import { type Field, fits, type Operation, outputsOf, valuesAt } from '../support/checks.ts';
import type { Exchanged, Finding } from './documents.ts';
import { judge } from './judge.ts';

const isObject = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const addPaths = (value: unknown, at: string, into: Set<string>): void => {
  if (isEmpty(value)) return;
  into.add(at);
  if (Array.isArray(value)) for (const item of value) addPaths(item, `${at}[]`, into);
  else if (isObject(value))
    for (const key of Object.keys(value)) addPaths(value[key], at ? `${at}.${key}` : key, into);
};

/** The ways to every value of records that says something: `dndSettings.SMS.status`, `customFields[].id`. */
const pathsOf = (records: unknown[]): Set<string> => {
  const paths = new Set<string>();
  for (const one of records) addPaths(one, '', paths);
  return paths;
};

const isDynamic = ({ operation }: Operation): boolean =>
  (operation.outputFields ?? []).some((field) => typeof field === 'function');

/** What real records have and the sample has not. Custom fields are named by the connection. */
export const lackingIn = (operation: Operation, results: Result[]): string[] => {
  const known = pathsOf([operation.operation.sample]);
  const seen = pathsOf(results);
  return [...seen].filter(
    (path) =>
      path !== '' &&
      !known.has(path.replace(/\[\]$/, '')) &&
      !known.has(path) &&
      // The options of a list of text boxes are boxes, all others are texts.
      !path.startsWith('picklistOptions[].') &&
      !(
        isDynamic(operation) &&
        /^customField(\.|$)|^customFields\[\]\.(value|fieldValue)\b/.test(path)
      ),
  );
};

/** Values of real records that are not of the type that the output fields declare. */
export const wrongIn = (operation: Operation, results: Result[]): string[] =>
  outputsOf(operation).flatMap(({ key, type, list }: Field) => {
    const values = results
      .flatMap((one) => valuesAt(one, key))
      .flatMap((value) => (list && Array.isArray(value) ? value : [value]))
      .filter((value) => value !== null && value !== undefined);
    const wrong = values.find((value) => !fits(value, type));
    return wrong === undefined ? [] : [`${key}: ${JSON.stringify(wrong).slice(0, 80)}`];
  });

const idOf = (value: unknown): string | undefined =>
  isObject(value) && (value.id ?? value._id) !== undefined
    ? String(value.id ?? value._id)
    : undefined;

/** An answer with the sample in the place of the record (or the list) that has one of these ids. */
const withSample = (answer: unknown, sample: Result, ids: Set<string>): unknown => {
  const isRecord = (value: unknown) => ids.has(idOf(value) ?? '');
  if (isRecord(answer)) return sample;
  if (Array.isArray(answer)) return answer.some(isRecord) ? [sample] : undefined;
  if (!isObject(answer)) return undefined;
  for (const [key, part] of Object.entries(answer)) {
    const inner = withSample(part, sample, ids);
    if (inner !== undefined) return { ...answer, [key]: inner };
  }
  return undefined;
};

/** What the documents would say if the sample had been the answer. */
export const findingsOfSample = (
  { operation }: Operation,
  exchange: Exchanged,
  results: Result[],
): Finding[] => {
  // The app calls every id `id`.
  const { revision: _, ...sample }: Result = { _id: operation.sample?.id, ...operation.sample };
  const answer = JSON.parse(exchange.answer || 'null');
  const ids = new Set(results.map((one) => String(one.id)));
  const placed = withSample(answer, sample, ids) ?? { ...answer, ...sample };
  const judged = judge({ ...exchange, answer: JSON.stringify(placed) });
  return judged.filter(({ side }) => side === 'answer');
};
