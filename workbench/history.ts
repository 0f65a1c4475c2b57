import type { Input, Result } from './app.ts';
import type { Labels } from './form.ts';

/** A test that was made. */
export interface Tested {
  number: number;
  key: string;
  at: number;
  input: Input;
  labels: Labels;
  /** What came of it, in a few words. */
  outcome: string;
  isGood: boolean;
  records: Result[];
  requests: number;
  milliseconds: number;
}

const most = 100;

/** The tests since the workbench was started, newest first. */
export class History {
  #tests: Tested[] = [];
  #count = 0;

  get tests(): Tested[] {
    return this.#tests;
  }

  add(test: Omit<Tested, 'number'>): void {
    this.#count += 1;
    this.#tests = [{ ...test, number: this.#count }, ...this.#tests].slice(0, most);
  }

  at(number: number): Tested | undefined {
    return this.#tests.find((test) => test.number === number);
  }
}
