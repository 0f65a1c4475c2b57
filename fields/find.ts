import { text } from './common.ts';

/** The name of what is looked for; without one, all of them are found. */
export const nameToFind = (label: string) =>
  text(
    label,
    'The whole name, in capital or small letters. Leave this empty to find all.',
  ).optional();

/** A part of a text that is looked for. */
export const partToFind = (label: string) => text(label).optional();

/** The request of a list that is not narrowed further: what is looked for is found in the answer. */
export const inSubAccount = ({ locationId }: { locationId: string }) => ({ locationId });
