import { type Exchange, startSandbox } from '../../sandbox/index.ts';
import type { Run } from '../contract/run.ts';
import { catalog } from '../support/catalog.ts';
import { isWhole } from '../support/depth.ts';
import { type Method, methodsOf } from './methods.ts';
import { type Asked, askedIn, differencesOf, resend, sdkAt } from './requests.ts';

/** Where the SDK sends something else for the same values, and why the app is right. One that is idle fails. */
export const differences: Record<string, string> = {
  'GET /payments/orders query altType':
    'The document leaves it out, but HighLevel wants it (api#payments-and-invoices).',
  'GET /calendars/{calendarId}/free-slots query userIds':
    'The document’s list has the default style, so the name is repeated; axios adds brackets of its own.',
};

const plain = (route: string): string => route.replace(/\{\w+\}/g, '{}');
const patternOf = (route: string): RegExp => new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`);

/** The requests of the app beside those of HighLevel's SDK for the same values. */
export interface Comparison {
  /** Endpoints of the catalog that the SDK does not have. */
  unknown: string[];
  /** `GET /calendars/ query locationId: "a", not nothing`. */
  found: string[];
  compared: Set<string>;
}

/** What a request consists of, whatever its values: its route, the names in its query and in its body. */
const formOf = (route: string, { query, body }: Asked): string =>
  `${route} ${Object.keys(query).sort()} ${[...new Set(JSON.stringify(body)?.match(/"[^"]*":/g))].sort()}`;

/** Has the SDK send what the app sent (by default one request of each form), to a sandbox that only listens. */
export const compareWithSdk = async (runs: Run[]): Promise<Comparison> => {
  const heard: Exchange[] = [];
  const sandbox = await startSandbox({
    rateLimit: { burst: 1_000_000 },
    onExchange: (exchange) => heard.push(exchange),
  });
  const methods = new Map<string, Method>();
  for (const [route, method] of await methodsOf(
    sdkAt(sandbox.apiUrl, { privateIntegrationToken: 'nobody' }),
  ))
    methods.set(plain(route), method);
  const found = new Set<string>();
  const compared = new Set<string>();
  const forms = new Set<string>();
  try {
    for (const { key, endpoints } of catalog) {
      const exchanges = runs.filter((run) => run.key === key).flatMap((run) => run.exchanges);
      for (const exchange of exchanges) {
        const called = `${exchange.method} ${exchange.path}`;
        const route = endpoints.find((one) => patternOf(one).test(called));
        const method = route && methods.get(plain(route));
        if (!method) continue;
        // The SDK leaves a form with files to its caller.
        if (exchange.requestBody.startsWith('--')) {
          compared.add(route);
          continue;
        }
        const asked = askedIn(exchange);
        const form = formOf(route, asked);
        if (!isWhole && forms.has(form)) continue;
        forms.add(form);
        heard.length = 0;
        await resend(method, asked);
        const [answer] = heard;
        if (!answer) throw new Error(`${method.name} sent nothing.`);
        for (const one of differencesOf(asked, askedIn(answer))) found.add(`${route} ${one}`);
        compared.add(route);
      }
    }
  } finally {
    await sandbox.stop();
  }
  const routes = [...new Set(catalog.flatMap(({ endpoints }) => endpoints))];
  return {
    unknown: routes.filter((route) => !methods.has(plain(route))),
    found: [...found],
    compared,
  };
};
