const known = new Map<string, object>();

/**
 * The same object for what says the same. core copies the whole definition twice at each call, an object that stands
 * in many places only once: with shared fields that takes half the time (bench/results.md). Never change the result.
 */
export const shared = <Value extends object>(value: Value): Value => {
  const text = JSON.stringify(value);
  const found = known.get(text);
  if (found === undefined) known.set(text, value);
  return (found ?? value) as Value;
};

/** What `make` gives, made when it is first asked for, and only once. */
export const once = <Value extends object>(make: () => Value): (() => Value) => {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
