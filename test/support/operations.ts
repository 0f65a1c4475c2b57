import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Create, PlainInputField, Search, Trigger } from 'zapier-platform-core';
import { listKey } from '../../documents/listKey.ts';
import { listRoutes } from '../../documents/lists.ts';
import App from '../../index.ts';
import { routesOf } from '../../lib/perform.ts';
import type { RecordType } from '../../lib/record.ts';
import { lazy } from '../../lib/zapier.ts';
import { agencyConnection, connection } from './api.ts';
import { bundleOf, freeze, plainZ, type Request, type Result } from './zapier.ts';

export type Operation = Trigger | Create | Search;
export type Kind = 'triggers' | 'creates' | 'searches';

/** Every operation that the app registers, hidden ones too. */
export const operations: { kind: Kind; key: string; operation: Operation }[] = (
  ['triggers', 'creates', 'searches'] as const
).flatMap((kind) =>
  Object.entries<Operation>(App[kind] ?? {}).map(([key, operation]) => ({ kind, key, operation })),
);

/** What people choose where an operation can call any endpoint. */
const chosenRoutes = new Map([
  ['api_request', 'POST /businesses/'],
  ['api_look_up', 'GET /businesses/{businessId}'],
  ['any_list_record', 'GET /businesses/'],
]);
export const chosenFor = ({ key }: Operation): Result =>
  chosenRoutes.has(key) ? { apiArea: 'Businesses', apiEndpoint: chosenRoutes.get(key) } : {};

/** The documented lists that fill dropdowns. */
const chosenLists = new Map(listRoutes.map((route) => [listKey(route), route]));

/** The endpoints that an operation may call. */
export const routesFor = ({ key, operation }: Operation): readonly string[] => {
  const chosen = chosenRoutes.get(key) ?? chosenLists.get(key);
  return chosen ? [chosen] : routesOf(operation);
};

/** Whether an operation needs an agency's connection. */
const agencyRoutes =
  /\/(companies|snapshots)\b|\/(users|locations)\/search|^(POST|PUT|DELETE) \/locations\/(\{locationId\})?(\?|$)/;
export const connectionFor = (operation: Operation): Record<string, string> =>
  routesFor(operation).some((route) => agencyRoutes.test(route)) ? agencyConnection : connection;

const records = join(__dirname, '../../records');

/** Every kind of record that is stated in `records/`. */
export const recordTypes: { name: string; type: RecordType }[] = readdirSync(records).flatMap(
  (file) =>
    Object.entries<RecordType>(require(join(records, file)))
      .filter(([, type]) => Array.isArray(type?.many) && Array.isArray(type?.one))
      .map(([name, type]) => ({ name: `${file} ${name}`, type })),
);

/** Every wrapper that HighLevel is known for. */
const wrappers = {
  one: recordTypes.flatMap(({ type }) => type.one),
  many: recordTypes.flatMap(({ type }) => type.many),
};

/** An answer that any operation can read: its sample, bare and in every wrapper that HighLevel is known for. */
export const plausible = ({ operation }: Operation, kind: Kind): Result => {
  const sample = { ...(operation.sample as Result) };
  // No record, but a map by date (api#free-slots).
  if ('startTime' in sample && 'date' in sample)
    return { [String(sample.date)]: { slots: [sample.startTime] }, traceId: 'trace-1' };
  const alone = Object.fromEntries(wrappers.one.map((name) => [name, sample]));
  const listed = Object.fromEntries(wrappers.many.map((name) => [name, [sample]]));
  return {
    ...(kind === 'creates' ? { ...listed, ...alone } : { ...alone, ...listed }),
    ...sample,
    traceId: 'trace-1',
  };
};

/** A custom field of every type that a sub-account can have. */
const customFields = [
  ['TEXT'],
  ['LARGE_TEXT'],
  ['NUMERICAL'],
  ['MONETORY'],
  ['DATE'],
  ['PHONE'],
  ['SINGLE_OPTIONS', 'One', 'Two'],
  ['RADIO', 'One', 'Two'],
  ['CHECKBOX', 'One', 'Two'],
  ['MULTIPLE_OPTIONS'],
  ['FILE_UPLOAD'],
].map(([dataType, ...picklistOptions]) => ({
  id: `f-${dataType}`,
  name: `Field ${dataType}`,
  fieldKey: `contact.${dataType?.toLowerCase()}`,
  dataType,
  picklistOptions,
}));

/** Answers every request of an operation: its own with its sample, that for custom fields with some of every type. */
export const answering = (operation: Operation, kind: Kind) => {
  const own = lazy(() => freeze(plausible(operation, kind)));
  return ({ url }: Request): Result =>
    /\/customFields\?/.test(url) && !/_custom_fields?$/.test(operation.key)
      ? { customFields }
      : own();
};

/** The fields of an operation's form with those that only the connection knows, as far as it can be asked. */
export const formFields = async (
  operation: Operation,
  kind: Kind,
  inputData: Result = chosenFor(operation),
): Promise<PlainInputField[]> => {
  const z = plainZ(answering(operation, kind));
  const lists = await Promise.all(
    (operation.operation.inputFields ?? []).map(async (field) => {
      if (typeof field !== 'function') return [field];
      const ask = field as unknown as (z: unknown, bundle: unknown) => unknown;
      const bundle = bundleOf(inputData, {}, connectionFor(operation));
      return [await Promise.resolve(ask(z, bundle)).catch(() => [])].flat();
    }),
  );
  // “Wait for Delivery” waits in real time: test/creates/conversations/sending.test.ts has it, with a clock of its own.
  return (lists.flat() as PlainInputField[]).filter(({ key }) => key !== 'waitForDelivery');
};

/** What a request says: method, decoded path, query and body. */
export const partsOf = ({
  method = 'GET',
  url,
  body,
}: {
  method?: string;
  url: string;
  body?: unknown;
}) => {
  const { pathname, searchParams, origin } = new URL(url, 'https://highlevel.example');
  const isJson = typeof body === 'string' && /^[{[]/.test(body);
  return {
    method,
    origin,
    path: pathname,
    query: [...searchParams],
    body: isJson ? (JSON.parse(body) as unknown) : body || null,
  };
};

/** Every text, number and switch in a value, at any depth. */
export const leavesOf = (value: unknown): (string | number | boolean)[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
  return ['string', 'number', 'boolean'].includes(typeof value)
    ? [value as string | number | boolean]
    : [];
};
