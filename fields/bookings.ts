import { type BasicCreateOperation, errors } from 'zapier-platform-core';
import { withPerform } from '../lib/operation.ts';
import { codeOf } from '../middleware.ts';
import { appointmentRoute } from '../records/appointments.ts';

/** What HighLevel says when it refuses a booking (reality d.6) → what happened and what to do. */
const refusals: [RegExp, string][] = [
  [
    /slot you have selected is no longer available/i,
    'This time is not free in the calendar: it is taken, or outside the opening hours. Choose a time that “Get Free Slots” gives, or set “Book Even If Not Free” to yes.',
  ],
  [
    /not part of calendar team/i,
    'The assigned user is not a member of this calendar’s team. Choose a member in “Assigned User”, or add the user to the calendar’s team in HighLevel.',
  ],
  [
    /not a valid duration/i,
    'The calendar does not offer appointments of this length. Leave “End” empty to take the calendar’s own length, or choose one that it offers.',
  ],
];

/** Throws a refused booking in people's words; other errors as they are. */
export const inBetterWords = (error: unknown): never => {
  const { message = '' } = error instanceof Error ? error : {};
  const sentence = refusals.find(([said]) => said.test(message))?.[1];
  if (sentence === undefined) throw error;
  const [trace = ''] = / \(trace [^)]*\)/.exec(message) ?? [];
  throw new errors.Error(`${sentence}${trace}`, codeOf(error), 400);
};

/** A create whose refused bookings say what to do; what its reply lacks is read (records/appointments.ts). */
export const booking = (operation: BasicCreateOperation): BasicCreateOperation =>
  withPerform(
    operation,
    [appointmentRoute],
    (perform) => (z, bundle) => perform(z, bundle).catch(inBetterWords),
  );
