/** Forms of documented endpoints, filled in as people would, every field of them. */
import type { PlainInputField } from 'zapier-platform-core';
import type { JsonObject } from '../../lib/values.ts';

const byType: Record<string, unknown> = {
  integer: 12,
  number: 12,
  boolean: true,
  datetime: '2026-12-03T15:00:00-05:00',
  file: 'https://files.example.com/plan.pdf',
};

const fill = (field: PlainInputField): unknown => {
  const { choices, type = 'string', key } = field;
  const [first] = Object.keys(choices ?? {});
  if (first !== undefined) return first;
  if (/email/i.test(key) && type === 'string') return 'maria@example.com';
  if (/maxCallDuration/.test(key)) return 300;
  if (/time_?zone/i.test(key) && type === 'string') return 'America/New_York';
  if (/^date$|__date$/.test(key)) return '2026-12-03';
  return byType[type] ?? '12';
};

/** A value for every field: two line items, two of each list. */
export const fillAll = (fields: PlainInputField[]): JsonObject =>
  Object.fromEntries(
    fields
      .filter(({ type }) => type !== 'copy')
      .map((field) => {
        if (field.children) {
          const row = fillAll(field.children as PlainInputField[]);
          const isText = ([, value]: [string, unknown]) => value === '12';
          const other = Object.entries(row).map((pair) => (isText(pair) ? [pair[0], '13'] : pair));
          return [field.key, [row, Object.fromEntries(other)]];
        }
        if (field.dict) return [field.key, { note: 'Paid in cash' }];
        return [field.key, field.list ? [fill(field)] : fill(field)];
      }),
  );
