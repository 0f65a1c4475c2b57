import type { Values } from './zap.ts';

/** What reached another app. */
export interface Sent {
  app: string;
  event: string;
  values: Values;
}

/** What Zapier keeps between Zaps, and what they did. */
export class Memory {
  readonly stored = new Map<string, unknown>();
  readonly digest: string[] = [];
  readonly sent: Sent[] = [];
  /** The moments until which runs have waited. */
  readonly waits: string[] = [];
}

/** One of Zapier's own apps, as far as the recipes use it. */
interface BuiltIn {
  /** The fields of its form, and an example of each. */
  fields: Record<string, string>;
  act: (values: Values, memory: Memory) => Values;
}

const units: Record<string, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/** “2 days” or “+1 hour” in milliseconds; NaN if it says no such thing. */
export const durationOf = (text: string): number => {
  const [, amount, unit = ''] = /^\s*([+-]?\d+)\s*(minute|hour|day|week)s?\s*$/i.exec(text) ?? [];
  return amount === undefined ? Number.NaN : Number(amount) * (units[unit.toLowerCase()] ?? NaN);
};

const addTime = ({ Input, Expression }: Values): Values => {
  const moved = Date.parse(String(Input)) + durationOf(String(Expression));
  if (Number.isNaN(moved))
    throw new Error(
      `“${Input}” with “${Expression}” is no time. Give a date, and for example “+1 day” or “-2 hours”.`,
    );
  return { Output: new Date(moved).toISOString() };
};

/** Zapier's own apps by app and event. */
export const builtIns: Record<string, BuiltIn> = {
  'Storage by Zapier: Set Value': {
    fields: { Key: 'task +13125550160', Value: '' },
    act: ({ Key, Value }, { stored }) => {
      stored.set(String(Key), Value);
      return { Key, Value };
    },
  },
  'Storage by Zapier: Get Value': {
    fields: { Key: 'task +13125550160' },
    act: ({ Key }, { stored }) => ({ Key, Value: stored.get(String(Key)) }),
  },
  'Digest by Zapier: Append Entry and Schedule Digest': {
    fields: { Title: 'Contact week', Entry: '' },
    act: ({ Entry }, { digest }) => {
      digest.push(String(Entry));
      return { 'Current Digest': digest.join('\n') };
    },
  },
  'Digest by Zapier: Release Existing Digest': {
    fields: { Title: 'Contact week' },
    act: (_, { digest }) => ({ Digest: digest.splice(0).join('\n') }),
  },
  'Formatter by Zapier: Date / Time, Add/Subtract Time': {
    fields: { Input: '', Expression: '+1 day' },
    act: addTime,
  },
};

/** One of Zapier's own apps; nothing if another app takes the values. */
export const builtInOf = ({ app, event }: { app: string; event: string }): BuiltIn | undefined =>
  builtIns[`${app}: ${event}`];
