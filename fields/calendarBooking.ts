import * as zod from 'zod';
import { choice, integer, longText, text, yesNo } from './common.ts';
import { chosen } from './ids.ts';

const inRecurring = { group: 'Recurring Appointments' } as const;
const inForm = { group: 'Booking Form' } as const;
const inConfirmation = { group: 'Confirmation' } as const;

/** How one booking becomes a series (calendars.json, Recurring). */
const recurring = zod
  .object({
    freq: choice('Frequency', {
      DAILY: 'Daily',
      WEEKLY: 'Weekly',
      MONTHLY: 'Monthly',
    }).optional(),
    count: integer('Number of Recurrences', 'How many times the appointment repeats, at most 24.')
      .min(1, 'must be at least 1')
      .max(24, 'must be at most 24')
      .optional(),
    bookingOption: choice('If a Slot Is Taken', {
      skip: 'Skip it',
      continue: 'Book it anyway',
      book_next: 'Book the next free slot',
    }).optional(),
    bookingOverlapDefaultStatus: choice('Status of Overlapping Appointments', {
      confirmed: 'Confirmed',
      new: 'New',
    }).optional(),
  })
  .meta(inRecurring);

/** The sections “Recurring Appointments”, “Booking Form” and “Confirmation” of a calendar (calendars.json, CalendarUpdateDTO). */
export const calendarBooking = {
  enableRecurring: yesNo('Recurring Appointments', 'Only for calendars with one team member.')
    .meta(inRecurring)
    .optional(),
  recurring: recurring.optional(),

  formId: chosen(
    'Form',
    'list_booking_form_choices.id.name',
    'The list shows the forms that your calendars use. For another form, enter its ID as a custom value.',
  )
    .meta(inForm)
    .optional(),
  stickyContact: yesNo('Sticky Contact', 'Fills in the form for a contact who has booked before.')
    .meta(inForm)
    .optional(),
  guestType: choice('Guests', {
    count_only: 'Ask for their number only',
    collect_detail: 'Ask for their details',
  })
    .meta(inForm)
    .optional(),
  consentLabel: longText('Consent Text').meta(inForm).optional(),
  isLivePaymentMode: yesNo('Live Payment Mode', 'Choose no for test payments.')
    .meta(inForm)
    .optional(),
  pixelId: text('Facebook Pixel').meta(inForm).optional(),
  formSubmitType: choice('After Booking', {
    ThankYouMessage: 'Show a message',
    RedirectURL: 'Open a web page',
  })
    .meta(inForm)
    .optional(),
  formSubmitThanksMessage: longText('Thank-You Message').meta(inForm).optional(),
  formSubmitRedirectURL: text('Web Page to Open').meta(inForm).optional(),

  autoConfirm: yesNo('Confirm Appointments Automatically').meta(inConfirmation).optional(),
  allowReschedule: yesNo('Contacts May Reschedule').meta(inConfirmation).optional(),
  allowCancellation: yesNo('Contacts May Cancel').meta(inConfirmation).optional(),
  googleInvitationEmails: yesNo('Send Google Invitations').meta(inConfirmation).optional(),
  shouldSendAlertEmailsToAssignedMember: yesNo('Alert Assigned Member by Email')
    .meta(inConfirmation)
    .optional(),
  alertEmail: text('Alert Email', 'Gets an email for each booking.')
    .meta(inConfirmation)
    .optional(),
};
