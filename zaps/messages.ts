import { addDays } from './formatter.ts';
import type { Ours, Recipe } from './zap.ts';

const beside = 'Messages and calls';
const text: Ours = { use: 'new_message', map: { channel: 'SMS', direction: 'inbound' } };
const contactId = '{{1.contactId}}';

export const messages: Recipe[] = [
  {
    beside,
    name: 'WhatsApp after a missed call',
    about: 'Whoever calls while nobody can answer gets a WhatsApp message, and can answer there.',
    limits:
      'WhatsApp allows free text only within 24 hours after the contact’s last WhatsApp message. To reach everybody, use *Send SMS* in its place.',
    zaps: [
      {
        trigger: { use: 'missed_call', map: {} },
        steps: [
          { use: 'find_contact', map: { contactId } },
          {
            use: 'send_whatsapp',
            map: {
              contactId,
              message: 'Hello {{2.firstName}}, we missed your call. What can we do for you?',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Complete the open task of whoever wrote',
    about: 'A text that begins with “done” completes the contact’s open task that is due first.',
    limits: 'Nothing happens if the contact has no open task.',
    zaps: [
      {
        trigger: text,
        steps: [
          { only: ['{{1.body}}', 'starts with', 'done'] },
          { use: 'find_task', map: { contactId, state: 'open' } },
          {
            use: 'complete_contact_task',
            map: { contactId, taskId: '{{3.id}}', completed: true },
          },
          {
            use: 'send_sms',
            map: { contactId, message: 'Thank you! “{{3.title}}” is off our list.' },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'A task for a text that nobody answers',
    about:
      'If a contact’s text is still the last message after two hours, somebody gets a task to answer it.',
    zaps: [
      {
        trigger: text,
        steps: [
          { delayFor: '2 hours' },
          { use: 'find_messages', map: { contactId } },
          { only: ['{{3.id}}', 'is', '{{1.id}}'] },
          { use: 'find_contact', map: { contactId } },
          addDays(1, '{{1.dateAdded}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId,
              title: 'Answer {{5.name}}',
              dueDate: '{{6.Output}}',
              body: '{{1.body}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Cancel the next appointment by SMS',
    about: 'A text that begins with “cancel” cancels the contact’s next appointment, and says so.',
    zaps: [
      {
        trigger: text,
        steps: [
          { only: ['{{1.body}}', 'starts with', 'cancel'] },
          { use: 'find_appointment', map: { contactId, status: 'booked', first: 'earliest' } },
          {
            use: 'update_appointment',
            map: { eventId: '{{3.id}}', appointmentStatus: 'cancelled' },
          },
          {
            use: 'send_sms',
            map: {
              contactId,
              message: '“{{3.title}}” is canceled. Write to us if you would like another time.',
            },
          },
        ],
      },
    ],
  },
];
