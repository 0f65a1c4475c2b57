import { asText } from './values.ts';
import type { Comparison } from './zap.ts';

interface Rule {
  test: (value: unknown, other: string) => boolean;
  /** What the text to compare with must be for the rule to hold at all. */
  needs?: 'text' | 'number' | 'date';
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
const lower = (value: unknown): string => asText(value).toLowerCase();
const moment = (value: unknown): number => Date.parse(asText(value));

/** The rules of Filter by Zapier, by their names in its form. */
export const rules: Record<Comparison, Rule> = {
  contains: { test: (value, other) => lower(value).includes(other.toLowerCase()), needs: 'text' },
  'does not contain': {
    test: (value, other) => !lower(value).includes(other.toLowerCase()),
    needs: 'text',
  },
  is: { test: (value, other) => asText(value) === other, needs: 'text' },
  'is not': { test: (value, other) => asText(value) !== other, needs: 'text' },
  'starts with': {
    test: (value, other) => lower(value).startsWith(other.toLowerCase()),
    needs: 'text',
  },
  'ends with': {
    test: (value, other) => lower(value).endsWith(other.toLowerCase()),
    needs: 'text',
  },
  'is greater than': {
    test: (value, other) => isFilled(value) && Number(value) > Number(other),
    needs: 'number',
  },
  'is less than': {
    test: (value, other) => isFilled(value) && Number(value) < Number(other),
    needs: 'number',
  },
  'is after': { test: (value, other) => moment(value) > moment(other), needs: 'date' },
  'is before': { test: (value, other) => moment(value) < moment(other), needs: 'date' },
  exists: { test: isFilled },
  'does not exist': { test: (value) => !isFilled(value) },
};

/** Whether a filter lets the run go on. */
export const holds = (comparison: Comparison, value: unknown, other: unknown): boolean =>
  rules[comparison].test(value, asText(other));

/** Why a filter can match nothing, in a sentence; nothing if it can. @param other with no tokens in it */
export const neverHolds = (comparison: Comparison, other: string): string | undefined => {
  const { needs } = rules[comparison];
  if (!needs) return undefined;
  if (other.trim() === '')
    return comparison === 'contains' || comparison === 'starts with' || comparison === 'ends with'
      ? 'There is nothing to compare with, so everything passes.'
      : `There is nothing to compare with. Fill in what comes after “${comparison}”.`;
  if (needs === 'number' && Number.isNaN(Number(other)))
    return `“${other}” is not a number, so nothing is ever ${comparison.slice(3)} it. Type for example 1500.50.`;
  if (needs === 'date' && Number.isNaN(Date.parse(other)))
    return `“${other}” is not a date, so nothing is ever ${comparison.slice(3)} it. Type for example 2026-12-05T09:00:00Z.`;
  return undefined;
};
