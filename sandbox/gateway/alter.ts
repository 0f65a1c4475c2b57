type JsonObject = Record<string, unknown>;

/** A record of a HighLevel that has grown since. */
export const withUnknown = (record: JsonObject) => ({
  ...record,
  _newInHighLevel: { nested: [1, 'two', null] },
  'odd key': 'value',
});

/** Ids stay; of everything else every second property goes. */
export const withoutHalf = (record: JsonObject) =>
  Object.fromEntries(
    Object.entries(record).filter(([key], i) => key === 'id' || key === '_id' || i % 2 === 0),
  );

/** Changes the records in an answer, and leaves the wrapper around them as it is. */
export function eachRecord(
  value: unknown,
  alter: (record: JsonObject) => JsonObject,
  depth = 0,
): unknown {
  if (Array.isArray(value)) return value.map((item) => eachRecord(item, alter, depth + 1));
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.entries(value).map(([key, part]) => [
    key,
    eachRecord(part, alter, depth + 1),
  ]);
  return depth === 0 ? Object.fromEntries(inner) : alter(Object.fromEntries(inner));
}
