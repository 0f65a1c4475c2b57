/** Endpoints that the sandbox answers by HighLevel's documents alone, for all that it has not by hand. */
import * as zod from 'zod';
import { type Endpoint, endpoint } from '../gateway/endpoint.ts';
import { type Asked, answerBy } from './answers.ts';
import { bodyCheckOf, checkOf } from './check.ts';
import { Families } from './families.ts';
import { isOwn } from './kept.ts';
import { documentedEndpoints } from './load.ts';
import type { Described, DocumentedEndpoint } from './schema.ts';

/** `/contacts/{contactId}` and `/contacts/{id}` are one address. */
const addressOf = (route: string): string => route.replaceAll(/\{\w+\}/g, '{}');

/** Signing in has pages of its own (resources/oauth). */
const signIn = /^POST \/oauth\/token$/;

const nothing = zod.strictObject({});

const checksOf = ({ query, body, form }: Described) => ({
  query: checkOf(query, true),
  body: body ? bodyCheckOf(body, form !== undefined) : nothing,
});

const made = (
  documented: DocumentedEndpoint,
  answer: (asked: Asked, described: Described) => unknown,
): Endpoint => {
  const { route, version, scopes, token, classic, v3 } = documented;
  const first = classic ?? (v3 as Described);
  const { status, form } = first;
  const { query, body } = checksOf(first);
  return endpoint(
    route as `GET /${string}`,
    {
      version,
      scopes,
      token,
      status,
      query,
      body,
      refusal: first.refusal,
      ...(form && { form }),
      ...(classic === undefined && { since: 'v3' as const }),
      ...(v3 === false && { until: 'renamed' as const }),
      ...(v3 && { v3: checksOf(v3) }),
    },
    (call) => {
      const answered = answer(call as Asked, (call.generation === 'v3' && v3) || first);
      // Some answers are a text or a yes.
      return typeof answered === 'object' && answered
        ? answered
        : Response.json(answered, { status });
    },
  );
};

/** Only what is called is made. */
const lazily = (route: Endpoint['route'], make: () => Endpoint): Endpoint => {
  let known: Endpoint | undefined;
  return {
    route,
    answer: (context, state) => {
      known ??= make();
      return known.answer(context, state);
    },
  };
};

/** All that the documents have beyond the sandbox's own endpoints. */
export function endpointsBeyond(byHand: Endpoint[]): Endpoint[] {
  const families = new Families(documentedEndpoints);
  const addresses = new Set(byHand.map(({ route }) => addressOf(route)));
  const isByHand = (route: string) => addresses.has(addressOf(route));
  const isReachable = (collection: string) =>
    isOwn(addressOf(collection)) || !families.isByHand(collection, isByHand);
  return documentedEndpoints
    .filter(({ route }) => !isByHand(route) && !signIn.test(route))
    .map((one) =>
      lazily(one.route as Endpoint['route'], () => {
        const role = families.roleOf(one);
        return made(one, answerBy(one, role, isReachable));
      }),
    );
}
