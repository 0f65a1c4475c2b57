import {
  type BasicCreateOperation,
  type BasicPollingOperation,
  type BasicSearchOperation,
  type Bundle,
  errors,
  type InputField,
  type InputFieldGroups,
  type ZObject,
} from 'zapier-platform-core';
import type * as zod from 'zod';
import { again, codeOf, nextStep } from '../middleware.ts';
import { familyOf } from './api.ts';
import { assertConnection, isAgency, subAccountField } from './connection.ts';
import { unadorned } from './halted.ts';
import { type Fields, type Form, formOf } from './inputFields.ts';
import {
  changeOf,
  numberingReturns,
  type Paging,
  printOf,
  readList,
  triggerOn,
  unique,
} from './polling.ts';
import { type Context, finish, type Raw, type RecordType, record, type Shown } from './record.ts';
import { call } from './request.ts';
import { once } from './shared.ts';

type Names<Route extends string> = Route extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** A route whose every `{name}` is a field of the request; otherwise a type that no string fits. */
export type Checked<Route extends string, Input> =
  Exclude<Names<Route>, keyof Input> extends never
    ? Route
    : `{${Exclude<Names<Route>, keyof Input>}} is no field of the input`;

/** What the docs, the scopes and the workbench want to know of an operation: the endpoints that it calls. */
const routes = new WeakMap<object, readonly string[]>();

/** The routes that an operation's `perform` calls. */
export const routesOf = (operation: object): readonly string[] =>
  ('perform' in operation && routes.get(operation.perform as object)) || [];

/** Notes which endpoints a `perform` calls, and lets its errors say no more than they say. */
export const calls = <Perform extends (z: ZObject, bundle: Bundle) => Promise<unknown>>(
  used: readonly string[],
  perform: Perform,
): Perform => {
  const noted = (async (z, bundle) => {
    try {
      return await perform(z, bundle);
    } catch (error) {
      throw unadorned(error);
    }
  }) as Perform;
  routes.set(noted, used);
  return noted;
};

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasId = (value: unknown): boolean => isObject(value) && Boolean(value.id ?? value._id);

/** A part of an answer under a name that nobody knows yet, where only one part can be meant. */
const onlyPart = (body: Raw, fits: (part: unknown) => boolean): unknown => {
  const parts = Object.values(body).filter(fits);
  return parts.length === 1 ? parts[0] : undefined;
};

const isArray = (part: unknown): part is unknown[] => Array.isArray(part);

const holdsIds = (part: unknown): boolean => [part].flat().some(hasId);

/** Whether an answer is a wrapper under names that nobody knows yet: it has no id, and nothing that the record has. */
const isStrange = (body: Raw, { sample }: RecordType): boolean =>
  !hasId(body) && !Object.keys(sample).some((key) => key in body);

/**
 * The one record of an answer, out of whichever wrapper it came in, be it a list (where documents show one record,
 * some endpoints answer a list of one); none where the wrapper holds null.
 */
export const oneOf = (answer: unknown, type: RecordType): Raw[] => {
  if (isArray(answer)) return answer.filter(isObject);
  const body = isObject(answer) ? answer : {};
  const key = type.one.find((name) => name in body);
  if (key !== undefined) return [body[key]].flat().filter(isObject);
  const isWrapper = isStrange(body, type) || (type.one.length > 0 && !hasId(body));
  if (isWrapper && 'data' in body) return oneOf(body.data, type);
  const inner = isWrapper ? onlyPart(body, holdsIds) : undefined;
  return [inner ?? body].flat().filter(isObject);
};

/** What to say of an answer that holds nothing of what was asked for. */
export const heldNo = (what: string, next: string, { traceId }: Raw): Error => {
  const trace = traceId ? ` (trace ${traceId})` : '';
  return new errors.Error(
    `HighLevel's answer held no ${what}. ${next}${trace}`,
    'unavailable',
    502,
  );
};

const listIn = (body: Raw, type: RecordType): unknown[] | undefined =>
  [...type.many, 'data', 'items', 'results'].map((name) => body[name]).find(isArray) ??
  (isObject(body.data) ? listIn(body.data, type) : undefined) ??
  // What has an id is one record, and a list in it is not that of the records.
  (hasId(body)
    ? undefined
    : (onlyPart(body, (part) => isArray(part) && part.some(hasId)) as unknown[] | undefined));

/**
 * The list of an answer; its one record where the type states `one` beside `many`, since documents and API differ
 * there. Throws when there is no list, for an empty one would say that all records are gone.
 * @param next what is to be done then
 */
export const manyOf = (answer: unknown, type: RecordType, next = again): Raw[] => {
  const body: Raw = isObject(answer) ? answer : {};
  const found = isArray(answer) ? answer : listIn(body, type);
  if (found) return found.filter(isObject);
  const isNamed = type.many.some((name) => name in body);
  if (type.one.length > 0 && !isNamed) return oneOf(answer, type).filter(hasId);
  throw heldNo(`${type.noun} list`, next, body);
};

