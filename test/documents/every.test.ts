/** Every endpoint of HighLevel's documents: its form, its request, its record. */
import type { PlainInputField } from 'zapier-platform-core';
import apiRequest from '../../creates/endpoints/api_request.ts';
import { outputsOf, readRecord } from '../../documents/answer.ts';
import digest from '../../documents/digest.json' with { type: 'json' };
import type { Entry, Shape } from '../../documents/digest.ts';
import { formOf } from '../../documents/form.ts';
import { nameOf } from '../../documents/load.ts';
import type { JsonObject } from '../../lib/values.ts';
import { triggers } from '../../triggers/index.ts';
import { agencyConnection } from '../support/api.ts';
import { share } from '../support/depth.ts';
import { bundleOf, performOf, plainZ, type Request } from '../support/zapier.ts';
import { fillAll } from './filled.ts';
import { unsayable } from './unsayable.ts';
import { faultsOf, isThere } from './validator.ts';

const endpoints = digest.endpoints as unknown as Entry[];
const dropdowns = new Set(
  Object.values(triggers)
    .flat()
    .map(({ key }) => key),
);

type Field = PlainInputField & { children?: PlainInputField[] };

const all = (fields: Field[]): Field[] =>
  fields.flatMap((field) => [field, ...(field.children ?? [])]);

/** What Zapier would have against a field. */
const complaintsOf = ({ key, label = '', children, choices, helpText = '', dynamic }: Field) => [
  ...(/^[\w.-]+$/.test(key) ? [] : [`${key}: the key`]),
  ...(/\S/.test(label) ? [] : [`${key}: no label`]),
  ...(String(choices) === 'Yes,No' && /\b(true|false|boolean)\b/i.test(helpText)
    ? [`${key}: a switch that speaks of true and false`]
    : []),
  ...(children?.length === 0 ? [`${key}: a section without fields`] : []),
  ...(children?.some((child) => child.children) ? [`${key}: a section in a section`] : []),
  ...(/https?:\/\/(?!.*`)/.test(helpText) ? [`${key}: a bare URL`] : []),
  ...(choices && Object.keys(choices).length === 0 ? [`${key}: no choices`] : []),
  ...(dynamic && !dropdowns.has(dynamic.split('.')[0] ?? '') ? [`${key}: ${dynamic}`] : []),
];

/** What the documents have against a good request. */
const excused = [
  // Only one of several shapes may be filled in, which a person knows and this test does not.
  /^\S* must match exactly one schema in oneOf$/,
  // Country codes are “numbers” there, out of a list in a list.
  /^\S*\/(code|country) must be (number|equal to one of the allowed values)$/,
];
const isExcused = (fault: string): boolean => excused.some((pattern) => pattern.test(fault));

test('there are as many as HighLevel documents, but for the three that sign people in', () => {
  expect(endpoints).toHaveLength(664);
  expect(endpoints.filter(({ version }) => version === 'v3').length).toBeGreaterThan(80);
  expect(new Set(endpoints.map(nameOf)).size).toBe(664);
});

const kindOf = (entry: Entry): string => `${entry.area} ${nameOf(entry).split(' ')[0]}`;

/** By default a quarter, one of each method in each area, and all that are put together in a way of their own. */
const tried = new Set([
  ...share(endpoints, 4),
  ...new Map(endpoints.map((entry) => [kindOf(entry), entry])).values(),
  ...endpoints.filter(({ unsaid, encoding }) => unsaid || encoding),
]);

describe.each([...tried].map((entry) => [nameOf(entry), entry] as const))('%s', (name, entry) => {
  const { inputFields } = formOf(entry);

  test('its form follows Zapier’s rules', () => {
    const keys = inputFields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(inputFields.length).toBeLessThan(900);
    expect(all(inputFields).flatMap(complaintsOf)).toEqual([]);
  });

  test('no two labels are the same, and none stutters but to differ from another', () => {
    const labels = inputFields.map(({ label = '' }) => label);
    const once = (label: string) => label.replace(/\b(\w{3,}) \1\b/, '$1');
    expect(labels.filter((label, index) => labels.indexOf(label) < index)).toEqual([]);
    expect(
      labels.filter((label) => once(label) !== label && !labels.includes(once(label))),
    ).toEqual([]);
    expect(labels.filter((label) => /^s$|[^aeiou]ys\b/.test(label))).toEqual([]);
  });

  test('filled in from top to bottom, it makes the request that the documents describe', async () => {
    const sent: Request[] = [];
    const z = plainZ((request) => {
      if (request.url.includes('/oauth/location')) return { access_token: 'x', expires_in: 9_999 };
      if (request.url.startsWith('https://files.')) return 'file';
      sent.push(request);
      return { id: 'x1', done: true };
    });
    const input = {
      ...fillAll(inputFields),
      ...(entry.unsaid ? { moreFields: JSON.stringify(unsayable[name]) } : {}),
      apiArea: entry.area,
      apiEndpoint: name,
    };
    const setting = entry.token === 'agency' ? agencyConnection : undefined;
    await performOf(apiRequest)(z, bundleOf(input, {}, setting));
    const request = sent.at(-1) as Request;
    expect(request.method).toBe(name.split(' ')[0]);
    const path = (name.split(' ')[1] ?? '').replace(/\{\w+\}/g, '[^/?]+');
    expect(request.url.replace(/^https?:\/\/[^/]+/, '')).toMatch(new RegExp(`^${path}(\\?|$)`));
    expect(request.headers).toMatchObject({ Version: entry.version });
    if (isThere && typeof request.body === 'string' && !entry.encoding)
      expect(faultsOf(name, JSON.parse(request.body)).filter((one) => !isExcused(one))).toEqual([]);
  });

  test('a documented answer becomes a record whose fields are labelled', () => {
    const { shape, wrapper = '', isList } = entry.answer;
    const example = (part: string | Shape | [string | Shape]): unknown => {
      if (Array.isArray(part)) return [example(part[0])];
      if (typeof part === 'string')
        return { n: 1, b: true, d: 1_772_634_645_000, s: 'text' }[part] ?? part;
      return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, example(one)]));
    };
    const record = example(shape ?? {});
    const content = isList ? [record] : record;
    const answer = wrapper
      .split('.')
      .filter(Boolean)
      .reduceRight<unknown>((inner, key) => ({ [key]: inner }), content);
    const result = readRecord(answer, entry);
    const outputs = outputsOf(entry);
    expect(outputs.filter(({ label }) => !/\S/.test(label ?? ''))).toEqual([]);
    const at = (key: string) => key.split('__')[0]?.split('[]')[0] ?? '';
    expect(outputs.filter(({ key }) => !(at(key) in result))).toEqual([]);
    const moments = outputs.filter(({ key, type }) => type === 'datetime' && !/__|\[\]/.test(key));
    const shown = (key: string) => (result as JsonObject)[key];
    expect(moments.filter(({ key }) => !/^2026-03-04T/.test(String(shown(key))))).toEqual([]);
    expect(outputs.length).toBeLessThan(1_000);
  });
});
