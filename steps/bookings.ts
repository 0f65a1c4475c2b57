import { HighLevelError } from '../lib/api/errors.ts';
import type { LookAgain } from '../lib/operations.ts';
import type { RecordType } from '../lib/record.ts';
import { timeOf } from '../lib/time.ts';

/** What HighLevel says when it refuses a booking (api#refused-bookings) → what happened and what to do. */
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
    'The calendar does not offer appointments of this length. Leave “End” empty to use the calendar’s own length, or choose one that it offers.',
  ],
];

/** Throws a refused booking in people’s words; other errors as they are. */
export const explainRefusal = (error: unknown): never => {
  if (!(error instanceof HighLevelError)) throw error;
  const sentence = refusals.find(([words]) => words.test(error.message))?.[1];
  throw sentence ? error.reworded(sentence, error.kind, 400) : error;
};

type Booking = {
  locationId: string;
  calendarId?: string | undefined;
  contactId: string;
  startTime: string;
};

/** Where what was perhaps just booked for a contact is looked for: in its calendar, within its first minute. */
export const newBooking = (route: string, record: RecordType): LookAgain<Booking> => ({
  route,
  request: ({ locationId, calendarId, startTime }) => ({
    locationId,
    calendarId,
    startTime: timeOf(startTime),
    endTime: timeOf(startTime) + 60_000,
  }),
  record,
  isIt: (found, { contactId, startTime }) =>
    found.contactId === contactId && timeOf(found.startTime) === timeOf(startTime),
});
