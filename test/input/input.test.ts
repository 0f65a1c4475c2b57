import fc from 'fast-check';
import type { PlainInputField } from 'zapier-platform-core';
import {
  connectionFor,
  formFields,
  type Kind,
  leavesOf,
  type Operation,
  operations,
  partsOf,
  plausible,
  routesFor,
} from '../support/operations.ts';
import { bundleOf, performOf, plainZ, type Request, type Result } from '../support/zapier.ts';
import { inputs, stray } from './nonsense.ts';

const visible = operations.filter(({ operation }) => !operation.display.hidden).length;
const runs = Math.ceil(10_000 / Math.max(visible, 1));

/** Reads that write names and zones beside ids; any operation may make them. */
const lookUps = [
  'GET /locations/{locationId}',
  'GET /locations/{locationId}/customFields',
  'GET /opportunities/pipelines',
  'GET /associations/',
];

const patternOf = (route: string): RegExp => {
  const [method = '', target = ''] = route.split(' ');
  const path = target.replace(/\?.*/, '').replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${method} ${path}$`);
};

const isOwn = (operation: Operation) => {
  const patterns = [...routesFor(operation), ...lookUps].map(patternOf);
  return ({ method, path }: { method: string; path: string }) =>
    patterns.some((pattern) => pattern.test(`${method} ${path}`)) &&
    path.split('/').every((part) => !/^\.{1,2}$|[/\\\u0000-\u001f]/.test(decodeURIComponent(part)));
};

interface Trial {
  gave?: unknown;
  error?: Error;
  requests: Request[];
}

const attempt = async (kind: Kind, operation: Operation, inputData: Result): Promise<Trial> => {
  const requests: Request[] = [];
  const z = plainZ((request) => {
    requests.push(request);
    return plausible(operation, kind);
  });
  const meta = kind === 'triggers' ? { isLoadingSample: true } : {};
  const bundle = bundleOf(structuredClone(inputData), meta, connectionFor(operation));
  return Promise.resolve()
    .then(() => performOf(operation)(z, bundle))
    .then(
    (gave) => ({ gave, requests }),
    (error: Error) => ({ error, requests }),
  );
};

const forPeople = new Set(['HaltedError', 'AppError']);

/** Fields that are not sent, and why. */
const keptBack: Record<string, string[]> = {
  'only fill the dropdown of another field': ['listCalendarId', 'objectKey', 'blogId', 'conversationId'],
  'choose among the endpoints of this operation': ['triggerOn'],
};
const keptBackIn: Record<string, Record<string, string>> = {
  find_contact: { phone: 'only asked for where the email finds nobody' },
  upsert_opportunity: { contactId: 'the opportunity itself was chosen' },
};

/** What was filled in and must arrive as it is: plain texts of plain fields. */
const arrives = ({ type, choices, children }: PlainInputField, value: unknown): boolean =>
  !children &&
  !choices &&
  (type === 'string' || type === 'text') &&
  typeof value === 'string' &&
  value.trim() !== '';

const isKeptBack = (key: string, field: string, sent: string[]): boolean =>
  field in (keptBackIn[key] ?? {}) ||
  // Where a path or body holds it, it is no field for a dropdown only.
  (Object.values(keptBack).flat().includes(field) &&
    !routesFor(operationOf(key)).some((route) => route.includes(`{${field}}`)) &&
    sent.length > 0);

const operationOf = (key: string): Operation => {
  const found = operations.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found.operation;
};

// Half an emoji has no place in UTF-8.
const whole = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

describe.each(operations)('$kind $key', ({ kind, operation }) => {
  test('sends nonsense nowhere but to its own endpoints, and breaks at none', async () => {
    const fields = await formFields(operation, kind);
    const own = isOwn(operation);
    await fc.assert(
      fc.asyncProperty(inputs(fields), async (inputData) => {
        const { gave, error, requests } = await attempt(kind, operation, inputData);
        if (error) {
          expect([error.name, error.stack]).toEqual([expect.stringMatching(/^(HaltedError|AppError)$/), error.stack]);
          expect(forPeople).toContain(error.name);
        }
        const sent = requests.map(partsOf);
        for (const part of sent) expect([part.method, part.path, own(part)]).toEqual([part.method, part.path, true]);
        const said = sent.flatMap(({ path, query, body }) => [
          ...path.split('/').map(decodeURIComponent),
          ...leavesOf(query),
          ...leavesOf(body),
        ]);
        expect(said).not.toContain(stray);
        for (const { headers } of requests) expect(Object.values(headers ?? {}).join()).not.toMatch(/evil/i);
        if (gave === undefined) return;
        const texts = said.map((one) => whole(String(one)));
        const routesSent = sent.map(({ method, path }) => `${method} ${path}`);
        for (const field of fields) {
          const value = inputData[field.key];
          if (!arrives(field, value) || isKeptBack(operation.key, field.key, routesSent)) continue;
          const text = whole(String(value));
          const found = texts.some((one) => one.includes(text) || one === text.trim());
          expect({ field: field.key, text, found }).toEqual({ field: field.key, text, found: true });
        }
      }),
      { numRuns: runs * Number(process.env.TIMES ?? 1), seed: Number(process.env.SEED ?? 1) },
    );
    expect({}).not.toHaveProperty('polluted');
  });
});
