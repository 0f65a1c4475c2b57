import type { Bundle, PlainOutputField, ZObject } from 'zapier-platform-core';
import type { Fields } from './inputFields.ts';
import { once, shared } from './shared.ts';
import { momentToIso } from './time.ts';

/** What HighLevel answers with, before anybody knows what is in it. */
export type Raw = Record<string, unknown>;

/** What a record needs to look something up while it is completed. */
export interface Context {
  z: ZObject;
  bundle: Bundle;
  /** The validated request values of the operation. */
  input: Fields;
  /** The whole answer of a write, for what stands beside the record in it. */
  answer?: unknown;
}

/** A kind of record: where an answer holds it, what it looks like, how it is told apart from its older self. */
export interface RecordType {
  /** Lower case, singular: “contact”. Used in messages. */
  noun: string;
  /** Keys under which an answer may wrap one record; without any of them the answer itself is the record. */
  one: string[];
  /** Keys under which an answer may hold a list. */
  many: string[];
  /** The date that says when the record last changed; without it a fingerprint tells. */
  changed?: string | undefined;
  /** Completes records after reading: names beside ids, times that the answer lacks, dates of odd shape. */
  complete?: ((records: Raw[], context: Context) => Raw[] | Promise<Raw[]>) | undefined;
  sample: Raw;
  readonly outputFields: OutputField[];
  /** Sample and fields of a trigger: with `id` and `revision` as the primary keys of dedupe. */
  trigger: Shown;
}

/** What people see of a record before there is one. */
export interface Shown {
  sample: Raw;
  readonly outputFields: OutputField[];
}

type OutputField = PlainOutputField | ((z: ZObject, bundle: Bundle) => Promise<PlainOutputField[]>);

interface Statement<Sample extends Raw> {
  noun: string;
  one?: string | string[];
  many?: string | string[];
  changed?: keyof Sample & string;
  sample: Sample;
  /** Labels where the key alone says too little, by output key (`dndSettings__Call__status`). */
  labels?: Record<string, string>;
  /** More output fields that only the connection knows (custom fields). */
  dynamicFields?: (z: ZObject, bundle: Bundle) => Promise<PlainOutputField[]>;
  complete?: RecordType['complete'];
}

const acronyms: Record<string, string> = {
  id: 'ID',
  dnd: 'DND',
  url: 'URL',
  utm: 'UTM',
  sms: 'SMS',
  gmb: 'Google Business',
  fb: 'Facebook',
  ip: 'IP',
  ssn: 'SSN',
  html: 'HTML',
  cc: 'CC',
  bcc: 'BCC',
};

/** `dndSettings__Call__status` as “DND Settings Call Status”. */
export const titleOf = (key: string): string =>
  key
    .replace(/\[\]|__/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[\s_]+/)
    .filter(Boolean)
    .map((word) => acronyms[word.toLowerCase()] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * Output fields of one member of a sample. Members of nested objects and line items are declared only where a label
 * or a date says more than their key, since Zapier labels the others by their keys, and core copies each field twice
 * at each call.
 */
const fieldsOf = (
  value: unknown,
  key: string,
  labels: Record<string, string>,
): PlainOutputField[] => {
  if (Array.isArray(value)) {
    const [item] = value;
    if (typeof item === 'object' && item !== null) {
      return Object.entries(item).flatMap(([name, part]) =>
        fieldsOf(part, `${key}[]${name}`, labels),
      );
    }
    return fieldsOf(item ?? '', key, labels).map((field) => ({ ...field, list: true }));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, part]) =>
      fieldsOf(part, `${key}__${name}`, labels),
    );
  }
  const type =
    typeof value === 'number' || typeof value === 'boolean'
      ? typeof value
      : moment.test(String(value))
        ? 'datetime'
        : undefined;
  if (/__|\[\]/.test(key) && type !== 'datetime' && !(key in labels)) return [];
  // A plain text needs no type: core copies every member of the definition twice at each call.
  return [
    { key, label: labels[key] ?? titleOf(key), ...(type ? { type } : {}) },
  ] as PlainOutputField[];
};

const list = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

/**
 * States a kind of record once: its labelled output fields follow from the sample (types by the values), and
 * both are shared by reference between all operations, which halves what core spends on cloning them.
 * @param statement `sample` is a whole, real shape with invented people and holds `id`.
 */
export const record = <Sample extends Raw>(statement: Statement<Sample>): RecordType => {
  const { noun, one, many, changed, sample, labels = {}, dynamicFields, complete } = statement;
  const dynamic = dynamicFields ? [dynamicFields] : [];
  // Made when somebody asks for them, which a run does of its own record only.
  const own = once(() =>
    Object.entries(sample).flatMap(([key, value]) =>
      fieldsOf(value, key, { id: `${titleOf(noun)} ID`, ...labels }).map(shared),
    ),
  );
  const forAction = once(() => [...own(), ...dynamic]);
  const forTrigger = once(() => [
    ...own().map((field) => (field.key === 'id' ? shared({ ...field, primary: true }) : field)),
    shared({ key: 'revision', label: 'Revision', primary: true }),
    ...dynamic,
  ]);
  return {
    noun,
    one: list(one),
    many: list(many),
    changed,
    complete,
    sample,
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

/**
 * Records with what a look-up adds to them; after a write without it, where it fails: what is done must not look
 * failed, nor lose what else is to be said of it.
 */
export const lookedUp = (
  records: Raw[],
  { answer }: Context,
  look: (records: Raw[]) => Promise<Raw[]>,
): Promise<Raw[]> => {
  const looking = look(records);
  return answer === undefined ? looking : looking.catch(() => records);
};

/** Whether a switch of an answer says yes, be it as a text (reality d.6: `isZoomAdded`). */
export const isTrue = (value: unknown): boolean => String(value) === 'true';

const withId = (raw: Raw): Raw => {
  const id = raw.id ?? raw._id;
  return id === undefined || id === null ? raw : { ...raw, id: String(id) };
};

/** A record with the date at a path (`createdBy`, `timestamp`) as ISO 8601, where there is one. */
const withIso = (raw: unknown, [name = '', ...rest]: string[]): unknown => {
  if (typeof raw !== 'object' || raw === null || !(name in raw)) return raw;
  const value = (raw as Raw)[name];
  return { ...raw, [name]: rest.length > 0 ? withIso(value, rest) : momentToIso(value) };
};

/**
 * Records as they leave: real ids as text, no trace of the request, every declared date as ISO 8601, completed, and
 * every key of the sample there (null where HighLevel left it out), so that a later step can always be mapped to it.
 */
export const finish = async (
  records: Raw[],
  type: RecordType,
  context: Context,
): Promise<Raw[]> => {
  const dates = type.outputFields.flatMap((field) =>
    typeof field === 'object' && field.type === 'datetime' ? [field.key.split('__')] : [],
  );
  const named = records.map((raw) => {
    const { traceId: _, ...result } = withId(raw);
    return dates.reduce<unknown>(withIso, result) as Raw;
  });
  const completed = await (type.complete ? type.complete(named, context) : named);
  const absent = Object.fromEntries(Object.keys(type.sample).map((key) => [key, null]));
  return completed.map((one) => ({ ...absent, ...withId(one) }));
};
