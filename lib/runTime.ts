import type { Bundle } from 'zapier-platform-core';
import { runOf } from '../middleware.ts';

// Zapier stops a run after 30 s: 27 s leave time to say what went wrong.
const runTime = 27_000;
const started = new WeakMap<object, number>();

/** Milliseconds that this run still has. */
export const timeLeft = (bundle: Bundle): number => {
  const start = started.get(runOf(bundle)) ?? Date.now();
  started.set(runOf(bundle), start);
  return start + runTime - Date.now();
};

/** Milliseconds that a request may take: so many, or what this run still has. */
export const timeFor = (bundle: Bundle, atMost: number): number =>
  Math.max(1_000, Math.min(atMost, timeLeft(bundle)));

/**
 * A request that ends in time with its answer's body: core's own `timeout` begins anew where the body begins.
 * @param send gets what it hands to `z.request` as `signal`, which the types of core leave out
 */
export const inTime = async <Answer>(
  milliseconds: number,
  send: (options: { signal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), milliseconds);
  try {
    return await send({ signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
};
