const DAYS = 400;

/** How many contacts share so many records of another kind: two thirds as many, or all there are, but never under `least`. */
export const contactsFor = (size: number, contacts: number, least: number): number =>
  Math.max(least, Math.min(contacts, Math.round((size * 2) / 3)));

/** How many days lie between two records: `usual`, or less where very many must fit into 400 days. */
export const daysApart = (size: number, usual: number): number => Math.min(usual, DAYS / size);
