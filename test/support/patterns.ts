import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/** A regular expression of a source. */
export interface Pattern {
  /** `lib/time.ts: /^\d{12,14}$/` */
  name: string;
  regex: RegExp;
}

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const regexLiteralsIn = (node: unknown): { pattern: string; flags: string }[] => {
  if (!isNode(node)) return [];
  if (node.type === 'RegExpLiteral') return [node as { pattern: string; flags: string }];
  return Object.values(node).flatMap(regexLiteralsIn);
};

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => (folder === '.' ? file : `${folder}/${file}`));

/** Every regular expression in the sources of some folders. */
export const patternsIn = (folders: string[]): Pattern[] =>
  folders.flatMap(sourcesIn).flatMap((file) =>
    regexLiteralsIn(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript' })).map(
      ({ pattern, flags }) => ({
        name: `${file}: /${pattern}/${flags}`,
        regex: new RegExp(pattern, flags),
      }),
    ),
  );

/** A character of each class that a pattern may name. */
const members: [RegExp, string][] = [
  [/\\d|0-9/, '0'],
  [/\\w|a-z/i, 'a'],
  [/\\s/, ' '],
  [/\\p\{/, 'é'],
  [/\\n/, '\n'],
];

/** The characters that mean something to a pattern, and one that does not. */
const charactersOf = ({ source }: RegExp): string[] => [
  ...new Set([
    ...members.flatMap(([word, character]) => (word.test(source) ? [character] : [])),
    ...source.replaceAll(/\\[a-z]\{?|[\^$*+?()|[\]\\]/gi, ''),
    '\u00b7',
  ]),
];

/** Long texts, of which nothing but their length is special: one character again and again, or two. */
export const longTexts = (regex: RegExp, length: number): string[] => {
  const characters = charactersOf(regex);
  return characters.flatMap((one) => [
    one.repeat(length),
    ...characters.flatMap((other) =>
      other === one ? [] : [`${one}${other}`.repeat(length / 2), one.repeat(length - 1) + other],
    ),
  ]);
};

/** Milliseconds of the processor that some work takes. */
export const workOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
