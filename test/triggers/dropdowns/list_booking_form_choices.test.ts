import listBookingFormChoices from '../../../triggers/dropdowns/list_booking_form_choices.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('offers each form once, named after its calendars', async () => {
  highlevel('2021-04-15')
    .get('/calendars/')
    .query({ locationId: 'loc1' })
    .reply(200, {
      calendars: [
        { id: 'cal1', name: 'Check-up', formId: 'f1' },
        { id: 'cal2', name: 'Cleaning', formId: 'f1' },
        { id: 'cal3', name: 'Consultation' },
      ],
    });

  const meta = { isFillingDynamicDropdown: true };

  expect(await poll(listBookingFormChoices, { calendarId: 'cal1' }, { meta })).toMatchObject([
    { id: 'f1', name: 'Form of Check-up, Cleaning' },
  ]);
});
