/** Which of the records that a poll has read are events, and under which revision each of them leaves. */
import type { OwnCache } from '../cache.ts';
import { type Past, recallPast } from '../polling/repeats.ts';
import { revisionOf } from '../polling/revision.ts';
import type { RecordType } from '../record.ts';

import { idOf, type JsonObject } from '../values.ts';

/** What polls remember of each record: its state, to know what it was before, and when it comes back to it. */
export interface Follow<Values> {
  state: (record: JsonObject, values: Values) => string;
  /** The member that gets the state before the present one, if a poll has seen it. */
  former?: string;
  /** Whether the present state is news, after the former one; undefined if no poll has seen another. */
  isNews?: (record: JsonObject, former: string | undefined, values: Values) => boolean;
}

export interface Events<Values> {
  /** Which records the form asks for. With stated events, what is there when the Zap is turned on counts as seen anyway. */
  filter?: (record: JsonObject, values: Values) => boolean;
  /**
   * The revision of each record: beside its id, what Zapier knows an event by. Undefined for a record that is no event.
   * With it, or with `follow`, the form does not ask for “Trigger On”.
   */
  revision?: string | ((record: JsonObject, values: Values) => string | undefined);
  /** Without `revision`, the state is the revision, and coming back to a state is an event of its own. */
  follow?: Follow<Values>;
}

/** Whether the trigger itself says what an event is; else the person chooses new, or new and changed records. */
export const statesEvents = <Values>({ revision, follow }: Events<Values>): boolean =>
  revision !== undefined || follow !== undefined;

interface Found<Values> {
  cache: OwnCache;
  /** The poll shows a sample in the editor; it leaves no trace. */
  isSample: boolean;
  /** The poll turns a Zap on: what it gives is not new. */
  isSeed: boolean;
  values: Values;
  /** Names what is asked for, whatever the time. */
  name: string;
  record: RecordType;
  /** Changed records are wanted too. */
  changed: boolean;
}

const unknown: Past = { stamp: '', former: undefined, earlier: [] };

/** The past of each record; the editor’s sample leaves no trace in it. */
const pastOf = <Values>(
  { cache, values, name, isSample, isSeed }: Found<Values>,
  follow: Follow<Values> | undefined,
  read: JsonObject[],
): Promise<Past[]> | Past[] => {
  if (!follow || isSample) return [];
  const states = read.map((one) => ({ id: String(idOf(one)), state: follow.state(one, values) }));
  return recallPast(cache, `states:${name}`, states, isSeed);
};

/** The revision of a record, in view of its past; undefined if it is no event. */
const statedRevision = <Values>(
  { values, record, changed }: Found<Values>,
  { revision, follow }: Events<Values>,
  one: JsonObject,
  { stamp }: Past,
): string | undefined => {
  if (typeof revision === 'function') return revision(one, values);
  if (revision !== undefined) return revision;
  if (follow) return [follow.state(one, values), stamp].filter(Boolean).join('-');
  return changed ? revisionOf(one, record) : 'new';
};

/** The events among the records that were read, with their revisions. */
export const findEvents = async <Values>(
  found: Found<Values>,
  events: Events<Values>,
  read: JsonObject[],
): Promise<JsonObject[]> => {
  const { values, isSample, isSeed } = found;
  const { filter = () => true, revision, follow } = events;
  const isNews = (!isSample && follow?.isNews) || (() => true);
  const pasts = await pastOf(found, follow, read);
  return read.flatMap((one, index) => {
    const past = pasts[index] ?? unknown;
    const own = statedRevision(found, events, one, past);
    if (own === undefined) return [];
    const event = follow?.former ? { ...one, [follow.former]: past.former ?? null } : one;
    const known = isSeed && revision === undefined ? past.earlier : [];
    const isSeen = isSeed && statesEvents(events);
    const isEvent = isSeen || (isNews(one, past.former, values) && filter(one, values));
    return isEvent ? [own, ...known].map((each) => ({ ...event, revision: each })) : [];
  });
};
