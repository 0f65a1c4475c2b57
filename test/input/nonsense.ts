import fc from 'fast-check';
import type { PlainInputField } from 'zapier-platform-core';
import { fitting } from './fitting.ts';

/** Texts that are no texts: tricks with paths, queries, headers, merge tags, HTML, prototypes. */
const tricks = [
  '',
  ' ',
  '.',
  '..',
  '../../oauth/token',
  '..%2f..%2foauth%2ftoken',
  '%2e%2e',
  'a/b',
  '/contacts/bulk/tags/update/remove',
  'a?locationId=other',
  'a#b',
  'a&b=c',
  'a\\b',
  'http://evil.example/x',
  '//evil.example/x',
  'a\r\nX-Evil: 1',
  'a\u0000b',
  '\u202eabc',
  '\ud83d',
  '👩‍👩‍👧‍👦 ñ 中文 ‮',
  '<b>Hi</b> &amp; <script>alert(1)</script>',
  '{{contact.first_name}}',
  '{{bundle.authData.access_token}}',
  '{{process.env.CLIENT_SECRET}}',
  '{"a":1}',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  "'; DROP TABLE contacts; --",
  'a, b; c',
  'x'.repeat(100_000),
];

const dates = [
  '2026-03-04',
  '2026-03-04T10:00:00Z',
  '2026-03-04T10:00:00-08:00',
  '2026-03-04T10:00:00+0000',
  '2026-03-04 10:00',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  '03/04/2026',
  '4 March 2026',
  'tomorrow at noon',
  '12:30',
  '1772640000',
  '1772640000000',
  '0000-00-00',
  '+275760-09-13T00:00:00Z',
];

const numbers = [
  '0',
  '-1',
  '1.5',
  ' 7 ',
  '1e3',
  '1e999',
  '0x10',
  '1,000',
  '١٢',
  '9007199254740993',
];
const switches = ['true', 'false', 'Yes', 'no', 'on', 'off', '1', '0', 'TRUE', 'perhaps'];

/** Any character, half of a pair excepted; fast-check’s own `binary` takes a second to make. */
const anyCharacter = fc
  .nat(0x10_ffff - 0x800)
  .map((place) => String.fromCodePoint(place < 0xd800 ? place : place + 0x800));

const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...tricks) },
  { weight: 2, arbitrary: fc.constantFrom(...dates) },
  { weight: 2, arbitrary: fc.constantFrom(...numbers, ...switches) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, -1, 1.5, 1e21, 2 ** 53, true, false, null) },
);

/** Anything that Zapier could hand over for a field, wherever it does not belong. */
export const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom([], {}, [[]], [{}], [null], undefined) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('id', 'name', '__proto__', 'a'), scalar, {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  },
);

/**
 * What is filled in: sensible values for the fields that are asked for, nonsense in some fields, and keys that are no
 * fields at all.
 */
export const inputs = (fields: PlainInputField[]): fc.Arbitrary<Record<string, unknown>> => {
  const required = fields.filter((field) => field.required || field.default !== undefined);
  const base = Object.fromEntries(
    required.map((field, index) => [field.key, fitting(field, index)]),
  );
  const keys = fields.map(({ key }) => key);
  const rows = fields.filter(({ children }) => children);
  const wrong =
    keys.length > 0
      ? fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), nonsense), {
          maxLength: 4,
          selector: ([key]) => key,
        })
      : fc.constant([]);
  const right =
    keys.length > 0
      ? fc.uniqueArray(fc.constantFrom(...fields), { maxLength: 5, selector: ({ key }) => key })
      : fc.constant([]);
  const row =
    rows.length > 0
      ? fc.tuple(fc.constantFrom(...rows), fc.array(nonsense, { minLength: 12, maxLength: 12 }))
      : fc.constant(undefined);
  const strange = fc.dictionary(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'url', 'method', 'headers', 'page'),
    fc.constant(stray),
    { maxKeys: 2, noNullPrototype: true },
  );
  return fc.tuple(right, wrong, fc.option(row), strange).map(([fit, bad, line, odd]) => {
    const result: Record<string, unknown> = { ...base };
    for (const [index, field] of fit.entries()) result[field.key] = fitting(field, index + 20);
    for (const [key, value] of bad) result[key] = value;
    if (line) {
      const [field, values] = line;
      result[field.key] = [
        Object.fromEntries((field.children ?? []).map(({ key }, index) => [key, values[index]])),
      ];
    }
    for (const [key, value] of Object.entries(odd)) {
      if (!keys.includes(key))
        Object.defineProperty(result, key, { value, enumerable: true, configurable: true });
    }
    return result;
  });
};

/** The value of keys that no form has: it must never be sent. */
export const stray = 'value-of-no-field';
