import * as zod from 'zod';

/** A trouble that is switched on, in process or as `POST /__sandbox/faults` takes it. */
export const faultSchema = zod.strictObject({
  /** "GET /contacts/*"; a star stands for anything, the method may be a star too. */
  match: zod.string(),
  kind: zod.enum([
    'burst-429',
    'daily-429',
    '500',
    '503',
    'timeout',
    'timed-out-400',
    'timed-out-401',
    'timed-out-408',
    'timed-out-504',
    'slow',
    'malformed',
    'truncated',
    'html',
    'empty',
    'drop',
    'expired-token',
    'revoked-refresh',
    'error-in-200',
    'echo',
    'unknown-fields',
    'missing-fields',
    'null-list',
  ]),
  /** How often; without it until the faults are cleared. */
  times: zod.number().int().positive().optional(),
  /** For `slow`: how long, in ms. */
  delay: zod.number().int().positive().optional(),
});

export type Fault = zod.output<typeof faultSchema>;

/** The troubles that were switched on. */
export class Faults {
  #faults: { fault: Fault; left: number; pattern: RegExp }[] = [];

  add(fault: Fault): void {
    const escaped = fault.match.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    const left = fault.times ?? Number.POSITIVE_INFINITY;
    this.#faults.push({ fault, left, pattern: new RegExp(`^${escaped}$`) });
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault for this request, used up by one. */
  take(method: string, path: string): Fault | undefined {
    const found = this.#faults.find(
      ({ left, pattern }) => left > 0 && pattern.test(`${method} ${path}`),
    );
    if (found) found.left--;
    return found?.fault;
  }
}
