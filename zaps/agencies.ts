import { addDays } from './formatter.ts';
import type { Recipe } from './zap.ts';

const beside = 'For agencies and local businesses';

/** The three that the README shows. */
export const agencies: Recipe[] = [
  {
    beside,
    name: 'New lead to appointment follow-up',
    about:
      'A lead of an advertisement becomes a contact with a task to call. After the appointment there is a task to follow up.',
    zaps: [
      {
        trigger: {
          app: 'Facebook Lead Ads, or your web form',
          event: 'a new lead',
          gives: {
            'Full Name': 'Rosa Lind',
            Email: 'rosa.lind@example.com',
            Phone: '+13125550170',
            'Created At': '2026-11-23T15:00:00Z',
          },
        },
        steps: [
          {
            use: 'upsert_contact',
            map: {
              name: '{{1.Full Name}}',
              email: '{{1.Email}}',
              phone: '{{1.Phone}}',
              source: 'Lead ad',
              tags: ['new lead'],
            },
          },
          addDays(1, '{{1.Created At}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId: '{{2.id}}',
              title: 'Call {{1.Full Name}} and book',
              dueDate: '{{3.Output}}',
            },
          },
        ],
      },
      {
        trigger: {
          use: 'appointment_booked',
          map: { calendarId: { choose: 'the calendar' } },
        },
        steps: [
          { only: ['{{1.contactId}}', 'exists'] },
          { delayUntil: '{{1.endTime}}' },
          addDays(1, '{{1.endTime}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId: '{{1.contactId}}',
              title: 'Follow up: {{1.title}}',
              dueDate: '{{4.Output}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Missed call to task',
    about: 'A call that nobody has answered becomes a task to call back.',
    zaps: [
      {
        trigger: { use: 'missed_call', map: {} },
        steps: [
          { use: 'find_contact', map: { contactId: '{{1.contactId}}' } },
          addDays(1, '{{1.dateAdded}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId: '{{1.contactId}}',
              title: 'Call {{2.name}} back',
              dueDate: '{{3.Output}}',
              body: 'Missed call from {{2.phone}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Won opportunity to onboarding workflow',
    about:
      'A won opportunity enrolls the customer in a workflow, tags the contact and leaves a note.',
    limits:
      'The filter lets a customer through only once. If a second opportunity of the same customer is to start the workflow again, leave the filter out.',
    zaps: [
      {
        trigger: { use: 'opportunity_status_changed', map: { status: 'won' } },
        steps: [
          { only: ['{{1.contact.tags}}', 'does not contain', 'customer'] },
          {
            use: 'add_contact_to_workflow',
            map: {
              contactId: '{{1.contactId}}',
              workflowId: { choose: 'your onboarding workflow' },
              removeFirst: false,
            },
          },
          { use: 'add_contact_tags', map: { contactId: '{{1.contactId}}', tags: ['customer'] } },
          {
            use: 'create_contact_note',
            map: {
              contactId: '{{1.contactId}}',
              body: 'Won: {{1.name}}, {{1.monetaryValue}}',
              title: 'Won',
            },
          },
        ],
      },
    ],
  },
];
