/** Ends a run that somebody stopped with Ctrl-C. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.');
  }
}
