import type { Message } from './message.ts';
import { daysApart } from './spread.ts';

/** What is said in the seeded conversations, oldest first, by turns. */
const THREADS: Partial<Message>[][] = [
  [
    { messageType: 'TYPE_ACTIVITY_APPOINTMENT', body: 'Appointment booked' },
    { messageType: 'TYPE_SMS', direction: 'inbound', body: 'Can I come on Friday?' },
    { messageType: 'TYPE_SMS', body: 'Friday at 10 is free.', status: 'delivered' },
  ],
  Array.from({ length: 130 }, (_, i) =>
    i % 10 === 9
      ? { messageType: 'TYPE_ACTIVITY_OPPORTUNITY', body: 'Opportunity updated' }
      : { messageType: 'TYPE_SMS', direction: i % 2 ? 'inbound' : 'outbound', body: `Text ${i}` },
  ),
  [
    { messageType: 'TYPE_SMS', body: 'I have sent you the plan by e-mail.' },
    { messageType: 'TYPE_EMAIL', body: 'Your treatment plan', status: 'opened' },
  ],
  [
    { messageType: 'TYPE_ACTIVITY_CONTACT', body: 'Contact created' },
    {
      messageType: 'TYPE_CALL',
      direction: 'inbound',
      meta: { call: { duration: 42, status: 'completed' } },
    },
  ],
  [
    {
      messageType: 'TYPE_WHATSAPP',
      direction: 'inbound',
      body: 'Here is my insurance card.',
      attachments: ['https://storage.example/insurance-card.jpg'],
    },
  ],
  [
    { messageType: 'TYPE_CALL', meta: { call: { duration: 0, status: 'no-answer' } } },
    {
      messageType: 'TYPE_SMS',
      body: 'We could not reach you.',
      status: 'failed',
      error: 'No numbers available in the account. Please purchase a number.',
    },
  ],
  [{ messageType: 'TYPE_LIVE_CHAT', direction: 'inbound', body: 'Are you open on Sunday?' }],
];

/** Only the first conversations are seeded with the long thread, so that 50,000 of them fit into memory. */
const LONG_THREADS = 120;

/** What is said in the seeded conversation of an index. */
export function threadOf(index: number): Partial<Message>[] {
  const kind = index % THREADS.length;
  return THREADS[kind === LONG && index >= LONG_THREADS ? 0 : kind] ?? [];
}

/** The place of the long thread. */
const LONG = 1;

/** When the last word of a seeded conversation was said, in days before now. */
export const lastSaid = (index: number, size: number): number =>
  index * daysApart(size, 1 / 3) + 0.02;
