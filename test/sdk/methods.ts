import type { HighLevel } from '@gohighlevel/api-client';

/** A request as the SDK hands it to axios. */
interface Config {
  method: string;
  url: string;
  params: Record<string, unknown>;
  data?: unknown;
  probe?: true;
}

type Call = (...parts: unknown[]) => Promise<unknown>;

/** A method of HighLevel's SDK and the endpoint that it calls. */
export interface Method {
  /** `contacts.createNote`. */
  name: string;
  /** `POST /contacts/{contactId}/notes`. */
  route: string;
  /** The name of each query parameter in the API → in the SDK. */
  query: Record<string, string>;
  /** Calls it with parameters, a body or both, as it takes them. */
  call: (params: Record<string, unknown>, body: unknown) => Promise<unknown>;
}

/** An object that has everything: `anything.contactId` is `{contactId}`. */
const anything = new Proxy(
  {},
  { get: (_, name) => (typeof name === 'string' ? `{${name}}` : undefined) },
);

/** What a method would request if it were given everything: nothing is sent. */
const probe = async (service: object, name: string): Promise<Config | undefined> => {
  let seen: Config | undefined;
  const request = async (config: Config) => {
    seen = config;
    return { data: {} };
  };
  const Service = Object.getPrototypeOf(service).constructor;
  const deaf = new Service({ request }) as Record<string, Call>;
  await deaf[name]?.(anything, { probe: true }).catch(() => undefined);
  return seen;
};

const namesOf = (service: object): string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(service)).filter(
    (name) => name !== 'constructor' && name !== 'getAuthorizationUrl',
  );

/** Every method of the SDK by its endpoint, found by asking each one what it would request. */
export const methodsOf = async (sdk: HighLevel): Promise<Map<string, Method>> => {
  const methods = new Map<string, Method>();
  for (const [serviceName, service] of Object.entries(sdk)) {
    if (typeof service !== 'object' || service === null || !('client' in service)) continue;
    for (const name of namesOf(service)) {
      const config = await probe(service, name);
      if (!config?.url) continue;
      const { method, url, params = {}, data, probe: tookOptions } = config;
      const route = `${method} ${decodeURIComponent(url)}`;
      const query = Object.fromEntries(
        Object.entries(params).map(([key, value]) => [key, String(value).slice(1, -1)]),
      );
      const run = (service as unknown as Record<string, Call>)[name]?.bind(service) as Call;
      const call: Method['call'] = (given, body) => {
        if (data === anything) return run(body);
        return tookOptions ? run(given) : run(given, body);
      };
      methods.set(route, { name: `${serviceName}.${name}`, route, query, call });
    }
  }
  return methods;
};
