/** Whether the lists that the app reads newest first come in that order. */
import { timeOf } from '../lib/time.ts';
import { type JsonObject, objectsIn } from '../lib/values.ts';
import type { Difference } from './compare.ts';
import { type Lab, NotTried } from './lab.ts';
import { open, short, type Verdict, verdict } from './probe.ts';

interface Order {
  route: string;
  /** The fact in docs/highlevel-api.md that it rests on. */
  fact: string;
  input: JsonObject;
  /** Where the answer holds the records, and which of their dates counts. */
  list: string;
  by: string;
}

const newest = (field: string) => ({ sort: [{ field, direction: 'desc' }] });
const opportunity = { query: '', limit: 20, page: 1, searchAfter: [], filters: [] };
const business = { schemaKey: 'business', query: '', page: 1, pageLimit: 20, searchAfter: [] };

const opportunities = {
  route: 'POST /opportunities/search',
  fact: 'opportunity-search',
  list: 'opportunities',
};
const contacts = { route: 'POST /contacts/search', fact: 'contact-search', list: 'contacts' };

/** The orders in which the app reads. */
export const orders: Order[] = [
  { ...contacts, input: { pageLimit: 20, ...newest('dateAdded') }, by: 'dateAdded' },
  { ...contacts, input: { pageLimit: 20, ...newest('dateUpdated') }, by: 'dateUpdated' },
  { ...opportunities, input: { ...opportunity, ...newest('date_added') }, by: 'createdAt' },
  { ...opportunities, input: { ...opportunity, ...newest('date_updated') }, by: 'updatedAt' },
  {
    route: 'POST /objects/{schemaKey}/records/search',
    fact: 'object-search',
    input: { ...business, ...newest('updatedAt') },
    list: 'records',
    by: 'updatedAt',
  },
  {
    route: 'GET /conversations/search',
    fact: 'conversation-cursor',
    input: { limit: 20, sort: 'desc', sortBy: 'last_message_date' },
    list: 'conversations',
    by: 'lastMessageDate',
  },
];

/** An order that was asked for. */
export interface Ordered {
  route: string;
  by: string;
  verdict: Verdict;
}

const tryOrder = async (lab: Lab, { route, input, list, by }: Order): Promise<Verdict> => {
  const answer = await lab.ask(route, { locationId: lab.locationId, ...input });
  if (!answer.isFine) return verdict(false, `refused: ${short(answer)}`);
  const times = objectsIn(answer.body[list])
    .map((one) => timeOf(one[by]))
    .filter((time) => time > 0);
  if (new Set(times).size < 2) return open('fewer than two dates to compare');
  const isSorted = times.every((time, i) => i === 0 || time <= (times[i - 1] ?? 0));
  return verdict(isSorted, isSorted ? 'newest first' : 'not newest first');
};

/** Asks for every order. */
export const tryOrders = async (lab: Lab): Promise<Ordered[]> => {
  const tried: Ordered[] = [];
  for (const order of orders) {
    const found = await tryOrder(lab, order).catch((error: unknown) => {
      if (error instanceof NotTried) return open(error.message);
      throw error;
    });
    tried.push({ route: order.route, by: order.by, verdict: found });
  }
  return tried;
};

/** Orders that do not hold, as differences. */
export const orderDifferences = (tried: Ordered[]): Difference[] =>
  tried
    .filter(({ verdict: { verdict: found } }) => found === 'otherwise')
    .map(({ route, by, verdict: { saw } }) => ({ route, kind: 'order', where: by, what: saw }));
