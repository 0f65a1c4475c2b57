import { totalIn } from '../api/answers.ts';
import { endpointOf } from '../api/endpoints.ts';
import { readList, readOrdered } from '../polling/list.ts';
import type { List, Paging } from '../polling/paging.ts';
import { readingOf } from '../polling/reading.ts';
import { stampRepeats } from '../polling/repeats.ts';
import { fingerprint, uniqueRecords } from '../polling/revision.ts';
import { slimSeed } from '../polling/seed.ts';
import { wantsChanges } from '../polling/triggerOn.ts';
import { finishRead, parseRecords, type RecordType } from '../record.ts';
import type { Run } from '../run.ts';
import type { JsonObject } from '../values.ts';
import { type Events, findEvents, statesEvents } from './events.ts';

/** How the records of a trigger are read. */
export interface Source<Body> {
  /** Where an answer holds the records. */
  record: RecordType;
  /** How the endpoint pages; without it one request gives the whole list. */
  paging?: Paging | undefined;
  /** How it is read, if that takes more than the one request of the route. Gives the answer. */
  send?: ((run: Run, body: Body) => Promise<unknown>) | undefined;
}

/** Another endpoint, which gives the same records in an order that the one of the trigger does not have. */
export interface Ordered<Values> {
  route: string;
  /** The request; undefined if the endpoint does not know what the form asks for. */
  request: (values: Values, run: Run) => JsonObject | undefined;
  record: RecordType;
  paging: Paging;
}

export interface Polled<Values extends JsonObject, Body extends JsonObject>
  extends Source<Body>,
    Events<NoInfer<Values>> {
  ordered?: Ordered<NoInfer<Values>>;
  /**
   * The request of the poll that turns the Zap on, if that must read another list than the later ones, and whole: all
   * that are in the state already. The editor’s sample comes from it, too.
   */
  seed?: (values: NoInfer<Values>, run: Run) => JsonObject;
}

/** What one poll asks for. */
export interface Asked<Values, Body> {
  run: Run;
  route: string;
  values: Values;
  body: Body;
  /** Whether some field of the form asks for fewer records. */
  isNarrowable: () => boolean;
}

export const isSingle = ({ many }: RecordType): boolean => many.length === 0;

/** Reads one page, by an endpoint with its own request. */
const loader =
  <Body extends JsonObject>(
    { run, values }: Asked<JsonObject, JsonObject>,
    { record, paging, send }: Source<Body>,
    { route, body }: { route: string; body: Body },
  ): List['load'] =>
  async (params) => {
    const input = { ...body, ...params };
    const answer = await (send ? send(run, input) : run.call(route, input));
    const records = parseRecords(answer, record, { run, input, values });
    return { records, total: totalIn(answer), more: paging?.more?.(answer) };
  };

/** What a person can do about a list that is too long. @param hasOrder whether its new records come first */
const adviceFor =
  ({ isNarrowable }: Asked<JsonObject, JsonObject>, { noun }: RecordType, hasOrder: boolean) =>
  (): string[] => [
    ...(isNarrowable() ? ['narrow it down with the fields of this step'] : []),
    ...(hasOrder ? [`choose “A new ${noun}” in “Trigger On”`] : []),
  ];

/** The same if the list would come in order with another scope. */
const scopeAdvice = (route: string) => (): string[] => [
  `ask the owner of the app to add the scope “${endpointOf(route).scope}”, then reconnect`,
];

const readRecords = <Values extends JsonObject, Body extends JsonObject>(
  asked: Asked<Values, Body>,
  polled: Polled<Values, Body>,
  { changed, finish }: Pick<List<JsonObject>, 'changed' | 'finish'>,
): Promise<JsonObject[]> => {
  const { run, route, values } = asked;
  const { record, paging, ordered, seed } = polled;
  const { isLoadingSample, isPopulatingDedupe } = run.bundle.meta;
  const isSeeded = seed !== undefined && (isLoadingSample || isPopulatingDedupe);
  const body = isSeeded ? (seed(values, run) as Body) : asked.body;
  const load = loader(asked, polled, { route, body });
  if (!paging) return load({}).then(({ records }) => finish(records));
  const name = fingerprint([route, run.bundle.inputData]);
  const advice = adviceFor(asked, record, changed && paging.newest?.new !== undefined);
  const byChange = changed || (paging.isNarrowed?.(body) ?? false);
  const reading = readingOf(run);
  const readsWhole = isSeeded;
  const list = {
    ...reading,
    name,
    route,
    paging,
    changed,
    byChange,
    readsWhole,
    advice,
    load,
    finish,
  };
  const request = ordered?.request(values, run);
  if (!ordered || !request || reading.purpose === 'dropdown') return readList(list);
  const other = { route: ordered.route, body: request };
  return readOrdered(
    {
      ...list,
      route: ordered.route,
      paging: ordered.paging,
      byChange: changed || (ordered.paging.isNarrowed?.(request) ?? false),
      advice: scopeAdvice(ordered.route),
      load: loader(asked, { record: ordered.record, paging: ordered.paging }, other),
    },
    list,
  );
};

/** Under which the history of the records is kept: two Zaps may ask about the same thing in different ways. */
const historyName = (route: string, asked: unknown): string =>
  `been:${route}:${fingerprint(asked)}`;

/** One poll: the records as they leave, each with its revision. */
export const poll = async <Values extends JsonObject, Body extends JsonObject>(
  asked: Asked<Values, Body>,
  polled: Polled<Values, Body>,
): Promise<JsonObject[]> => {
  const { run, route, values, body } = asked;
  const { record } = polled;
  const { isLoadingSample, isPopulatingDedupe } = run.bundle.meta;
  const changed = isSingle(record) || wantsChanges(run.bundle.inputData);
  const found = {
    cache: run.cache,
    values,
    name: fingerprint([route, run.bundle.inputData]),
    record,
    changed,
    isSample: isLoadingSample === true,
    isSeed: isPopulatingDedupe === true,
  };
  const finish = async (read: JsonObject[]) => {
    const events = await findEvents(found, polled, read);
    return uniqueRecords(await finishRead(events, record, { run, input: body, values }));
  };
  const records = await readRecords(asked, polled, { changed, finish });
  const mayRepeat = changed && !record.changed && !statesEvents(polled);
  if (!mayRepeat || isLoadingSample) return isPopulatingDedupe ? slimSeed(records) : records;
  const history = historyName(route, isSingle(record) ? [records[0]?.id, body] : body);
  const stamped = await stampRepeats(run.cache, history, records, isPopulatingDedupe);
  return isPopulatingDedupe ? slimSeed(stamped) : stamped;
};
