import type { Faker } from '@faker-js/faker';
import type { Recorded } from '../../live/gateway.ts';
import { routeOf } from '../../live/routes.ts';
import {
  extra,
  missing,
  type Place,
  type Plant,
  placesIn,
  renamed,
  retyped,
  unordered,
  unwrapped,
} from './plants.ts';

/** What operations need to find one another: without it later reads have nothing to ask for. An email is in its message. */
const needed = /(^|\.)_?id$|\bkey$|\bmeta(\.email(\.messageIds)?)?$/;

/** Names that are data of the account: custom fields, objects, days; and values of any type. */
const isData =
  /properties|customField|\d{4}-\d\d-\d\d|(^|\.)(sort|searchAfter|value|fieldValue\w*|picklistOptions|defaultValue)\b/;

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

const isContainer = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0 && value.every((one) => typeof one === 'object')
    : typeof value === 'object' && value !== null;

/** A member of the answer itself. */
const isRoot = (way: string): boolean => /^\w+$/.test(way);

const ordered = [
  'POST /contacts/search',
  'POST /opportunities/search',
  'POST /objects/{schemaKey}/records/search',
];

/** The answers of each route. */
const answersByRoute = (recorded: readonly Recorded[]): Map<string, unknown[]> => {
  const answers = new Map<string, unknown[]>();
  for (const one of recorded) {
    const route = routeOf(one);
    if (!route || one.status >= 300 || !/^[[{]/.test(one.answer)) continue;
    answers.set(route, [...(answers.get(route) ?? []), JSON.parse(one.answer)]);
  }
  return answers;
};

const wrapperIn = (places: Place[]): Place | undefined => {
  const roots = places.filter(({ way, values }) => isRoot(way) && values.every(isContainer));
  return roots.length === 1 ? roots[0] : undefined;
};

/** Ten differences at random, each in another endpoint. */
export const draw = (recorded: readonly Recorded[], faker: Faker): Plant[] => {
  const answers = answersByRoute(recorded);
  const unsorted = faker.helpers.arrayElement(ordered);
  const free = faker.helpers.shuffle([...answers.keys()].filter((route) => route !== unsorted));
  const plants: Plant[] = [unordered({ route: unsorted })];
  const kinds = [renamed, renamed, missing, missing, extra, extra, retyped, retyped] as const;
  const plant = (
    make: (place: Place, faker: Faker) => Plant,
    choose: (places: Place[]) => Place[],
  ) => {
    for (const [at, route] of free.entries()) {
      const places = choose(placesIn(route, answers.get(route) ?? []));
      if (places.length === 0) continue;
      free.splice(at, 1);
      plants.push(make(faker.helpers.arrayElement(places), faker));
      return;
    }
    throw new Error('No endpoint is left for it.');
  };
  plant(unwrapped, (places) => [wrapperIn(places)].filter((one) => one !== undefined));
  for (const kind of kinds)
    plant(kind, (places) => {
      const wrapper = wrapperIn(places)?.way;
      return places.filter(
        ({ way, values }) =>
          !needed.test(way) &&
          !isData.test(way) &&
          way !== wrapper &&
          // Some searches find nothing.
          !(isRoot(way) && values.some(isContainer)) &&
          (kind !== retyped || values.every(isPlain)),
      );
    });
  return plants;
};
