import { readdirSync, readFileSync } from 'node:fs';

/** A text literal of a source, with what stands right before it; `${…}` inside is cut out as `\0`. */
interface Literal {
  before: string;
  text: string;
}

/** Every text literal of a TypeScript source, those inside of `${…}` too. Comments and regular expressions are skipped. */
export const literalsOf = (source: string): Literal[] => {
  const found: Literal[] = [];
  const skippedAt = (at: number): number => {
    const rest = source.slice(at);
    const comment = /^(\/\/.*|\/\*[\s\S]*?\*\/)/.exec(rest);
    const pattern = /[(,=:[&|!?{};\n]\s*$/.test(source.slice(0, at))
      ? /^\/(?![*/])(\\.|\[(\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/.exec(rest)
      : null;
    return (comment ?? pattern)?.[0].length ?? 0;
  };
  const read = (start: number, until: string): number => {
    let at = start;
    while (at < source.length && source[at] !== until) {
      const character = source[at] ?? '';
      const skipped = character === '/' ? skippedAt(at) : 0;
      if (skipped) at += skipped;
      else if (character === '{') at = read(at + 1, '}') + 1;
      else if (character === "'" || character === '"' || character === '`')
        at = literal(at, character);
      else at += 1;
    }
    return at;
  };
  const literal = (start: number, quote: string): number => {
    let text = '';
    let at = start + 1;
    while (at < source.length && source[at] !== quote) {
      if (source[at] === '\\') {
        text += source[at + 1];
        at += 2;
      } else if (quote === '`' && source.startsWith('${', at)) {
        text += '\0';
        at = read(at + 2, '}') + 1;
      } else {
        text += source[at];
        at += 1;
      }
    }
    found.push({ before: source.slice(Math.max(0, start - 60), start), text });
    return at + 1;
  };
  read(0, '');
  return found;
};

const folders = ['.', 'lib', 'steps', 'fields', 'records', 'triggers', 'creates', 'searches'];

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

/** Files that throw something which people read. */
const throwing = /\b(refuse|reworded|fail)\(|\bHighLevelError\b|errors\.\w*Error\(/;

// A sentence: it begins with a capital, a quotation or a value, has some words and ends as sentences do.
const isSentence = (text: string): boolean =>
  /^[A-Z“\0]/.test(text) && text.trim().split(/\s+/).length >= 4 && /[.:!\0]$/.test(text.trim());

// The words of forms: help texts, and the second argument of text(…), yesNo(…) and the like.
const isForm = (before: string): boolean =>
  /(helpText|label|description|statement)(:| =)\s*$/.test(before) ||
  (/['’`],\s*$/.test(before) && !/HighLevelError\([^()]*$/.test(before));

// The author of an operation reads these, not the owner of a Zap.
const isForAuthors = (before: string): boolean => /\bnew Error\(\s*$/.test(before);

/** Sentences of these files that aren't errors: help texts chosen by a condition, notes, samples. */
export const noErrors = [
  'A new or changed',
  'New means that it was not in the list before.',
  'This call may be recorded for quality assurance purposes.',
  'Deleting a sub-account is final:',
  // Zapier sees a RefreshAuthError instead and renews the token.
  'HighLevel did not accept the token.',
];

/** What a person would look up of a message: its first fixed part that is long enough to be found. */
const fixedPart = (text: string): string =>
  (text.split('\0').find((part) => part.trim().length >= 12) ?? '').replace(/^”/, '').trim();

/** The source files of the app. */
export const sources = (): string[] => folders.flatMap(filesOf);

/** The fixed beginnings of every message that the app can show, by file. */
export const messages = (): { file: string; beginning: string }[] =>
  sources().flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    if (!throwing.test(source)) return [];
    return literalsOf(source)
      .filter(({ before, text }) => isSentence(text) && !isForm(before) && !isForAuthors(before))
      .map(({ text }) => ({
        file,
        beginning: (/^.*?[.:](?=\s|$)/s.exec(fixedPart(text)) ?? [fixedPart(text)])[0],
      }))
      .filter(
        ({ beginning }) => beginning !== '' && !noErrors.some((one) => beginning.startsWith(one)),
      );
  });
