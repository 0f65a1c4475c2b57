import zapier, {
  type Bundle,
  type Create,
  type Search,
  type Trigger,
  type ZObject,
} from 'zapier-platform-core';
import { hydrators } from '../../hydrators.ts';
import { beforeRequest, flags } from '../../middleware.ts';
import { connection } from './api.ts';
import { mismatch } from './mismatch.ts';

type Operation = Trigger | Create | Search;
type Result = Record<string, unknown>;

interface Setting {
  authData?: Record<string, string>;
  /** What the person typed or mapped, before Zapier made the inputs of it. */
  inputDataRaw?: Record<string, string>;
  meta?: Partial<Bundle['meta']>;
}

const kindOf = ({ display }: Operation): 'triggers' | 'creates' | 'searches' => {
  if (display.hidden || display.description?.startsWith('Triggers')) return 'triggers';
  return display.description?.startsWith('Finds') ? 'searches' : 'creates';
};

/**
 * The app with nothing but what is stated: core clones the whole definition at each call (zapier#definition-cost), and
 * the whole app takes a second to load.
 */
export const testerWith = (operations: object) =>
  zapier.createAppTester({
    version: '1.0.0',
    platformVersion: zapier.version,
    authentication: { type: 'oauth2', test: {}, oauth2Config: { autoRefresh: true } },
    beforeRequest: [beforeRequest],
    hydrators,
    flags,
    ...operations,
  });

const testerOf = (operation: Operation) =>
  testerWith({ [kindOf(operation)]: { [operation.key]: operation } });

const invoke = async (
  operation: Operation,
  inputData: Result,
  { authData, inputDataRaw, meta }: Setting,
) => {
  const { perform } = operation.operation as {
    perform: (z: ZObject, bundle: Bundle) => Promise<unknown>;
  };
  const bundle = {
    authData: authData ?? connection,
    inputData,
    ...(inputDataRaw ? { inputDataRaw } : {}),
    meta: { ...meta },
  };
  return testerOf(operation)(perform, bundle).catch((error: unknown) => {
    throw mismatch() ?? error;
  });
};

/** Runs a create through zapier-platform-core and gives its record. */
export const run = (operation: Create, inputData: Result = {}, setting: Setting = {}) =>
  invoke(operation, inputData, setting) as Promise<Result>;

/** Polls a trigger or runs a search through zapier-platform-core and gives its records. */
export const poll = (operation: Trigger | Search, inputData: Result = {}, setting: Setting = {}) =>
  invoke(operation, inputData, setting) as Promise<Result[]>;

/** What the owner of the Zap would read when the call fails. Fails itself when the call does not. */
export const failure = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => new Error('the call did not fail'),
    (reason: Error) => reason,
  );
  try {
    return (JSON.parse(error.message) as { message: string }).message;
  } catch {
    return error.message;
  }
};

type Fields = 'inputFields' | 'outputFields';

/** Fields of an operation, dynamic ones included, as the editor would ask for them. */
const allFields = async (
  operation: Operation,
  name: Fields,
  inputData: Result,
  { authData, meta }: Setting,
): Promise<Result[]> => {
  const { [name]: fields = [] } = operation.operation as { [key in Fields]?: unknown[] };
  const lists = await Promise.all(
    fields.map((field) =>
      typeof field === 'function'
        ? testerOf(operation)(field as () => Promise<unknown>, {
            authData: authData ?? connection,
            inputData,
            meta: meta ?? {},
          })
        : [field],
    ),
  );
  return lists.flat() as Result[];
};

/** The fields that the form of an operation shows. */
export const fieldsOf = (operation: Operation, inputData: Result = {}, setting: Setting = {}) =>
  allFields(operation, 'inputFields', inputData, setting);

/** The fields of what an operation gives. */
export const outputsOf = (operation: Operation, inputData: Result = {}, setting: Setting = {}) =>
  allFields(operation, 'outputFields', inputData, setting);
