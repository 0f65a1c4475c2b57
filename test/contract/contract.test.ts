import { creates } from '../../creates/index.ts';
import { searches } from '../../searches/index.ts';
import { triggers } from '../../triggers/index.ts';
import { type Comparison, compareWithSdk, differences } from '../sdk/compare.ts';
import { gather, leaks, listen, secrets, seen } from '../secrets/leaks.ts';
import { sourcedRoutes } from '../support/additions.ts';
import { catalog } from '../support/catalog.ts';
import type { Operation } from '../support/checks.ts';
import {
  answerNames,
  carried,
  documented,
  folder,
  found,
  isDocumented,
  loadDocuments,
  routeOf,
} from './documents.ts';
import { added, fallbacks, machinery, mixed, reshaped, unreachable } from './exceptions.ts';
import { idleExcuses, judge } from './judge.ts';
import { type Run, runAll } from './run.ts';
import { findingsOfSample, lackingIn, wrongIn } from './samples.ts';

const operations = new Map(
  [triggers, creates, searches]
    .flatMap((kind) => Object.values(kind).flat() as unknown as Operation[])
    .map((operation) => [operation.key, operation]),
);

const entries = catalog.map((entry) => {
  const operation = operations.get(entry.key);
  if (!operation) throw new Error(`The app has no ${entry.key}.`);
  return { ...entry, operation };
});

/** Those without instant triggers, which ask nobody and give what is posted: test/hooks/samples.test.ts. */
const asking = entries.filter(({ operation }) => !('performList' in operation.operation));

/** Operations that give the same kind of record. */
const isKin = (one: Operation, other: Operation): boolean =>
  one.noun === other.noun && one.operation.sample?.id === other.operation.sample?.id;

if (!found)
  console.warn(`contract: skipped, no OpenAPI documents in ${folder} (set HIGHLEVEL_OPENAPI_DIR).`);

/** The catalog is walked once on each kind of connection; every test judges what was recorded. */
let runs: Run[] = [];
let comparison: Comparison;
const runsOf = (key: string) => runs.filter((run) => run.key === key);
const exchangesOf = (key: string) => runsOf(key).flatMap(({ exchanges }) => exchanges);
const resultsOf = (key: string) => runsOf(key).flatMap(({ results }) => results);

beforeAll(async () => {
  if (found) await loadDocuments();
  runs = await runAll('sub-account');
  listen();
  runs.push(...(await runAll('agency', gather)));
  jest.restoreAllMocks();
  comparison = await compareWithSdk(runs.filter(({ account }) => account === 'agency'));
});

test('every operation runs, with its required fields and with all fields', () => {
  const failed = runs.filter(({ error }) => error);
  expect(
    failed.map(({ key, form, account, error }) => `${key} (${form} fields, ${account}): ${error}`),
  ).toEqual([]);
  expect(entries.filter(({ key }) => resultsOf(key).length === 0)).toEqual([]);
});

test('no secret is in what core hands to Zapier: results, errors, logs', () => {
  secrets.add(String(process.env.CLIENT_SECRET));
  expect(seen.length).toBeGreaterThan(1_000);
  expect(secrets.size).toBeGreaterThan(5);
  expect(leaks()).toEqual([]);
});

describe('HighLevel’s SDK', () => {
  test('has every endpoint, unless an addition says how we know it', () => {
    const sources = sourcedRoutes();
    expect(comparison.unknown.filter((route) => !sources.includes(route))).toEqual([]);
    const isKnown = (route: string) => !comparison.unknown.includes(route);
    // Without the documents nobody can tell.
    expect(sources.filter((one) => isKnown(one) && found && isDocumented(one))).toEqual([]);
  });

  test('sends what the app sends for the same values', () => {
    const excuses = Object.keys(differences);
    const isExcused = (one: string) => excuses.some((part) => one.startsWith(part));
    expect(comparison.found.filter((one) => !isExcused(one))).toEqual([]);
    const isIdle = (part: string) => !comparison.found.some((one) => one.startsWith(part));
    expect(excuses.filter(isIdle)).toEqual([]);
    const spared = [...Object.values(fallbacks).flat(), ...comparison.unknown];
    const routes = new Set(catalog.flatMap(({ endpoints }) => endpoints));
    expect([...routes].filter((one) => !comparison.compared.has(one)).sort()).toEqual(
      spared.sort(),
    );
  });
});