/** What a read found: the list, or the one record; none where the answer says nothing but its trace. */
export const foundIn = (answer: unknown, type: RecordType, bundle: Bundle): Raw[] =>
  type.many.length > 0
    ? manyOf(answer, type, nextStep(bundle, true))
    : oneOf(answer, type).filter((raw) => Object.keys(raw).some((key) => key !== 'traceId'));

/** What was read, completed. Throws where the one record has no id though its kind has: it is something else. */
export const finishRead = async (
  records: Raw[],
  type: RecordType,
  context: Context,
): Promise<Raw[]> => {
  const finished = await finish(records, type, context);
  const isOne = type.many.length === 0 && 'id' in type.sample;
  if (isOne && finished.some(({ id }) => (id ?? '') === ''))
    throw heldNo(type.noun, nextStep(context.bundle, true), {});
  return finished;
};

interface Inputs {
  inputFields: InputField[];
  inputFieldGroups?: InputFieldGroups;
}

/** How many records the list of an answer holds in all; undefined where it does not say. */
const totalOf = (answer: unknown): unknown => {
  const { total, meta }: Raw = isObject(answer) ? answer : {};
  return total ?? (isObject(meta) ? meta.total : undefined);
};

/** The form of an operation, with “Sub-Account” first where a sub-account is what it works in. */
const inputsOf = (route: string, form: Form): Inputs => ({
  inputFields:
    familyOf(route).token === 'sub-account'
      ? [subAccountField, ...form.inputFields]
      : form.inputFields,
  ...(form.inputFieldGroups.length > 0 ? { inputFieldGroups: form.inputFieldGroups } : {}),
});

/** The operation with a form that is made when somebody asks for it, which a run of another operation never does. */
const lazily = <Operation extends object>(
  operation: Operation,
  inputs: () => Inputs,
): Operation & Inputs => {
  const made = once(inputs);
  const enumerable = true;
  return Object.defineProperties(operation, {
    inputFields: { enumerable, configurable: true, get: () => made().inputFields },
    inputFieldGroups: { enumerable, configurable: true, get: () => made().inputFieldGroups },
  }) as Operation & Inputs;
};

/**
 * An operation whose `perform` is written by hand, with its form, “Sub-Account” first where a sub-account is what it
 * works in, and with what it gives: a record type, or its `trigger`.
 */
export const withForm = <Operation extends object>(
  route: string,
  form: Form,
  type: Shown,
  operation: Operation,
): Operation & Shown & Inputs => {
  const whole = {
    ...operation,
    sample: type.sample,
    get outputFields() {
      return type.outputFields;
    },
  };
  return lazily(whole, () => inputsOf(route, form));
};

// `{ ...operation }` would make its form.
const copyOf = <Operation extends object>(operation: Operation): Operation =>
  Object.defineProperties({}, Object.getOwnPropertyDescriptors(operation)) as Operation;

/** The operation with its form worked over. */
export const withInputFields = <Operation extends Partial<Inputs>>(
  operation: Operation,
  rework: (own: InputField[]) => InputField[],
): Operation =>
  lazily(copyOf(operation), () => ({
    inputFields: rework(operation.inputFields ?? []),
    ...(operation.inputFieldGroups ? { inputFieldGroups: operation.inputFieldGroups } : {}),
  }));

type Perform<Result> = (z: ZObject, bundle: Bundle) => Promise<Result>;

/**
 * The operation with something done around its own request.
 * @param routes what that calls besides
 * @param wrap gives the new `perform` for the operation's own
 */
export const withPerform = <Operation extends { perform?: unknown }, Result = Raw>(
  operation: Operation,
  routes: readonly string[],
  wrap: (own: Perform<Result>) => Perform<Result>,
): Operation => {
  const perform = wrap(operation.perform as Perform<Result>);
  return Object.assign(copyOf(operation), {
    perform: calls([...routesOf(operation), ...routes], perform),
  });
};

/**
 * A create: sends one request and gives the one record of the answer.
 * @param route `'POST /contacts/{contactId}/notes'`; a query beside a body is written out: `'DELETE /x/{id}?a={a}'`
 * @param schema the form, the validation and, through `.transform()`, the request
 * @param type the record that comes back
 */
export const send = <const Route extends string, Input extends Fields>(
  route: Checked<Route, Input>,
  schema: zod.core.$ZodType<Input>,
  type: RecordType,
): BasicCreateOperation => {
  const form = formOf(schema);
  const operation = {
    perform: calls([route], async (z: Context['z'], bundle: Context['bundle']) => {
      assertConnection(bundle, familyOf(route).token);
      const input = await form.read(bundle);
      const answer = await call({ z, bundle, labels: form.labels }, route, input);
      const [raw = {}] = oneOf(answer, type);
      const records = [raw];
      // The write is done: a look-up that fails now must not make the step look failed and be replayed.
      const context = { z, bundle, input, answer };
      const [result] = await finish(records, type, context).catch(() =>
        finish(records, { ...type, complete: undefined }, context),
      );
      return result ?? {};
    }),
  };
  return withForm(route, form as Form, type, operation);
};

