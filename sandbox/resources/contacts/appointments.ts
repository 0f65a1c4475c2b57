import { endpoint } from '../../gateway/endpoint.ts';
import { appointments } from '../../seed/appointments.ts';
import { contactOf, reading } from './access.ts';

export const contactAppointments = [
  /** Times are local and naive: 2026-07-17 10:00:00 (api#appointments-of-a-contact). */
  endpoint('GET /contacts/{contactId}/appointments', reading, ({ path, location }) => {
    const { id } = contactOf(location, path.contactId);
    const local = new Intl.DateTimeFormat('sv-SE', {
      timeZone: location.record.timezone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const events = [...appointments(location).values()]
      .filter(({ contactId, deleted }) => contactId === id && !deleted)
      .map(({ deleted: _, ...appointment }) => ({
        ...appointment,
        status: 'booked',
        groupId: '',
        users: [],
        assignedResources: [],
        startTime: local.format(appointment.startTime),
        endTime: local.format(appointment.endTime),
        dateAdded: local.format(appointment.dateAdded),
        dateUpdated: local.format(appointment.dateUpdated),
      }));
    return { events };
  }),
];