(found ? describe : describe.skip)('the contract with HighLevel’s documents', () => {
  test('every request and every answer is as the documents have it', () => {
    const findings = new Map<string, string>();
    for (const { key, exchanges, filling } of runs) {
      for (const { route, side, what } of [...exchanges, ...filling].flatMap(judge)) {
        const line = `${route} ${side}: ${what}`;
        if (!findings.has(line)) findings.set(line, key);
      }
    }
    expect([...findings].map(([line, key]) => `${line} [${key}]`).sort()).toEqual([]);
  });

  test('no exception is left over', () => {
    expect(idleExcuses()).toEqual([]);
  });

  test('every operation calls the endpoints of the catalog', () => {
    const uncalled = entries.flatMap(({ key, endpoints }) => {
      const called = new Set(exchangesOf(key).map(routeOf));
      const spared = fallbacks[key] ?? [];
      return endpoints
        .filter((route) => called.has(route) === spared.includes(route))
        .map((route) => `${key}: ${route}`);
    });
    expect(uncalled).toEqual([]);
  });

  test('the forms reach every documented parameter and property', () => {
    const missing = asking.flatMap(({ key, endpoints }) => {
      const reached = new Set(exchangesOf(key).flatMap(carried));
      const wanted = endpoints.flatMap(documented);
      const excused = unreachable[key] ?? {};
      const isIdle = (name: string) => reached.has(name) || !wanted.includes(name);
      return [
        ...wanted
          .filter((name) => !reached.has(name) && !(name in excused) && !(name in machinery))
          .map((name) => `${key}: ${name}`),
        ...Object.keys(excused)
          .filter(isIdle)
          .map((name) => `${key}: ${name} is listed as unreachable, but is not`),
      ];
    });
    expect(missing).toEqual([]);
  });

  test('every sample would pass as the documented answer', () => {
    const findings = entries.flatMap(({ key, endpoints, operation }) => {
      const answered = runsOf(key)
        .filter(({ results }) => results.length > 0)
        .flatMap(({ exchanges, results }) =>
          exchanges
            .filter((one) => one.status < 300 && endpoints.includes(routeOf(one)))
            .filter(({ answer }) => /^[[{]/.test(answer))
            .flatMap((exchange) => findingsOfSample(operation, exchange, results)),
        );
      return [...new Set(answered.map(({ what }) => `${key}: ${what}`))];
    });
    const excuses = Object.keys(reshaped);
    expect(findings.filter((line) => !excuses.some((part) => line.includes(part)))).toEqual([]);
    expect(excuses.filter((part) => !findings.some((line) => line.includes(part)))).toEqual([]);
  });

  test('no sample holds what no answer has', () => {
    const invented = asking.flatMap(({ key, operation }) => {
      const kin = entries.filter((one) => isKin(one.operation, operation));
      const records = kin.flatMap((one) => resultsOf(one.key));
      const seen = new Set(
        records.flatMap((one) => Object.keys(one).filter((name) => one[name] !== null)),
      );
      const routes = kin.flatMap(({ endpoints }) => endpoints);
      const described = new Set(routes.flatMap((route) => [...answerNames(route)]));
      return Object.keys(operation.operation.sample ?? {})
        .filter((name) => !seen.has(name) && !described.has(name) && !(name in added))
        .map((name) => `${key}: ${name}`);
    });
    expect(invented).toEqual([]);
  });
});

describe('samples', () => {
  test('every sample has what the answers have', () => {
    const lacking = entries.flatMap(({ key, operation }) =>
      lackingIn(operation, resultsOf(key)).map((path) => `${key}: ${path}`),
    );
    expect(lacking).toEqual([]);
  });

  test('every answer has the types that the output fields declare', () => {
    const wrong = entries.flatMap(({ key, operation }) =>
      wrongIn(operation, resultsOf(key)).map((value) => `${key}: ${value}`),
    );
    expect(wrong.filter((line) => !mixed.some((field) => line.includes(field)))).toEqual([]);
  });
});
