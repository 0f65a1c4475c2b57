// Looked up once: tests run in a context of their own, where each look-up of a global is slow.
const { imul } = Math;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A well-mixed 32-bit number for a pair of numbers: the only source of chance in seeded bulk data. */
export function mix(index: number, salt: number): number {
  let h = imul(index + 1, 0x9e3779b1) ^ imul(salt + 1, 0x85ebca6b);
  h = imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** A 32-bit number for a text (FNV-1a). */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h, text.length);
}

function digits(alphabet: string, length: number, seed: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += alphabet[mix(seed, i) % alphabet.length];
  return text;
}

/** HighLevel's usual id: 20 letters and digits, always the same for the same parts. */
export const idFor = (...parts: (string | number)[]) => digits(LETTERS, 20, hash(parts.join('/')));

/** The id of businesses, apps and other Mongo records: 24 hex digits. */
export const hexIdFor = (...parts: (string | number)[]) =>
  digits('0123456789abcdef', 24, hash(parts.join('/')));

/** The id of workflows and pipeline stages. */
export function uuidFor(...parts: (string | number)[]): string {
  const hex = digits('0123456789abcdef', 32, hash(parts.join('/')));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A 20-character id that starts with a number below 62⁴, so that no two of 100,000 records share one. */
export function numberedId(index: number, salt: number): string {
  let head = '';
  for (let rest = (index * 7919 + 1_000_003) % 62 ** 4, i = 0; i < 4; i++) {
    head += LETTERS[rest % 62];
    rest = Math.floor(rest / 62);
  }
  return head + digits(LETTERS, 16, mix(index, salt));
}

/** A name as it stands in an address: “Check-up at 9” as check-up-at-9. */
export const slugOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
