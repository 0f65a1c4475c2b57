/** The edge between Zapier and the app: Zapier calls with `z` and `bundle`, the app works with a `Run`. */
import type { Bundle, ZObject } from 'zapier-platform-core';
import { zapierError } from './api/errors.ts';
import { startRun } from './api/startRun.ts';
import type { Labels, Run } from './run.ts';

/** A function as Zapier calls it. */
type Called<Result> = (z: ZObject, bundle: Bundle) => Promise<Result>;

/** A function as Zapier calls it, out of one that takes a Run; what it throws becomes Zapier’s own errors. */
export const withRun =
  <Result>(
    work: (run: Run) => Result | Promise<Result>,
    labels: () => Labels = () => ({}),
  ): Called<Result> =>
  async (z, bundle) => {
    const run = startRun(z, bundle, labels());
    try {
      return await work(run);
    } catch (error) {
      throw zapierError(error, run);
    }
  };

/** The endpoints that a `perform` calls, for the scopes, the documents and the workbench. */
const routes = new WeakMap<object, readonly string[]>();

/** The `perform` of an operation, and which endpoints it calls. */
export const tracked = <Result>(
  called: readonly string[],
  work: (run: Run) => Promise<Result>,
  labels?: () => Labels,
): Called<Result> => {
  const perform = withRun(work, labels);
  routes.set(perform, [...new Set(called)]);
  return perform;
};

/** The routes that an operation’s `perform` calls. */
export const routesOf = (operation: object): readonly string[] =>
  ('perform' in operation && routes.get(operation.perform as object)) || [];
