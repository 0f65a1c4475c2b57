/** Appointments, tasks, notes and the settings of a sub-account. */
import { asObject } from '../../lib/values.ts';
import { open, type Probe, short, verdict } from '../probe.ts';
import { appointmentInput, scratchAppointment, scratchNote, scratchTask } from '../scratch.ts';

const route = 'PUT /calendars/events/appointments/{eventId}';

export const others: Probe[] = [
  {
    fact: 'refused-bookings',
    question: 'What is said of a time that is not free?',
    ask: async (lab) => {
      const answer = await lab.ask(
        'POST /calendars/events/appointments',
        await appointmentInput(lab),
      );
      if (!answer.isFine) return verdict(/no longer available/.test(answer.words), short(answer));
      const made = asObject(answer.body.appointment ?? answer.body);
      lab.later('an appointment', () =>
        lab.ask('DELETE /calendars/events/{eventId}', { eventId: made.id }),
      );
      return open('the calendar is open at that time');
    },
  },
  {
    fact: 'appointment-statuses',
    question: 'Which statuses does an appointment take, and how is “completed” kept?',
    ask: async (lab) => {
      const { id: eventId } = await scratchAppointment(lab);
      const pending = await lab.ask(route, {
        eventId,
        appointmentStatus: 'pending',
        toNotify: false,
      });
      const completed = await lab.ask(route, {
        eventId,
        appointmentStatus: 'completed',
        toNotify: false,
      });
      const { body } = await lab.ask('GET /calendars/events/appointments/{eventId}', { eventId });
      const { appointmentStatus } = asObject(body.appointment ?? body.event ?? body);
      const saw = `pending: ${short(pending)}; completed: ${short(completed)}, kept as ${appointmentStatus}`;
      return verdict(pending.status === 422 && appointmentStatus === 'showed', saw);
    },
  },
  {
    fact: 'appointments-only',
    question: 'Is a deleted appointment gone from the list?',
    ask: async (lab) => {
      const {
        id: eventId,
        calendarId,
        startTime,
      } = {
        ...(await appointmentInput(lab)),
        ...(await scratchAppointment(lab)),
      } as Record<string, unknown>;
      await lab.ask('DELETE /calendars/events/{eventId}', { eventId });
      const from = Date.parse(String(startTime)) - 86_400_000;
      const times = { startTime: String(from), endTime: String(from + 2 * 86_400_000) };
      const input = { locationId: lab.locationId, calendarId, ...times };
      const events = await lab.list('GET /calendars/events', input, 'events');
      const isGone = events.every(({ id, deleted }) => id !== eventId || deleted === true);
      return verdict(isGone, isGone ? 'it is gone' : 'it is still there');
    },
  },
  {
    fact: 'tasks',
    question: 'Is a task read as it was made?',
    ask: async (lab) => {
      const { id: taskId, contactId } = await scratchTask(lab);
      const answer = await lab.ask('GET /contacts/{contactId}/tasks/{taskId}', {
        contactId,
        taskId,
      });
      return verdict('task' in answer.body, answer.isFine ? 'wrapped in task' : short(answer));
    },
  },
  {
    fact: 'notes',
    question: 'Has a note of the API no user?',
    ask: async (lab) => {
      const note = await scratchNote(lab);
      const isNull = note.userId === null || note.userId === undefined;
      return verdict(isNull, isNull ? 'no user' : 'a user');
    },
  },
  {
    fact: 'writing-an-object-record',
    question: 'Is a property that an object does not have refused with 400?',
    ask: async (lab) => {
      const { locationId } = lab;
      const objects = await lab.list('GET /objects/', { locationId }, 'objects');
      const own = objects.find(({ key }) => String(key).startsWith('custom_objects.'));
      if (!own) return open('no custom object');
      const input = { locationId, schemaKey: own.key, properties: { no_such_property: 'x' } };
      const answer = await lab.askAs('POST /objects/{schemaKey}/records', input);
      const { id } = asObject(answer.body.record);
      if (id)
        lab.later('a record of a custom object', () =>
          lab.askAs('DELETE /objects/{schemaKey}/records/{id}', { schemaKey: own.key, id }),
        );
      return verdict(answer.status === 400, short(answer));
    },
  },
  {
    fact: 'settings-of-a-sub-account',
    question: 'Do the settings stay that Update Location does not name?',
    ask: async (lab) => {
      const { locationId } = lab;
      if (!lab.hasAgency) return open('only the token of an agency may write a sub-account');
      const read = async () => {
        const { body } = await lab.ask('GET /locations/{locationId}', { locationId });
        return asObject(asObject(body.location ?? body).settings);
      };
      const before = await read();
      const { allowDuplicateContact } = before;
      const write = (settings: object) =>
        lab.ask('PUT /locations/{locationId}', { locationId, companyId: lab.companyId, settings });
      const names = [
        'allowDuplicateContact',
        'allowDuplicateOpportunity',
        'allowFacebookNameMerge',
        'disableContactTimezone',
      ];
      const own = Object.fromEntries(
        names.filter((name) => name in before).map((name) => [name, before[name]]),
      );
      lab.later('the settings of the sub-account as they were', () => write(own));
      const answer = await write({ allowDuplicateContact });
      if (!answer.isFine) return open(short(answer));
      const after = await read();
      const changed = Object.keys(before).filter(
        (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
      );
      return verdict(
        changed.length === 0,
        changed.length === 0 ? 'they stay' : `changed: ${changed.join(', ')}`,
      );
    },
  },
];
