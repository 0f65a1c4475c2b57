/** What zapier-platform-core's way of working asks for (docs/zapier-platform.md): cheap definitions, honest errors. */
import { errors } from 'zapier-platform-core';

const known = new Map<string, object>();

/**
 * The same object for what says the same. core copies the whole definition twice at each call, but an object that
 * occurs in many places only once: shared fields halve that time (bench/results.md). Never change the result.
 */
export const shared = <Value extends object>(value: Value): Value => {
  const text = JSON.stringify(value);
  const found = known.get(text);
  if (found === undefined) known.set(text, value);
  return (found ?? value) as Value;
};

/** What `make` gives, made when it is first asked for, and only then. */
export const lazy = <Value extends object>(make: () => Value): (() => Value) => {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
};

/**
 * An error that says what it says and no more: to other errors core adds “What happened” with every input of the step,
 * so with passwords and personal data, and logs it (zapier#what-happened).
 */
export const withoutContext = <Thrown>(error: Thrown): Thrown =>
  error instanceof Error ? Object.assign(error, { doNotContextify: true }) : error;

/** Stops the step softly with a sentence for the owner of the Zap, who must change something first; the Zap stays on. */
export function refuse(sentence: string): never {
  throw withoutContext(new errors.HaltedError(sentence));
}

/** Operations of one kind by category, in the order in which people see them. */
export type Catalog<Operation> = Record<string, Operation[]>;

/**
 * A category list as the object by key that Zapier wants. Throws if two operations share a key.
 *
 * The object is a function that holds the operations as its properties: at each call core copies every plain object
 * of the app twice, but takes functions as they are (zapier#definition-cost). They are frozen so that nobody can change what all calls share,
 * and so that core does not walk through them to freeze them itself, which would make every form.
 */
export const register = <Operation extends { key: string; operation: object }>(
  catalog: Catalog<Operation>,
): Record<string, Operation> => {
  const operations = Object.values(catalog).flat();
  const keys = operations.map(({ key }) => key);
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  if (repeated !== undefined)
    throw new Error(`Two operations have the key ${repeated}. Give one of them another key.`);
  // What loads on demand comes frozen: to ask for its operation would load it.
  for (const one of operations.filter((some) => !Object.isFrozen(some))) {
    Object.freeze(one);
    Object.freeze(one.operation);
  }
  const byKey = Object.fromEntries(operations.map((operation) => [operation.key, operation]));
  return Object.assign(() => undefined, byKey) as unknown as Record<string, Operation>;
};

/**
 * Stands for an operation of a package until somebody asks for more than its key: a run needs one of them, and core
 * only looks at their keys (zapier#definition-cost).
 */
export const onDemand = <Operation extends { noun: string; display: object; operation: object }>(
  key: string,
  load: () => Operation,
): Operation & { key: string } => {
  const loaded = lazy(() => {
    const operation = load();
    Object.freeze(operation.operation);
    return operation;
  });
  const standIn = {
    key,
    get noun() {
      return loaded().noun;
    },
    get display() {
      return loaded().display;
    },
    get operation() {
      return loaded().operation;
    },
  };
  return Object.freeze(standIn) as Operation & { key: string };
};
