import type { Other } from './zap.ts';

/** Formatter’s step that gives a time some days later, or earlier, as `Output`. */
export const addDays = (days: number, time: string): Other => ({
  app: 'Formatter by Zapier',
  event: 'Date / Time, Add/Subtract Time',
  map: { Input: time, Expression: `${days > 0 ? '+' : ''}${days} day` },
});
