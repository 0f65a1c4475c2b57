import { creates } from '../../creates/index.ts';
import { routesOf } from '../../lib/operation.ts';
import { searches } from '../../searches/index.ts';
import { triggers } from '../../triggers/index.ts';
import { carried, check, documented, folder, found, loadDocuments, routeOf } from './documents.ts';
import { exceptions, machinery, unreachable } from './exceptions.ts';
import { type Run, runAll } from './run.ts';

const all = [triggers, creates, searches].flatMap((catalog) => Object.values(catalog).flat());

if (!found)
  console.warn(`contract: skipped, no OpenAPI documents in ${folder} (set HIGHLEVEL_OPENAPI_DIR).`);

(found ? describe : describe.skip)('the contract with HighLevel’s documents', () => {
  let runs: Run[] = [];
  const used = new Set<object>();

  beforeAll(async () => {
    await loadDocuments();
    runs = [...(await runAll('sub-account')), ...(await runAll('agency'))];
  }, 300_000);

  test('every operation runs, with its required fields and with all fields', () => {
    const failed = runs.filter(({ error }) => error);
    expect(
      failed.map(
        ({ key, form, account, error }) => `${key} (${form} fields, ${account}): ${error}`,
      ),
    ).toEqual([]);
  });

  test('every request and every answer is as the documents have it', () => {
    const findings = new Map<string, string>();
    for (const { key, exchanges } of runs) {
      for (const exchange of exchanges.filter(
        ({ status, path }) => status < 400 && !path.startsWith('/oauth/'),
      )) {
        for (const finding of check(exchange)) {
          const excused = exceptions.filter(
            ({ route, side, what }) =>
              side === finding.side &&
              (typeof route === 'string' ? route === finding.route : route.test(finding.route)) &&
              finding.what.includes(what),
          );
          for (const one of excused) used.add(one);
          const line = `${finding.route} ${finding.side}: ${finding.what}`;
          if (excused.length === 0 && !findings.has(line)) findings.set(line, key);
        }
      }
    }
    expect([...findings].map(([line, key]) => `${line} [${key}]`).sort()).toEqual([]);
  });

  test('no exception is left over', () => {
    const idle = exceptions.filter((one) => !used.has(one));
    expect(idle.map(({ route, what }) => `${route}: ${what}`)).toEqual([]);
  });

  test('the forms reach every documented parameter and property', () => {
    const missing = all
      .filter(({ display }) => !display.hidden)
      .flatMap((operation) => {
        const exchanges = runs
          .filter(({ key }) => key === operation.key)
          .flatMap((run) => run.exchanges);
        const reached = new Set(exchanges.flatMap(carried));
        const routes = new Set(exchanges.map(routeOf));
        const [main = ''] = routesOf(operation.operation);
        const wanted = documented(main.replace(/\?.*/, ''));
        if (!routes.has(main.replace(/\?.*/, ''))) return [];
        const excused = unreachable[operation.key] ?? {};
        const idle = Object.keys(excused).filter(
          (name) => reached.has(name) || !wanted.includes(name),
        );
        return [
          ...wanted
            .filter((name) => !reached.has(name) && !(name in excused) && !(name in machinery))
            .map((name) => `${operation.key}: ${name}`),
          ...idle.map(
            (name) =>
              `${operation.key}: ${name} is listed as unreachable, but is reached or not documented`,
          ),
        ];
      });
    expect(missing).toEqual([]);
  });
});
