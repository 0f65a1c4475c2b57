/** What an answer looks like, without what stands in it: the ways to its members, their types, how often they come. */
import { isObject } from '../lib/values.ts';

export interface Member {
  /** `string`, `number`, `boolean`, `null`, `object`, `list` */
  types: Set<string>;
  /** In how many of the objects around it this stands; for a list, how many there were. */
  times: number;
}

/** By their way: `contacts[].customFields[].value`; the answer itself is ``. */
export type Shape = Map<string, Member>;

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

/** Objects whose names are those of the account, not of HighLevel. */
const open = /(^|[.\]])(properties|customData|customField|sort|searchAfter)$/;

const isName = /^[A-Za-z_$][\w$ .-]{0,39}$/;
/** An ID: long, with digits among letters, or digits alone. */
const isId = /^(?=.*\d)[\w-]{16,}$/;

/** A name as it may be shown: what may be an ID, a date or somebody’s own word becomes a star. */
const nameIn = (way: string, name: string): string =>
  open.test(way) || !isName.test(name) || isId.test(name) ? '*' : name;

const join = (way: string, name: string): string => (way === '' ? name : `${way}.${name}`);

const note = (shape: Shape, way: string, type: string): void => {
  const member = shape.get(way) ?? { types: new Set(), times: 0 };
  member.types.add(type);
  member.times += 1;
  shape.set(way, member);
};

/** Adds a value to a shape. */
export const addTo = (shape: Shape, value: unknown, way = ''): void => {
  note(shape, way, typeOf(value));
  if (Array.isArray(value)) {
    // Two numbers and texts in a row are a cursor or a pair: their types differ by place, not by record.
    for (const item of value) addTo(shape, item, `${way}[]`);
    return;
  }
  if (!isObject(value)) return;
  for (const [name, part] of Object.entries(value))
    addTo(shape, part, join(way, nameIn(way, name)));
};

/** The way to what holds a member: `contacts[]` of `contacts[].email`; undefined for the answer itself. */
export const holderOf = (way: string): string | undefined => {
  if (way === '') return undefined;
  if (way.endsWith('[]')) return way.slice(0, -2);
  return way.includes('.') ? way.slice(0, way.lastIndexOf('.')) : '';
};

/** Whether every object that could hold a member has it. */
export const isAlways = (shape: Shape, way: string): boolean => {
  const holder = holderOf(way);
  if (holder === undefined || way.endsWith('[]') || way.endsWith('*')) return false;
  return shape.get(way)?.times === shape.get(holder)?.times;
};

/** Whether one way lies within another. */
export const isWithin = (way: string, outer: string): boolean =>
  way.startsWith(`${outer}.`) || way.startsWith(`${outer}[]`);

/** Where the records of an answer stand: the shallowest objects that have an ID; the answer itself if none has. */
export const recordsOf = (shape: Shape): string => {
  const holders = [...shape.keys()]
    .filter((way) => /(^|\.)_?id$/.test(way))
    .map((way) => holderOf(way) ?? '')
    .sort((one, other) => one.split(/[.[]/).length - other.split(/[.[]/).length);
  return holders[0] ?? '';
};
