import type { PlainInputField } from 'zapier-platform-core';

/** A value that fits a field, as far as the form tells. */
export const fitting = (field: PlainInputField, index = 0): unknown => {
  const { key, type, choices, children, list, placeholder, dynamic } = field;
  if (children)
    return [Object.fromEntries(children.map((child) => [child.key, fitting(child, index)]))];
  const [choice] = Array.isArray(choices) ? choices : Object.keys(choices ?? {});
  const value =
    (typeof choice === 'object' ? choice.value : choice) ??
    (type === 'datetime'
      ? '2030-03-04T10:00:00-08:00'
      : Number(placeholder)
        ? 3
        : /e?mail/i.test(key)
          ? `someone.${index}@example.com`
          : !dynamic && /url|website|link/i.test(key)
            ? `https://example.com/${index}`
            : /currency/i.test(key)
              ? 'EUR'
              : `${key.slice(0, 12)}-${index}`);
  return list ? [value] : value;
};
