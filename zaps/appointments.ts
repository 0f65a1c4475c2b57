import { addDays } from './formatter.ts';
import type { Other, Ours, Recipe } from './zap.ts';

const beside = 'Appointments';
const calendarId = { choose: 'the calendar' };

const nextFree = (more: Ours['map'] = {}): Ours => ({
  use: 'find_free_slots',
  map: { calendarId, count: 1, ...more },
});

/** Keeps a time under the number with which the contact answers. */
const keepSlot = (number: number, time: string): Other => ({
  app: 'Storage by Zapier',
  event: 'Set Value',
  map: { Key: `slot ${number} {{1.id}}`, Value: time },
});

export const appointments: Recipe[] = [
  {
    beside,
    name: 'Offer three free slots by SMS and book the one that is answered',
    about:
      'Whoever gets the tag of your choice is offered three free times, each on another day. The answer “1”, “2” or “3” books that time and is confirmed.',
    limits:
      'The times are not held. If one is taken before the answer comes, “Create Appointment” stops and says so. Only the number alone books: an answer like “the second one” waits in the conversation for a person.',
    zaps: [
      {
        trigger: {
          use: 'contact_tagged',
          map: { tag: { choose: 'the tag of people who want an appointment' } },
        },
        steps: [
          { only: ['{{1.phone}}', 'exists'] },
          nextFree(),
          addDays(1, '{{3.startTime}}'),
          nextFree({ startDate: '{{4.Output}}' }),
          addDays(1, '{{5.startTime}}'),
          nextFree({ startDate: '{{6.Output}}' }),
          keepSlot(1, '{{3.startTime}}'),
          keepSlot(2, '{{5.startTime}}'),
          keepSlot(3, '{{7.startTime}}'),
          { use: 'add_contact_tags', map: { contactId: '{{1.id}}', tags: ['slots offered'] } },
          {
            use: 'send_sms',
            map: {
              contactId: '{{1.id}}',
              message:
                'Hello {{1.firstName}}, these times are free:\n1. {{3.text}}\n2. {{5.text}}\n3. {{7.text}}\nAnswer 1, 2 or 3, and it is yours.',
            },
          },
        ],
      },
      {
        trigger: { use: 'new_message', map: { channel: 'SMS', direction: 'inbound' } },
        steps: [
          { use: 'find_contact', map: { contactId: '{{1.contactId}}' } },
          { only: ['{{2.tags}}', 'contains', 'slots offered'] },
          {
            app: 'Storage by Zapier',
            event: 'Get Value',
            map: { Key: 'slot {{1.body}} {{1.contactId}}' },
          },
          { only: ['{{4.Value}}', 'exists'] },
          {
            use: 'create_appointment',
            map: {
              calendarId,
              contactId: '{{1.contactId}}',
              startTime: '{{4.Value}}',
              title: '{{2.name}}',
            },
          },
          {
            use: 'remove_contact_tags',
            map: { contactId: '{{1.contactId}}', tags: ['slots offered'] },
          },
          {
            use: 'send_sms',
            map: {
              contactId: '{{1.contactId}}',
              message: 'Thank you, {{2.firstName}}. Number {{1.body}} is booked. See you then!',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'New times after a no-show',
    about: 'Whoever does not come gets a text with the next three free times.',
    limits:
      'It starts when the appointment is marked as a no-show in HighLevel, by a person or by a workflow.',
    zaps: [
      {
        trigger: { use: 'appointment_changed', map: { calendarId, happening: 'noshow' } },
        steps: [
          { use: 'find_contact', map: { contactId: '{{1.contactId}}' } },
          { only: ['{{2.phone}}', 'exists'] },
          { use: 'find_free_slots', map: { calendarId: '{{1.calendarId}}', count: 3 } },
          {
            use: 'send_sms',
            map: {
              contactId: '{{1.contactId}}',
              message:
                'Hello {{2.firstName}}, we missed you. These times are free:\n{{4.allTexts}}\nWhich one suits you?',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'A booking moves the opportunity on',
    about: 'When somebody books, the open opportunity of that contact moves to the stage you name.',
    limits: 'Nothing happens to a contact without an open opportunity in that pipeline.',
    zaps: [
      {
        trigger: { use: 'appointment_booked', map: { calendarId } },
        steps: [
          {
            use: 'find_opportunity',
            map: {
              contactId: '{{1.contactId}}',
              pipelineId: { choose: 'the pipeline' },
              status: 'open',
            },
          },
          {
            use: 'update_opportunity',
            map: {
              id: '{{2.id}}',
              pipelineId: { choose: 'the same pipeline' },
              pipelineStageId: { choose: 'the stage of those who have booked' },
            },
          },
        ],
      },
    ],
  },
];
