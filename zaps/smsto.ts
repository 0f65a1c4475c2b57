import { addDays } from './formatter.ts';
import type { Recipe } from './zap.ts';

const beside = 'SMS-to and any text-message app';
const text = (Text: string) => ({
  app: 'SMS-to',
  event: 'a text message comes in',
  gives: { Phone: '+13125550160', Text, 'Received At': '2026-11-23T15:00:00Z' },
});

export const smsto: Recipe[] = [
  {
    beside,
    name: 'A text creates or updates the contact and a follow-up task',
    about: 'Whoever writes is a contact a moment later, and somebody has a task for the next day.',
    zaps: [
      {
        trigger: text('Do you still have a time on Monday?'),
        steps: [
          {
            use: 'upsert_contact',
            map: { phone: '{{1.Phone}}', source: 'Text message', tags: ['texted'] },
          },
          addDays(1, '{{1.Received At}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId: '{{2.id}}',
              title: 'Answer the text',
              dueDate: '{{3.Output}}',
              body: '{{1.Text}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'A text creates a task, and a text completes it',
    about: 'You text “task …” to make a task, and “done” to complete the last one.',
    limits:
      'The ID of the last task is kept under the phone number; an older task is completed in HighLevel.',
    zaps: [
      {
        trigger: text('TASK order new gloves'),
        steps: [
          { only: ['{{1.Text}}', 'contains', 'task'] },
          { use: 'upsert_contact', map: { phone: '{{1.Phone}}' } },
          addDays(1, '{{1.Received At}}'),
          {
            use: 'create_contact_task',
            map: { contactId: '{{3.id}}', title: '{{1.Text}}', dueDate: '{{4.Output}}' },
          },
          {
            app: 'Storage by Zapier',
            event: 'Set Value',
            map: { Key: 'task {{1.Phone}}', Value: '{{5.id}}' },
          },
        ],
      },
      {
        trigger: text('done'),
        steps: [
          { only: ['{{1.Text}}', 'is', 'done'] },
          { use: 'find_contact', map: { phone: '{{1.Phone}}' } },
          { app: 'Storage by Zapier', event: 'Get Value', map: { Key: 'task {{1.Phone}}' } },
          {
            use: 'complete_contact_task',
            map: { contactId: '{{3.id}}', taskId: '{{4.Value}}', completed: true },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Appointment reminders',
    about: 'A day before an appointment the contact gets a text, also if it was moved.',
    limits:
      'HighLevel has reminders of its own: *Create Calendar Notification* sets them up. Use this recipe if the text must come from your own text-message app.',
    zaps: [
      {
        trigger: {
          use: 'appointment_starting_soon',
          map: { calendarId: { choose: 'the calendar' }, minutesBefore: 1440 },
        },
        steps: [
          { use: 'find_contact', map: { contactId: '{{1.contactId}}' } },
          {
            app: 'SMS-to',
            event: 'send a text message',
            map: {
              To: '{{2.phone}}',
              Text: '{{2.firstName}}, we see you at {{1.startTime}}: {{1.title}}',
            },
          },
        ],
      },
    ],
  },
];
