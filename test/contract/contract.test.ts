import { catalogKeys } from '../../catalog.ts';
import { creates } from '../../creates/index.ts';
import { searches } from '../../searches/index.ts';
import type { Result } from '../../tour/station.ts';
import { triggers } from '../../triggers/index.ts';
import { type Comparison, compareWithSdk, differences } from '../sdk/compare.ts';
import { gather, leaks, listen, secrets, seen } from '../secrets/leaks.ts';
import { ofAnyEndpoint, sourcedRoutes } from '../support/additions.ts';
import { catalog } from '../support/catalog.ts';
import type { Operation } from '../support/checks.ts';
import { share } from '../support/depth.ts';
import { withoutNock } from '../support/withoutNock.ts';
import {
  answerNames,
  carried,
  documented,
  folder,
  found,
  type Generation,
  generations,
  isDocumented,
  loadDocuments,
  routeOf,
} from './documents.ts';
import {
  added,
  fallbacks,
  machinery,
  mixed,
  newInV3,
  oldSpellings,
  reshaped,
  unreachable,
} from './exceptions.ts';
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
  if (!operation)
    throw new Error(
      `The app has no ${entry.key}, but test/support/ lists “${entry.label}” (additions.ts, or a file that it imports).`,
    );
  return { ...entry, operation };
});

/** Those without instant triggers, which ask nobody and give what is posted: test/hooks/samples.test.ts. */
const asking = entries.filter(({ operation }) => !('performList' in operation.operation));

/** Operations that give the same kind of record. */
const isKin = (one: Operation, other: Operation): boolean =>
  one.noun === other.noun && one.operation.sample?.id === other.operation.sample?.id;

/** The members that say something in some record. */
const namesIn = (records: Result[]): Set<string> => {
  const names = new Set<string>();
  for (const one of records)
    for (const name of Object.keys(one)) if (one[name] !== null) names.add(name);
  return names;
};

if (!found)
  console.warn(`contract: skipped, no OpenAPI documents in ${folder} (set HIGHLEVEL_OPENAPI_DIR).`);

/**
 * The catalog is walked on each kind of connection and in each generation, by default each with one of the other; every
 * test judges what was recorded.
 */
const walks = share(
  (['agency', 'sub-account'] as const).flatMap((account) =>
    generations.map((generation) => ({ account, generation })),
  ),
  3,
);
/** Of users, sub-accounts and snapshots, the connection of a sub-account has only a part. */
const isForAgencies = (key: string): boolean => /_(users?|locations?|snapshots?)(_|$)/.test(key);
const runs: Run[] = [];
let comparison: Comparison;
const runsOf = (key: string) => runs.filter((run) => run.key === key);
/** @param generation what the whole app spoke */
const exchangesOf = (key: string, generation: Generation) =>
  runsOf(key)
    .filter((run) => run.generation === generation)
    .flatMap(({ exchanges }) => exchanges);
const resultsOf = (key: string) => runsOf(key).flatMap(({ results }) => results);

withoutNock();

beforeAll(async () => {
  if (found) await loadDocuments();
  for (const { account, generation } of walks) {
    if (account === 'agency') listen();
    runs.push(...(await runAll(account, generation, { hear: gather })));
    jest.restoreAllMocks();
  }
  if (!walks.some(({ account, generation }) => account === 'agency' && generation === 'v3'))
    runs.push(...(await runAll('agency', 'v3', { isWalked: isForAgencies })));
  // The SDK speaks classic.
  comparison = await compareWithSdk(
    runs.filter(({ account, generation }) => account === 'agency' && generation === 'classic'),
  );
});

test('every operation runs, with its required fields and with all fields', () => {
  // One line for each error: what needs the operation that failed first fails with the same words.
  const failed = new Map<string, string>();
  for (const { key, form, account, generation, error } of runs)
    if (error && !failed.has(error))
      failed.set(error, `${key} (${form} fields, ${account}, ${generation}): ${error}`);
  expect([...failed.values()]).toEqual([]);
  // If one is here: does the sandbox answer its endpoint (sandbox/resources/), and has tour/ a station for it?
  const silent = entries.map(({ key }) => key).filter((key) => resultsOf(key).length === 0);
  expect(silent).toEqual([]);
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
    const uncompared = [...routes].filter((one) => !comparison.compared.has(one));
    expect(uncompared.filter((one) => !spared.includes(one))).toEqual([]);
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
      const called = new Set(exchangesOf(key, 'classic').map(routeOf));
      const spared = fallbacks[key] ?? [];
      return endpoints
        .filter((route) => called.has(route) === spared.includes(route))
        .map((route) => `${key}: ${route}`);
    });
    expect(uncalled).toEqual([]);
  });

  test('all that the app sends when it speaks v3 bears its Version, and nothing else does but what v3 alone knows', () => {
    const all = runs
      .filter(({ key }) => !ofAnyEndpoint.has(key))
      .flatMap(({ generation, exchanges, filling }) =>
        [...exchanges, ...filling].map((one) => ({ generation, ...one })),
      );
    const strays = all.filter((one) => one.generation === 'v3' && one.version !== 'v3');
    expect(strays.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    const early = all.filter((one) => one.generation === 'classic' && one.version === 'v3');
    expect([...new Set(early.map(routeOf))].sort()).toEqual(newInV3);
  });

  test.each(generations)('the forms reach every parameter and property of %s', (generation) => {
    // What is beyond the catalog asks for what people fill in, not for all that an endpoint takes.
    const ofCatalog = entries.filter(({ key }) => catalogKeys.has(key));
    const missing = ofCatalog.flatMap(({ key, endpoints }) => {
      const reached = new Set(exchangesOf(key, generation).flatMap(carried));
      const wanted = endpoints.flatMap((route) => documented(route, generation));
      const excused = { ...unreachable[key], ...(generation === 'v3' ? oldSpellings[key] : {}) };
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
    const members = new Map(entries.map(({ key }) => [key, namesIn(resultsOf(key))]));
    const invented = asking.flatMap(({ key, operation }) => {
      const kin = entries.filter((one) => isKin(one.operation, operation));
      const seen = new Set(kin.flatMap(({ key }) => [...(members.get(key) ?? [])]));
      const routes = kin.flatMap(({ endpoints }) => endpoints);
      const described = new Set(
        generations.flatMap((generation) =>
          routes.flatMap((route) => [...answerNames(route, generation)]),
        ),
      );
      return Object.keys(operation.operation.sample ?? {})
        .filter((name) => !seen.has(name) && !described.has(name) && !(name in added))
        .map((name) => `${key}: ${name}`);
    });
    expect(invented).toEqual([]);
  });
});

describe('samples', () => {
  test('every sample has what the answers have', () => {
    const ofOneKind = entries.filter(({ key }) => !ofAnyEndpoint.has(key));
    const lacking = ofOneKind.flatMap(({ key, operation }) =>
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
