/** What a command cannot do, in a sentence that says what to do instead; run.mjs prints it without a stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
