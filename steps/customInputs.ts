import type { PlainInputField } from 'zapier-platform-core';
import { type Definition, takesSeveral } from '../records/customFieldDefinition.ts';
import { numberTypes, singleOption, unwritable } from './customValues.ts';

/** A text of other people as Markdown shows it: without links, tags and the like coming alive. */
const plainMarkdown = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** The input of a custom field, by its type. @param section the member of the values that holds the inputs */
export const inputOf = (definition: Definition, section = 'customField'): PlainInputField => {
  const { id, name, dataType, options } = definition;
  const base = { key: `${section}__${id}`, label: name };
  const choices = Object.fromEntries(options.map((option) => [option, option]));
  if (unwritable[dataType]) {
    const helpText = `“${plainMarkdown(name)}” ${unwritable[dataType]}. It cannot be filled in here.`;
    return { ...base, type: 'copy', helpText };
  }
  if (takesSeveral(definition)) return { ...base, type: 'string', list: true, choices };
  if (singleOption.has(dataType)) return { ...base, type: 'string', choices };
  // Zapier makes 1 of “1,234.50” in a field for numbers (zapier#input-conversion).
  if (numberTypes.has(dataType))
    return { ...base, type: 'string', helpText: 'A number, for example 1234.50.' };
  if (dataType === 'LARGE_TEXT') return { ...base, type: 'text' };
  if (dataType === 'DATE')
    return { ...base, type: 'datetime', helpText: 'HighLevel keeps only the day, not the time.' };
  return { ...base, type: 'string' };
};
