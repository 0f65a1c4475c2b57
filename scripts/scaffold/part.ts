/** A field of a new form, and the words in it. */
import type { Property } from './documents.ts';

/** What is known by name: the exports of fields/ids.ts and fields/common.ts. */
export interface Vocabulary {
  ids: string[];
  common: string[];
}

/** A name that the code imports, with its file in fields/. */
export type Use = [file: 'ids' | 'common', name: string];

/** A field of the form. */
export interface Part {
  name: string;
  code: string;
  uses: Use[];
  required: boolean;
  in: string;
  /** What only a person can decide. */
  todo?: string | undefined;
  /** An example of what is filled in, and of what is sent for it if that differs. */
  example: unknown;
  sent?: unknown;
  /** Its members stand in the form by themselves, as `address__city`. */
  isSection?: boolean;
}

/** A property in a form, without what makes it optional. */
export type Draft = Omit<Part, 'name' | 'required' | 'in'>;

export const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", '’').replace(/\s+/g, ' ')}'`;

/** The label and the help text as arguments. */
export const words = (label: string, { description = '' }: Property): string => {
  const help = description.replace(/\s+/g, ' ').trim();
  const helps =
    help.length >= 20 && !/https?:/.test(help) && help.toLowerCase() !== label.toLowerCase();
  return `${quoted(label)}${helps ? `, ${quoted(help)}` : ''}`;
};
