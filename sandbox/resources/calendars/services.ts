import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { isoDate, located, optionalText, text } from '../../gateway/schemas.ts';
import { contacts } from '../../seed/contacts.ts';
import { bookings, serviceLocations, services } from '../../seed/services.ts';
import { staffOf } from '../../seed/users.ts';
import { existing, iso } from '../records.ts';

const catalog = {
  version: '2021-04-15' as const,
  scopes: ['calendars.readonly'],
  since: 'v3' as const,
};
const reading = { ...catalog, scopes: ['calendars/events.readonly'] };
const writing = { ...catalog, scopes: ['calendars/events.write'] };

const shown = ({ id, ...rest }: { id: string }) => ({ bookingId: id, ...rest });

/** Services and their bookings, which v3 alone has (calendars-v3.json). */
export const serviceBookings = [
  endpoint('GET /calendars/services/catalog', { ...catalog, query: located }, ({ location }) => ({
    services: [...services(location).values()],
  })),

  endpoint('GET /calendars/services/locations', { ...catalog, query: located }, ({ location }) => ({
    serviceLocations: [...serviceLocations(location).values()],
  })),

  endpoint(
    'GET /calendars/services/bookings',
    {
      ...reading,
      query: zod.strictObject({
        locationId: text,
        startTime: zod.string().regex(/^\d+$/),
        endTime: zod.string().regex(/^\d+$/),
        timezone: optionalText,
        serviceLocationId: optionalText,
      }),
    },
    ({ query, location }) => {
      const found = [...bookings(location).values()].filter(({ startTime }) => {
        const start = Date.parse(startTime);
        return start >= Number(query.startTime) && start < Number(query.endTime);
      });
      return { bookings: found.map(shown) };
    },
  ),

  endpoint(
    'POST /calendars/services/bookings',
    {
      ...writing,
      status: 201,
      query: zod.strictObject({ overrideAvailability: zod.enum(['true', 'false']).optional() }),
      body: zod.strictObject({
        locationId: text,
        contactId: text,
        startTime: isoDate,
        endTime: isoDate,
        timezone: text,
        services: zod
          .array(
            zod.strictObject({
              id: text,
              staffId: optionalText,
              position: zod.number().optional(),
            }),
          )
          .min(1),
        serviceLocationId: optionalText,
        meetingLocation: optionalText,
        title: optionalText,
        status: zod.enum(['confirmed', 'new']).default('confirmed'),
      }),
    },
    ({ query, body, location, state, now }) => {
      const contact = existing(contacts(location).get(body.contactId), 'Contact', body.contactId);
      const booked = body.services.map(({ id }) =>
        existing(services(location).get(id), 'Service', id),
      );
      const isTaken = [...bookings(location).values()].some(
        (one) => one.startTime < body.endTime && body.startTime < one.endTime,
      );
      // The words are those of appointments (api#refused-bookings).
      if (isTaken && query.overrideAvailability !== 'true')
        throw fail(400, 'The slot you have selected is no longer available.');
      const [place] = serviceLocations(location).values();
      const [anybody = ''] = staffOf(location);
      const booking = {
        serviceLocationId: place?.id,
        title: `${contact.firstName} - ${booked[0]?.name}`,
        ...body,
        id: state.newId(),
        services: body.services.map(({ id, staffId = anybody }, i) => ({
          id,
          serviceCategoryId: booked[i]?.serviceCategoryId,
          serviceStaffId: staffId,
          serviceStartTime: body.startTime,
          serviceEndTime: body.endTime,
        })),
        deleted: false,
        createdBy: { source: 'third_party' },
        dateAdded: iso(now),
        dateUpdated: iso(now),
      };
      bookings(location).set(booking.id, booking);
      return shown(booking);
    },
  ),

  endpoint('DELETE /calendars/services/bookings/{bookingId}', writing, ({ path, location }) => {
    const { id } = existing(bookings(location).get(path.bookingId), 'Booking', path.bookingId);
    bookings(location).delete(id);
    return { success: true, message: 'Service booking deleted successfully' };
  }),
];
