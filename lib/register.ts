/** Operations of one kind by category, in the order in which people see them. */
export type Catalog<Operation> = Record<string, Operation[]>;

/**
 * A category list as the object by key that Zapier wants. Throws when two operations share a key.
 *
 * The object is a function that holds the operations as its properties: at each call core copies every plain object
 * of the app twice, and takes functions as they are. They are frozen, so that nobody can change what all calls share
 * and core does not walk through them to freeze them itself, which would make every form (bench/results.md says what
 * this saves).
 */
export const register = <Operation extends { key: string; operation: object }>(
  catalog: Catalog<Operation>,
): Record<string, Operation> => {
  const operations = Object.values(catalog).flat();
  for (const one of operations) {
    Object.freeze(one);
    Object.freeze(one.operation);
  }
  const byKey = Object.fromEntries(operations.map((operation) => [operation.key, operation]));
  if (Object.keys(byKey).length === operations.length) {
    return Object.assign(() => undefined, byKey) as unknown as Record<string, Operation>;
  }
  const keys = operations.map(({ key }) => key);
  throw new Error(
    `Two operations have the key ${keys.find((key, index) => keys.indexOf(key) !== index)}`,
  );
};
