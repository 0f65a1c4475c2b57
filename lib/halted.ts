import { errors } from 'zapier-platform-core';

/**
 * An error that says what it says and no more: core adds “What happened” to an error that does not forbid it, with
 * every input of the step and so with passwords and personal data, and logs it.
 */
export const unadorned = <Thrown>(error: Thrown): Thrown =>
  error instanceof Error ? Object.assign(error, { doNotContextify: true }) : error;

/** A soft stop before anything was sent: the owner of the Zap reads the sentence, the Zap stays on. */
export const halted = (sentence: string): Error => unadorned(new errors.HaltedError(sentence));
