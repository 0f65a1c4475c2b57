import * as zod from 'zod';
import { dateTime, list, longText, yesNo } from './common.ts';
import { contactId } from './ids.ts';

/** What every message that is sent has (conversations.json, SendMessageBodyDto). */
export const sending = {
  contactId,
  attachments: list(
    'Attachments',
    zod.string().meta({ label: 'Attachment', type: 'file' }),
    'Files of an earlier step, or web addresses of files.',
  ).optional(),
  scheduledTimestamp: dateTime(
    'Send At',
    'Leave empty to send at once. To cancel it before then, use “Cancel Scheduled Message”.',
  )
    .refine((moment) => Date.parse(moment) > Date.now(), 'must be in the future.')
    // Seconds: HighLevel refuses milliseconds.
    .transform((moment) => Math.floor(Date.parse(moment) / 1000))
    .optional(),
  waitForDelivery: yesNo(
    'Wait for Delivery',
    'HighLevel accepts a message before it knows whether it can be delivered. Choose yes to wait up to 20 seconds for the result, and to see why if it fails.',
  ).optional(),
};

/** The text of a message. */
export const messageText = longText('Message');

/** What goes to HighLevel: what only the app needs stays here. */
export const asMessage = <Values extends { waitForDelivery?: boolean | undefined }>({
  waitForDelivery: _,
  ...values
}: Values) => values;

/** HighLevel reads emails as HTML only (api#email-html): a plain text gets its line breaks. */
export const asHtml = (body: string): string =>
  /<[a-z][^<>]*>/i.test(body)
    ? body
    : body
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll(/\r\n|\r|\n/g, '<br>\n');
