import { collection } from '../state/collection.ts';

/** A service that can be booked (calendars-v3.json, `GET /calendars/services/catalog`). */
export const services = collection('services', ({ place, hexId }) =>
  ['Whitening', 'Cleaning'].map((name, i) => ({
    id: hexId(name),
    locationId: place.id,
    name,
    serviceCategoryId: hexId('category'),
    serviceDuration: 30 * (i + 1),
    serviceDurationUnit: 'mins',
    isPrivate: false,
  })),
);

export const serviceLocations = collection('serviceLocations', ({ place, hexId }) => [
  {
    id: hexId('Main Street'),
    locationId: place.id,
    name: 'Main Street',
    slug: 'main-street',
    isActive: true,
    isPrivate: false,
    locationType: 'offline',
    address: '1 Main Street',
  },
]);

/** A booking of services, as every endpoint shows it. */
type Booking = { id: string; startTime: string; endTime: string; dateAdded: string } & Record<
  string,
  unknown
>;

export const bookings = collection<Booking>('serviceBookings', () => []);
