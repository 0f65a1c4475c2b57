/** Differences planted at random in the answers of a sandbox. The code that looks for them knows nothing of this. */
import type { Faker } from '@faker-js/faker';
import { routeOf } from '../../live/routes.ts';
import type { Alter } from './relay.ts';

type Json = Record<string, unknown>;

/** Something planted: where, how it changes an answer, and what must be found because of it. */
export interface Plant {
  route: string;
  /** `kind where`, as the report has it. */
  expected: string[];
  change: (answer: unknown) => unknown;
  /** Requests that are refused. */
  refuses?: (target: string, body: string) => boolean;
}

/** A member of the answers of a route: `contacts[].email`, and the values that it has there. */
export interface Place {
  route: string;
  way: string;
  values: unknown[];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes every object that holds the member at a way. */
const atHolder = (
  answer: unknown,
  way: string,
  change: (holder: Json, name: string) => Json,
): unknown => {
  const steps = way.replaceAll('[]', '.[]').split('.').filter(Boolean);
  const name = steps.pop() ?? '';
  const walk = (value: unknown, [step, ...rest]: string[]): unknown => {
    if (step === undefined)
      return isObject(value) && (name in value || name === '+') ? change(value, name) : value;
    if (step === '[]') return Array.isArray(value) ? value.map((one) => walk(one, rest)) : value;
    return isObject(value) && step in value ? { ...value, [step]: walk(value[step], rest) } : value;
  };
  return walk(answer, steps);
};

const without = (holder: Json, name: string): Json =>
  Object.fromEntries(Object.entries(holder).filter(([key]) => key !== name));

const siblings = (way: string, name: string): string =>
  way.includes('.') ? `${way.slice(0, way.lastIndexOf('.'))}.${name}` : name;

const fresh = (faker: Faker): string =>
  `grown${faker.string.alpha({ length: 6, casing: 'upper' })}`;

export const renamed = ({ route, way }: Place, faker: Faker): Plant => {
  const other = fresh(faker);
  return {
    route,
    expected: [`missing ${way}`, `unknown ${siblings(way, other)}`],
    change: (answer) =>
      atHolder(answer, way, (holder, name) => ({
        ...without(holder, name),
        [other]: holder[name],
      })),
  };
};

export const missing = ({ route, way }: Place): Plant => ({
  route,
  expected: [`missing ${way}`],
  change: (answer) => atHolder(answer, way, without),
});

export const extra = ({ route, way }: Place, faker: Faker): Plant => {
  const name = fresh(faker);
  const value = faker.helpers.arrayElement([7, 'text', null, true, [], { inner: [1] }]);
  return {
    route,
    expected: [`unknown ${siblings(way, name)}`],
    change: (answer) => atHolder(answer, way, (holder) => ({ ...holder, [name]: value })),
  };
};

export const retyped = ({ route, way, values }: Place, faker: Faker): Plant => {
  const types = new Set(values.map((value) => typeof value));
  const others = [7, 'text', true, { inner: 1 }].filter((value) => !types.has(typeof value));
  const value = faker.helpers.arrayElement(others);
  return {
    route,
    expected: [`type ${way}`],
    change: (answer) => atHolder(answer, way, (holder, name) => ({ ...holder, [name]: value })),
  };
};

export const unwrapped = ({ route, way }: Place): Plant => ({
  route,
  expected: [`wrapper ${way}`],
  change: (answer) => (isObject(answer) && way in answer ? answer[way] : answer),
});

export const unordered = ({ route }: { route: string }): Plant => ({
  route,
  expected: ['order '],
  change: (answer) => answer,
  refuses: (_target, body) => body.includes('"sort":'),
});

/** Puts the plants into answers. */
export const alterWith = (plants: Plant[]): Alter => {
  const byRoute = new Map(plants.map((plant) => [plant.route, plant]));
  return ({ method, target, body }, { status, json }) => {
    const plant = byRoute.get(routeOf({ method, target }) ?? '');
    if (!plant || status >= 300) return undefined;
    if (plant.refuses?.(target, body))
      return {
        status: 422,
        json: {
          statusCode: 422,
          message: ['sort is not supported'],
          error: 'Unprocessable Entity',
        },
      };
    return { status, json: plant.change(json) };
  };
};

/** Every member of answers by its way, with its values; of maps, whose names are data, none. */
export const placesIn = (route: string, answers: unknown[]): Place[] => {
  const found = new Map<string, { values: unknown[]; holders: number }>();
  const holders = new Map<string, number>();
  const walk = (value: unknown, way: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, `${way}[]`);
    if (!isObject(value)) return;
    holders.set(way, (holders.get(way) ?? 0) + 1);
    for (const [name, part] of Object.entries(value)) {
      const at = way ? `${way}.${name}` : name;
      const known = found.get(at) ?? { values: [], holders: 0 };
      found.set(at, { values: [...known.values, part], holders: known.holders + 1 });
      walk(part, at);
    }
  };
  for (const answer of answers) walk(answer, '');
  return [...found]
    .filter(([way, { holders: times }]) => {
      const holder = way.includes('.') ? way.slice(0, way.lastIndexOf('.')) : '';
      return times === holders.get(holder);
    })
    .map(([way, { values }]) => ({ route, way, values }));
};
