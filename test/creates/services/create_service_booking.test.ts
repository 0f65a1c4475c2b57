import nock from 'nock';
import createServiceBooking from '../../../creates/services/create_service_booking.ts';
import deleteServiceBooking from '../../../creates/services/delete_service_booking.ts';
import listServiceBookingChoices from '../../../triggers/dropdowns/list_service_booking_choices.ts';
import { failure, poll, run } from '../../support/run.ts';

/** Only v3 has bookings of services, whatever the app speaks of calendars. */
const api = () => nock('https://services.leadconnectorhq.com', { reqheaders: { version: 'v3' } });

const input = {
  contactId: 'c1',
  serviceIds: ['s1', 's2'],
  startTime: '2040-03-05T09:30:00-08:00',
  endTime: '2040-03-05T10:30:00-08:00',
};
const path = '/calendars/services/bookings';
const booking = { bookingId: 'b1', contactId: 'c1', status: 'confirmed', title: 'Whitening' };

test('books the services one after the other, in the time zone of the Zap', async () => {
  api()
    .post(path, {
      locationId: 'loc1',
      contactId: 'c1',
      startTime: '2040-03-05T09:30:00-08:00',
      endTime: '2040-03-05T10:30:00-08:00',
      timezone: 'America/Los_Angeles',
      services: [
        { id: 's1', position: 0 },
        { id: 's2', position: 1 },
      ],
    })
    .reply(201, booking);
  const setting = { meta: { timezone: 'America/Los_Angeles' } };
  expect(await run(createServiceBooking, input, setting)).toMatchObject({
    id: 'b1',
    status: 'confirmed',
  });
});

test('hands on what HighLevel did not take', async () => {
  const messages = ['Meeting location is not supported for the selected service location'];
  api()
    .post(path)
    .reply(201, { ...booking, messages });
  expect(await run(createServiceBooking, { ...input, meetingLocation: 'Here' })).toMatchObject({
    id: 'b1',
    warning: 'HighLevel says: Meeting location is not supported for the selected service location.',
  });
});

test('books with somebody, somewhere, whether it is free or not', async () => {
  api()
    .post(`${path}?overrideAvailability=true`, {
      locationId: 'loc1',
      contactId: 'c1',
      startTime: input.startTime,
      endTime: input.endTime,
      timezone: 'UTC',
      serviceLocationId: 'p1',
      title: 'Both',
      status: 'new',
      services: [{ id: 's1', position: 0, staffId: 'u1' }],
    })
    .reply(201, booking);
  await run(createServiceBooking, {
    ...input,
    serviceIds: ['s1'],
    staffId: 'u1',
    serviceLocationId: 'p1',
    title: 'Both',
    status: 'new',
    overrideAvailability: 'yes',
  });
});

test('says what to do about a time that is taken', async () => {
  api().post(path).reply(400, { message: 'The slot you have selected is no longer available.' });
  expect(await failure(run(createServiceBooking, input))).toContain(
    'This time is not free in the calendar',
  );
});

test('finds it if HighLevel failed after making it', async () => {
  api().post(path).reply(500, { message: 'Internal server error' });
  const at = Date.parse(input.startTime);
  api()
    .get(`${path}?locationId=loc1&startTime=${at}&endTime=${at + 60_000}`)
    .reply(200, {
      bookings: [
        { ...booking, bookingId: 'b0', contactId: 'c2', startTime: '2040-03-05T17:30:00Z' },
        { ...booking, startTime: '2040-03-05T17:30:00Z', dateAdded: new Date().toISOString() },
      ],
    });
  expect(await run(createServiceBooking, input)).toMatchObject({ id: 'b1' });
});

test('deletes a booking', async () => {
  api().delete(`${path}/b1`).reply(200, { success: true, message: 'Deleted' });
  expect(await run(deleteServiceBooking, { bookingId: 'b1' })).toMatchObject({
    id: 'b1',
    deleted: true,
    message: 'Deleted',
  });
});

test('lists the bookings of a month ago to a year ahead', async () => {
  const days = (from: unknown, to: unknown) => (Number(to) - Number(from)) / 86_400_000;
  api()
    .get(path)
    .query(({ startTime, endTime }) => Math.round(days(startTime, endTime)) === 395)
    .reply(200, { bookings: [{ ...booking, startTime: '2040-03-05T17:30:00Z' }] });
  expect(await poll(listServiceBookingChoices)).toEqual([
    { id: 'b1', name: 'Whitening · 2040-03-05T17:30:00Z' },
  ]);
});

test('a booking ends after it starts, whatever the clocks do meanwhile', async () => {
  const times = { startTime: '2026-10-25T02:30:00+01:00', endTime: '2026-10-25T02:45:00+02:00' };
  expect(await failure(run(createServiceBooking, { ...input, ...times }))).toBe(
    '“End” must be after “Start”.',
  );
});
