/** Where the answers of an account differ from what the app expects of them. */
import { addTo, holderOf, isAlways, isWithin, recordsOf, type Shape } from './shapes.ts';

export interface Difference {
  route: string;
  kind: 'unknown' | 'missing' | 'type' | 'wrapper' | 'refused' | 'order' | 'version' | 'document';
  /** Which member, or what else it is about. */
  where: string;
  what: string;
}

/** What is expected of the answers of an endpoint. */
export interface Expected {
  /** What the sandbox answers, which is written from the documents and from recordings of the real API. */
  model: Shape;
  /** What the app shows of a record: it may say more than the model. */
  samples: object[];
  /** Every name that a documented answer has; empty without the documents. */
  documented: Set<string>;
}

/** Values that have the type of the custom field, or of whatever the account put there. */
const ofAnyType =
  /(^|[.\]])(value|fieldValue\w*|field_value|picklistOptions(\[\])?|defaultValue)$|\*$/;

const isEmpty = (types: Set<string>): boolean => [...types].every((type) => type === 'null');

const list = (types: Iterable<string>): string => [...types].sort().join(' or ');

/** The keys of answers that hold a record or records, out of the model: where nothing else can be meant. */
const wrapperOf = (model: Shape): string | undefined => {
  const [wrapper] = recordsOf(model).split(/[.[]/);
  return wrapper && isAlways(model, wrapper) ? wrapper : undefined;
};

const sampleShape = ({ model, samples }: Expected): Shape => {
  const shape: Shape = new Map();
  for (const sample of samples) addTo(shape, sample, recordsOf(model));
  return shape;
};

const wrapperDifference = (route: string, model: Shape, found: Shape): Difference | undefined => {
  const wrapper = wrapperOf(model);
  const root = list(found.get('')?.types ?? []);
  const own = list(model.get('')?.types ?? []);
  if (root !== own)
    return {
      route,
      kind: 'wrapper',
      where: wrapper ?? '',
      what: `the answer is a ${root}, not a ${own}`,
    };
  if (wrapper === undefined) return undefined;
  const types = found.get(wrapper)?.types;
  // A list in a wrapper of its own name may lose the outer one (api#nested-messages).
  if (types && [...types].some((type) => type === 'null' || model.get(wrapper)?.types.has(type)))
    return undefined;
  return {
    route,
    kind: 'wrapper',
    where: wrapper,
    what: types ? `a ${list(types)}` : 'no such wrapper',
  };
};

/** Members that nothing knows, and known ones of another type. Of an unknown object only the object is told. */
const additions = (
  route: string,
  { model, documented }: Expected,
  samples: Shape,
  found: Shape,
) => {
  const told: Difference[] = [];
  for (const [way, { types }] of found) {
    if (told.some(({ where }) => isWithin(way, where))) continue;
    // What the app shows may have been made of something else: it tells the type of what the model leaves open only.
    const own = model.get(way)?.types ?? new Set<string>();
    const known = isEmpty(own) ? (samples.get(way)?.types ?? own) : own;
    const name = way.split('.').at(-1)?.replaceAll('[]', '') ?? '';
    // What stands in something that is empty in the model is as unknown to it as the model is to us.
    const isOpen = isEmpty(model.get(holderOf(way) ?? '')?.types ?? new Set());
    if (known.size === 0) {
      if (way.endsWith('[]') || way.endsWith('*') || documented.has(name)) continue;
      if (isOpen && model.has(holderOf(way) ?? '')) continue;
      told.push({ route, kind: 'unknown', where: way, what: list(types) });
      continue;
    }
    const others = [...types].filter((type) => type !== 'null' && !known.has(type));
    if (others.length === 0 || isEmpty(known) || ofAnyType.test(way)) continue;
    told.push({ route, kind: 'type', where: way, what: `${list(others)}, not ${list(known)}` });
  }
  return told;
};

/** Members that the model always has and no answer has, although there was something to hold them. */
const losses = (route: string, model: Shape, found: Shape): Difference[] => {
  const told: Difference[] = [];
  for (const way of model.keys()) {
    const holder = found.get(holderOf(way) ?? '');
    const hasHolder = holder?.types.has('object') ?? false;
    if (found.has(way) || !hasHolder || !isAlways(model, way)) continue;
    told.push({ route, kind: 'missing', where: way, what: list(model.get(way)?.types ?? []) });
  }
  return told;
};

/** Where the answers of one endpoint differ. @param found all of them put together */
export const differencesIn = (route: string, expected: Expected, found: Shape): Difference[] => {
  const { model } = expected;
  const wrapper = wrapperDifference(route, model, found);
  if (wrapper) return [wrapper];
  return [
    ...additions(route, expected, sampleShape(expected), found),
    ...losses(route, model, found),
  ];
};
