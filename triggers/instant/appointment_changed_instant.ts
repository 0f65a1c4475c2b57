import { defineTrigger } from 'zapier-platform-core';
import { directionsFor } from '../../lib/hooks/directions.ts';
import { instant } from '../../lib/operations.ts';
import { postedAppointment, recentAppointments } from '../../records/postedAppointment.ts';
import { postRoutes, postWith } from '../../records/posts.ts';

export default defineTrigger({
  key: 'appointment_changed_instant',
  noun: 'Appointment',
  display: {
    label: 'Appointment Booked or Changed (Instant)',
    description:
      'Triggers when a workflow that starts with a booked or changed appointment posts to this Zap.',
    directions: directionsFor('“Appointment Status” or “Customer Booked Appointment”'),
  },
  operation: instant({
    record: postWith(postedAppointment),
    routes: [...postRoutes, ...postedAppointment.routes],
    about: ['appointment'],
    events: ['AppointmentCreate', 'AppointmentUpdate', 'AppointmentDelete'],
    recent: recentAppointments,
  }),
});
