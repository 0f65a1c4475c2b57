import type { Choice } from '../../lib/operations.ts';
import { idOf, type JsonObject } from '../../lib/values.ts';
import { joinParts } from './names.ts';

/** Which texts occur more than once, however they are written. */
const repeatedIn = (texts: string[]): Set<string> => {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.has(text) || !seen.add(text)));
};

const plain = (text: unknown): string =>
  String(text ?? '')
    .trim()
    .toLowerCase();

/** A choice for each sub-account, by its name; with the address if the name repeats, and the ID if that does not help. */
const choicesOf = (found: JsonObject[]): Choice[] => {
  const names = repeatedIn(found.map(({ name }) => plain(name)));
  const places = repeatedIn(found.map(({ name, address }) => plain(`${name} ${address ?? ''}`)));
  return found.map((one) => {
    const id = String(idOf(one));
    const isRepeated = names.has(plain(one.name));
    const isVague = !one.address || places.has(plain(`${one.name} ${one.address}`));
    const parts = [one.name, ...(isRepeated ? [one.address, isVague && id] : [])];
    return { id, name: joinParts(parts) || id };
  });
};

/** The choices of some sub-accounts, sorted by name; one that occurs twice counts once. */
export const subAccountChoices = (found: JsonObject[]): Choice[] => {
  const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const byId = new Map(found.map((one) => [String(idOf(one)), one]));
  return choicesOf([...byId.values()]).sort((one, other) => order.compare(one.name, other.name));
};
