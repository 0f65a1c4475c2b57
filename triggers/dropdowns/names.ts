import type { Run } from '../../lib/run.ts';
import { toIso } from '../../lib/time.ts';

/** The parts that are not empty, as the name of a choice: “Maria Alvarez · +14155550134”. */
export const joinParts = (parts: unknown[], separator = ' · '): string =>
  parts.filter(Boolean).join(separator);

/** How a text begins, without HTML tags. @param length of the excerpt */
export const excerpt = (text: unknown, length: number): string =>
  String(text ?? '')
    // More than the beginning is never shown.
    .slice(0, 1_000)
    .replaceAll(/(?:<[^<>]*>|\s)+/g, ' ')
    .trim()
    .slice(0, length);

/** A moment as the person who sets up the Zap would write it; empty if it cannot be read. */
export const formatMoment = (value: unknown, { timeZone }: Run): string => {
  const date = new Date(String(toIso(value)));
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleString('en-US', {
    timeZone: timeZone || 'UTC',
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
};
