import { errors } from 'zapier-platform-core';

/**
 * A soft stop before anything was sent: the owner of the Zap reads the sentence, the Zap stays on. core would add
 * “What happened”, with every input and so with passwords and personal data, unless the error forbids it.
 */
export const halted = (sentence: string): Error =>
  Object.assign(new errors.HaltedError(sentence), { doNotContextify: true });
