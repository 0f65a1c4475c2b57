import * as zod from 'zod';

/** Filled from the connection, or from “Sub-Account” on an agency connection; never asked for otherwise. */
export const locationId = zod.string().meta({ label: 'Sub-Account', connection: true });

/** The agency of the connection; never asked for. */
export const companyId = zod.string().meta({ label: 'Agency', connection: true });

/** A one-line text. Texts take numbers too. */
export const text = (label: string, helpText?: string) =>
  zod.string().meta({ label, ...(helpText ? { helpText } : {}) });

/** A text of several lines. HighLevel's own merge tags (`{{contact.first_name}}`) arrive as they are. */
export const longText = (label: string, helpText?: string) =>
  text(label, helpText).meta({ type: 'text' });

/** An email address, letters of any alphabet included (`jürgen@müller.example`). */
export const email = (label: string, helpText?: string) =>
  zod
    .email({ pattern: zod.regexes.unicodeEmail })
    .meta({ label, ...(helpText ? { helpText } : {}) });

/** A switch with yes and no. */
export const yesNo = (label: string, helpText?: string) =>
  zod.boolean().meta({ label, ...(helpText ? { helpText } : {}) });

/** A number, with decimals. */
export const number = (label: string, helpText?: string) =>
  zod.number().meta({ label, ...(helpText ? { helpText } : {}) });

/** An amount of money. One that can be read in two ways (“1.500”) is refused. */
export const money = (label: string, helpText?: string) =>
  number(label, helpText).meta({ money: true });

/** A whole number. */
export const integer = (label: string, helpText?: string) =>
  zod.int().meta({ label, ...(helpText ? { helpText } : {}) });

/** One of a fixed set. @param choices the API's own value → what people read */
export const choice = <const Choices extends Record<string, string>>(
  label: string,
  choices: Choices,
  helpText?: string,
) =>
  zod
    .enum(Object.keys(choices) as [keyof Choices & string, ...(keyof Choices & string)[]])
    .meta({ label, choices, ...(helpText ? { helpText } : {}) });

/** A list of values of one kind. @param item the field of each */
export const list = <Item extends zod.ZodType>(label: string, item: Item, helpText?: string) =>
  zod.array(item).meta({ label, ...(helpText ? { helpText } : {}) });

/** A date picker. Zapier hands over ISO 8601 with offset; the request gets it as ISO 8601 in UTC. */
export const dateTime = (label: string, helpText?: string) =>
  zod.iso
    .datetime({ offset: true })
    .transform((value) => new Date(value).toISOString())
    .meta({ label, ...(helpText ? { helpText } : {}) });

/** A day that exists, as `YYYY-MM-DD`. */
export const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

/** The day of a date as Zapier hands it over, with or without a time behind it; all else as it is. */
export const dayOf = (value: string): string =>
  value.replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:.*$/s, '$1');

/** A date picker whose time does not count: the request gets `YYYY-MM-DD`, the day as the person sees it. */
export const date = (label: string, helpText?: string) =>
  zod
    .string()
    .transform(dayOf)
    .refine(isDay, 'must be a date, for example 2026-12-03.')
    .meta({ label, type: 'datetime', ...(helpText ? { helpText } : {}) });

/** A date picker for endpoints that want epoch milliseconds. */
const epochMilliseconds = (label: string, helpText?: string) =>
  zod.iso
    .datetime({ offset: true })
    .transform((value) => Date.parse(value))
    .meta({ label, ...(helpText ? { helpText } : {}) });

/** A date picker for the start of a span, in epoch milliseconds. A day counts from its start. */
export const from = (label: string, helpText?: string) =>
  epochMilliseconds(label, helpText).meta({ day: 'start' });

/** A date picker for the end of a span, in epoch milliseconds. A day counts to its end. */
export const until = (label: string, helpText = '') =>
  epochMilliseconds(label, `${helpText} A day without a time includes the whole day.`.trim()).meta({
    day: 'end',
  });

/** A note in the form that nobody fills in, for instance that a delete is final. Markdown. */
export const note = (helpText: string) =>
  zod
    .string()
    .optional()
    .transform(() => undefined)
    .meta({ label: 'Please Note', type: 'copy', helpText });

/** The note of a delete that nobody can undo. @param noun what is deleted: “note” */
export const warnOfDelete = (noun: string) =>
  note(`Deleting a ${noun} is final: HighLevel cannot bring it back.`);

/** What is filled in for custom fields, by their ids; the step `customFields` shows them and sends them. */
export const customInputs = zod.record(zod.string(), zod.unknown());
export type CustomInputs = zod.output<typeof customInputs>;
