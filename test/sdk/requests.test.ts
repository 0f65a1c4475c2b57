import { type Exchange, type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { type Run, runAll } from '../contract/run.ts';
import { catalog } from '../support/catalog.ts';
import { type Method, methodsOf } from './methods.ts';
import { askedIn, differencesOf, resend, sdkAt } from './requests.ts';

/** Where the SDK sends something else for the same values, and why the app is right. One that is idle fails. */
const differences: Record<string, string> = {
  'GET /calendars/{calendarId}/free-slots query userIds':
    'The document’s list has the default style, so the name is repeated; axios adds brackets of its own.',
};

const plain = (route: string): string => route.replace(/\{\w+\}/g, '{}');
const patternOf = (route: string): RegExp => new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`);

let sandbox: Sandbox;
let methods: Map<string, Method>;
let runs: Run[];
const heard: Exchange[] = [];

beforeAll(async () => {
  runs = await runAll('agency');
  sandbox = await startSandbox({
    rateLimit: { burst: 1_000_000 },
    onExchange: (exchange) => heard.push(exchange),
  });
  const sdk = sdkAt(sandbox.apiUrl, { privateIntegrationToken: 'nobody' });
  const found = await methodsOf(sdk);
  methods = new Map([...found].map(([route, method]) => [plain(route), method]));
}, 120_000);

afterAll(() => sandbox.stop());

test('the SDK has every endpoint of the catalog', () => {
  const routes = catalog.flatMap(({ endpoints }) => endpoints);
  expect(routes.filter((route) => !methods.has(plain(route)))).toEqual([]);
});

test('the app sends what the SDK sends for the same values', async () => {
  const found = new Set<string>();
  const compared = new Set<string>();
  for (const { key, endpoints } of catalog) {
    const exchanges = runs.filter((run) => run.key === key).flatMap((run) => run.exchanges);
    for (const exchange of exchanges) {
      const called = `${exchange.method} ${exchange.path}`;
      const route = endpoints.find((one) => patternOf(one).test(called));
      const method = route && methods.get(plain(route));
      if (!method) continue;
      const asked = askedIn(exchange);
      heard.length = 0;
      await resend(method, asked);
      const [answer] = heard;
      if (!answer) throw new Error(`${method.name} sent nothing.`);
      for (const one of differencesOf(asked, askedIn(answer))) found.add(`${route} ${one}`);
      compared.add(route);
    }
  }
  const excuses = Object.keys(differences);
  expect([...found].filter((one) => !excuses.some((part) => one.startsWith(part)))).toEqual([]);
  expect(excuses.filter((part) => ![...found].some((one) => one.startsWith(part)))).toEqual([]);
  expect(compared.size).toBe(new Set(catalog.flatMap(({ endpoints }) => endpoints)).size);
}, 60_000);
