import type { Values } from '../zaps/zap.ts';
import type { ZapStore } from './store.ts';
import type { ZapFile } from './zapFile.ts';

/** How many changes can be undone. */
const depth = 200;

/** Changes of the same field within this time are undone together, in milliseconds. */
const together = 2_000;

/** A Zap that is open in the editor: what it is, and what it was before each change. */
export class Draft {
  readonly id: string;
  readonly #store: ZapStore;
  #file: ZapFile;
  #writtenAt: number;
  #past: ZapFile[] = [];
  #future: ZapFile[] = [];
  #last: { what: string; at: number } | undefined;
  /** What each step gave when it was last tested, by the step’s id. */
  readonly samples = new Map<string, Values>();

  constructor(store: ZapStore, id: string) {
    this.id = id;
    this.#store = store;
    const { file, changedAt } = store.read(id);
    this.#file = file;
    this.#writtenAt = changedAt;
  }

  /** The Zap as it is now; what somebody changed in the file itself comes in, and can be undone. */
  get file(): ZapFile {
    if (this.#store.changedAt(this.id) > this.#writtenAt) {
      const { file, changedAt } = this.#store.read(this.id);
      this.#past.push(this.#file);
      this.#file = file;
      this.#writtenAt = changedAt;
    }
    return this.#file;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Takes a change over and writes it. @param what changes of the same thing in quick succession are one */
  change(next: ZapFile, what = ''): void {
    const before = this.file;
    if (JSON.stringify(next) === JSON.stringify(before)) return;
    const now = performance.now();
    const goesOn = what !== '' && this.#last?.what === what && now - this.#last.at < together;
    if (!goesOn) this.#past = [...this.#past, before].slice(-depth);
    this.#last = { what, at: now };
    this.#future = [];
    this.#write(next);
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#file);
    this.#write(before);
  }

  redo(): void {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.#file);
    this.#write(after);
  }

  #write(file: ZapFile): void {
    if (file !== this.#file) this.#file = file;
    this.#writtenAt = this.#store.write(this.id, file);
  }
}