/**
 * A search: gives the records that match, best first, or none (`[]`) when HighLevel does not find any.
 */
export const find = <const Route extends string, Input extends Fields>(
  route: Checked<Route, Input>,
  schema: zod.core.$ZodType<Input>,
  type: RecordType,
): BasicSearchOperation => {
  const form = formOf(schema);
  const operation = {
    perform: calls([route], async (z: Context['z'], bundle: Context['bundle']) => {
      assertConnection(bundle, familyOf(route).token);
      const input = await form.read(bundle);
      try {
        const answer = await call({ z, bundle, labels: form.labels }, route, input);
        return await finishRead(foundIn(answer, type, bundle), type, { z, bundle, input });
      } catch (error) {
        if (['not_found', 'no_location'].includes(codeOf(error) ?? '')) return [];
        throw error;
      }
    }),
  };
  return withForm(route, form as Form, type, operation);
};

/** A dropdown gets this step's own fields: it takes over only those that the list cannot do without. */
const forDropdown = (bundle: Bundle, form: Form): Bundle => {
  if (!bundle.meta.isFillingDynamicDropdown) return bundle;
  const needed = new Set(
    form.inputFields.filter((field) => field.required).map((field) => field.key),
  );
  if (isAgency(bundle)) needed.add('locationId');
  const kept = Object.entries(bundle.inputData).filter(([key]) => needed.has(key));
  return { ...bundle, inputData: Object.fromEntries(kept) };
};

/**
 * A polling trigger: records newest first, with `id` and `revision` as the keys of dedupe. A record type with a
 * list (`many`) gets “Trigger On” and a constant revision for what is new; a single record fires whenever it changes.
 * @param paging how the endpoint pages; without it one request gives the whole list
 */
export const poll = <const Route extends string, Input extends Fields>(
  route: Checked<Route, Input>,
  schema: zod.core.$ZodType<Input>,
  type: RecordType,
  paging?: Paging,
): BasicPollingOperation => {
  const form = formOf(schema);
  const isList = type.many.length > 0;
  const operation = {
    ...(paging ? { canPaginate: true } : {}),
    perform: calls([route], async (z: Context['z'], given: Context['bundle']) => {
      const bundle = forDropdown(given, form as Form);
      const changed = !isList || bundle.inputData.triggerOn === 'changed';
      assertConnection(bundle, familyOf(route).token);
      const input = await form.read(bundle);
      const load = async (ask: Fields) => {
        const caller = { z, bundle, labels: form.labels };
        const answer = await call(caller, route, { ...input, ...ask });
        return { records: foundIn(answer, type, bundle), total: totalOf(answer) };
      };
      const finished = async (raws: Raw[]) => {
        const revised = raws.map((raw) => ({
          ...raw,
          revision: changed ? changeOf(raw, type) : 'new',
        }));
        return unique(await finishRead(revised, type, { z, bundle, input }));
      };
      const records = paging
        ? await readList({ z, bundle }, paging, changed, load, finished)
        : await finished((await load({})).records);
      if (!changed || type.changed || bundle.meta.isLoadingSample)
        return records as { id: string }[];
      // Two Zaps may ask about the same thing in different ways (a slug for one post, or for any).
      const name = `been:${route}:${printOf(isList ? input : [records[0]?.id, input])}`;
      return (await numberingReturns({ z, bundle }, name, records)) as { id: string }[];
    }),
  };
  const shown = withForm(route, form as Form, type.trigger, operation);
  if (!isList) return shown;
  const modes = triggerOn(type.noun, paging?.newest?.new !== undefined);
  return withInputFields(shown, (own) => [...own, modes]);
};

/**
 * A hidden trigger that fills a dropdown: `id` and `name` of each record, and the id where there is no name.
 * @param key where the answer holds the list
 * @param nameOf what people read
 */
export const dropdown = <const Route extends string, Input extends Fields>(
  route: Checked<Route, Input>,
  schema: zod.core.$ZodType<Input>,
  { key, nameOf, paging }: { key: string; nameOf: (raw: Raw) => unknown; paging?: Paging },
): BasicPollingOperation => {
  const complete = (records: Raw[]) =>
    records.map((raw) => ({ id: raw.id, name: String(nameOf(raw) || raw.id) }));
  const sample = { id: 'x1', name: 'Name' };
  const type = record({ noun: 'record', many: key, sample, complete });
  const { perform } = poll(route, schema, type, paging);
  const operation = { perform, canPaginate: paging !== undefined, sample };
  return lazily(operation, () => ({ inputFields: formOf(schema).inputFields }));
};

/** A hidden trigger whose choices are known without asking HighLevel. @param choices value → what people read */
export const fixedDropdown = (
  choices: () => [value: string, label: string][],
): BasicPollingOperation => ({
  perform: () => choices().map(([id, name]) => ({ id, name })),
  sample: { id: 'x1', name: 'Name' },
});
