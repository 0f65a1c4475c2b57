import type {
  Bundle,
  InputField,
  PlainInputField,
  PlainOutputField,
  ZObject,
} from 'zapier-platform-core';
import { recordsIn, type Shape, unreadable } from './api/answers.ts';
import { outputFieldsOf, titleOf } from './outputFields.ts';
import { withRun } from './perform.ts';
import type { Run } from './run.ts';
import { momentToIso } from './time.ts';
import { copyMembers, idOf, type JsonObject } from './values.ts';
import { lazy, shared } from './zapier.ts';

/** What a record needs to look something up while it is completed. */
export interface Context {
  run: Run;
  /** The values of the request. */
  input: JsonObject;
  /** The values of the form, with what the steps of a create added. */
  values?: JsonObject;
  /** The whole answer of a write, for what it says outside of the record. */
  answer?: unknown;
}

/** A kind of record: where an answer holds it, what it looks like, how it is told apart from its older self. */
export interface RecordType extends Shape {
  /** The date that says when the record last changed; without it a fingerprint tells. */
  changed?: string | undefined;
  /** Completes records after reading: names of ids, times that the answer lacks, dates of odd shape. */
  complete?: Complete | undefined;
  /** Takes apart an answer of an odd shape. */
  parse?: Parse | undefined;
  readonly outputFields: OutputField[];
  /** What a form asks for because of the record. */
  inputs: InputField[];
  /** Sample and fields of a trigger: with `id` and `revision` as the primary keys of dedupe. */
  trigger: Shown;
}

type Complete = (records: JsonObject[], context: Context) => JsonObject[] | Promise<JsonObject[]>;
type Parse = (answer: unknown, context: Context) => JsonObject[];

/** What people see of a record before there is one. */
export interface Shown {
  sample: JsonObject;
  readonly outputFields: OutputField[];
}

type OutputField = PlainOutputField | ((z: ZObject, bundle: Bundle) => Promise<PlainOutputField[]>);

interface Statement<Sample extends JsonObject> {
  noun: string;
  one?: string | string[];
  many?: string | string[];
  changed?: keyof Sample & string;
  sample: Sample;
  /** Labels for keys that alone say too little, by output key (`dndSettings__Call__status`). */
  labels?: Record<string, string>;
  /** More output fields that only the connection knows (custom fields). */
  dynamicFields?: (run: Run, own: number) => Promise<PlainOutputField[]>;
  /** Inputs of a read by which people choose among them. @param own how many other output fields there are */
  dynamicInputs?: (run: Run, own: number) => Promise<PlainInputField[]>;
  complete?: Complete;
  parse?: Parse;
}

const list = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

/**
 * States a kind of record once: its labelled output fields follow from the sample (types by the values), and
 * both are shared by reference between all operations, which halves what core spends on cloning them
 * (zapier#definition-cost).
 * @param statement `sample` is a whole, real shape with invented people and holds `id`.
 */
export const record = <Sample extends JsonObject>(statement: Statement<Sample>): RecordType => {
  const { noun, one, many, changed, sample, labels = {}, ...rest } = statement;
  const { dynamicFields, dynamicInputs, ...reading } = rest;
  // Made when somebody asks for them, which a run does of its own record only.
  const own = lazy(() =>
    Object.entries(sample).flatMap(([key, value]) =>
      outputFieldsOf(value, key, { id: `${titleOf(noun)} ID`, ...labels }).map(shared),
    ),
  );
  // With the revision of a trigger.
  const count = () => own().length + 1;
  const dynamic = dynamicFields ? [withRun((run) => dynamicFields(run, count()))] : [];
  const inputs = dynamicInputs ? [withRun((run) => dynamicInputs(run, count()))] : [];
  const forAction = lazy(() => [...own(), ...dynamic]);
  const forTrigger = lazy(() => [
    ...own().map((field) => (field.key === 'id' ? shared({ ...field, primary: true }) : field)),
    shared({ key: 'revision', label: 'Revision', primary: true }),
    ...dynamic,
  ]);
  return {
    ...reading,
    noun,
    one: list(one),
    many: list(many),
    changed,
    sample,
    inputs,
    get outputFields() {
      return forAction();
    },
    trigger: {
      sample: { ...sample, revision: 'new' },
      get outputFields() {
        return forTrigger();
      },
    },
  };
};

/** What a sample has of a record, and its revision: all else is left out. */
export const withNamesOf = (sample: JsonObject, one: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(one).filter(([name]) => name === 'revision' || Object.hasOwn(sample, name)),
  );

/** A record with one more sentence in its `warning`. */
export const withWarning = (one: JsonObject, sentence: string): JsonObject => ({
  ...one,
  warning: [one.warning, sentence].filter(Boolean).join(' '),
});

/**
 * Records with what a look-up adds to them. After a write they come without it if it fails: what is done must not look
 * failed, nor lose what else there is to say of it.
 */
export const withLookUp = (
  records: JsonObject[],
  { answer }: Context,
  lookUp: (records: JsonObject[]) => Promise<JsonObject[]>,
): Promise<JsonObject[]> => {
  const completed = lookUp(records);
  return answer === undefined ? completed : completed.catch(() => records);
};

const withTextId = (record: JsonObject): JsonObject => {
  const id = idOf(record);
  if (id === undefined || id === null || record.id === String(id)) return record;
  return { ...record, id: String(id) };
};

const withoutTrace = (record: JsonObject): JsonObject => {
  if (!('traceId' in record)) return record;
  const { traceId: _, ...rest } = record;
  return rest;
};

/** A value with the date at a path (`createdBy`, `timestamp`) as ISO 8601, if there is one. */
const withIsoDate = (value: unknown, [name = '', ...rest]: string[]): unknown => {
  if (typeof value !== 'object' || value === null || !(name in value)) return value;
  const part = (value as JsonObject)[name];
  const iso = rest.length > 0 ? withIsoDate(part, rest) : momentToIso(part);
  return iso === part ? value : { ...value, [name]: iso };
};

const datePaths = ({ outputFields }: RecordType): string[][] =>
  outputFields.flatMap((field) =>
    typeof field === 'object' && field.type === 'datetime' ? [field.key.split('__')] : [],
  );

/**
 * Records as they leave: real ids as text, no trace of the request, every declared date as ISO 8601, completed, and
 * every key of the sample there (null if HighLevel left it out), so that a later step can always be mapped to it.
 */
export const finishRecords = async (
  records: JsonObject[],
  type: RecordType,
  context: Context,
): Promise<JsonObject[]> => {
  const dates = datePaths(type);
  const read = records.map(
    (one) => dates.reduce<unknown>(withIsoDate, withoutTrace(withTextId(one))) as JsonObject,
  );
  const completed = await (type.complete ? type.complete(read, context) : read);
  const absent = Object.fromEntries(Object.keys(type.sample).map((key) => [key, null]));
  return completed.map((one) => copyMembers(withTextId(one), { ...absent }));
};

/** The records of an answer, however it holds them. */
export const parseRecords = (answer: unknown, type: RecordType, context: Context): JsonObject[] =>
  type.parse ? type.parse(answer, context) : recordsIn(answer, type);

/** What was read, completed. Throws if the one record has no id though its kind has: it is something else. */
export const finishRead = async (
  records: JsonObject[],
  type: RecordType,
  context: Context,
): Promise<JsonObject[]> => {
  const finished = await finishRecords(records, type, context);
  const hasId = type.many.length === 0 && 'id' in type.sample;
  if (hasId && finished.some(({ id }) => (id ?? '') === '')) throw unreadable(type.noun);
  return finished;
};
