import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { secretInputs } from './app.ts';
import { parseZapFile, type ZapFile } from './zapFile.ts';

/** There is no such Zap. */
export class MissingZap extends Error {}

/** What stands in a Zap’s file, and when it was written. */
interface Stored {
  file: ZapFile;
  changedAt: number;
}

const isId = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 80;

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'zap';

/** A Zap as it may leave the memory of the process: without passwords. */
export const withoutSecretValues = (file: ZapFile): ZapFile =>
  JSON.parse(JSON.stringify(file), (key, value) =>
    secretInputs.includes(key) && typeof value === 'string' ? undefined : value,
  ) as ZapFile;

/** The Zaps of a folder that the person sees: one JSON file each. */
export class ZapStore {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  #pathOf(id: string): string {
    if (!isId(id)) throw new MissingZap('There is no such Zap.');
    return join(this.folder, `${id}.json`);
  }

  /** The ids of all Zaps, by name. */
  ids(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => name.endsWith('.json') && isId(name.slice(0, -5)))
      .map((name) => name.slice(0, -5))
      .sort();
  }

  has(id: string): boolean {
    return isId(id) && existsSync(this.#pathOf(id));
  }

  /** Reads a Zap. Throws a sentence if its file is none. */
  read(id: string): Stored {
    const path = this.#pathOf(id);
    return { file: parseZapFile(readFileSync(path, 'utf8')), changedAt: statSync(path).mtimeMs };
  }

  /** When the file was last written; 0 if it is gone. */
  changedAt(id: string): number {
    return this.has(id) ? statSync(this.#pathOf(id)).mtimeMs : 0;
  }

  /** Writes a Zap, whole or not at all; gives the time of the file. */
  write(id: string, file: ZapFile): number {
    mkdirSync(this.folder, { recursive: true });
    const path = this.#pathOf(id);
    writeFileSync(`${path}.new`, `${JSON.stringify(withoutSecretValues(file), null, 2)}\n`);
    renameSync(`${path}.new`, path);
    return statSync(path).mtimeMs;
  }

  /** Puts a Zap into a file of its own, named after it; gives its id. Another Zap of the same name stays. */
  add(file: ZapFile): string {
    const slug = slugOf(file.name);
    let id = slug;
    for (let number = 2; this.has(id); number += 1) id = `${slug}-${number}`;
    this.write(id, file);
    return id;
  }

  /** A name that no other Zap has. */
  freeName(name: string): string {
    const names = new Set(this.ids().map((id) => this.#nameOf(id)));
    let free = name;
    for (let number = 2; names.has(free); number += 1) free = `${name} ${number}`;
    return free;
  }

  #nameOf(id: string): string {
    try {
      return this.read(id).file.name;
    } catch {
      return id;
    }
  }

  remove(id: string): void {
    rmSync(this.#pathOf(id), { force: true });
  }
}
