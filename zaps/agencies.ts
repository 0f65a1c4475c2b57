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
          use: 'list_calendar_events',
          map: { calendarId: { choose: 'the calendar' }, triggerOn: 'new' },
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
    about: 'A call that nobody has seen to becomes a task to call back.',
    limits:
      'HighLevel’s list of conversations says that the last message was a call from the contact and is unread; it does not say that nobody picked up. A call that was answered and left unread counts too. *Get Messages by Conversation* tells more of one conversation.',
    zaps: [
      {
        trigger: {
          use: 'search_conversations',
          map: {
            status: 'unread',
            lastMessageType: 'TYPE_CALL',
            lastMessageDirection: 'inbound',
            triggerOn: 'changed',
          },
        },
        steps: [
          addDays(1, '{{1.lastMessageDate}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId: '{{1.contactId}}',
              title: 'Call {{1.contactName}} back',
              dueDate: '{{2.Output}}',
              body: 'Missed call from {{1.phone}}',
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
      'A later change of a won opportunity fires again, which is why the filter lets a customer through only once. A customer who wins a second opportunity needs another tag.',
    zaps: [
      {
        trigger: { use: 'search_opportunities', map: { status: 'won', triggerOn: 'changed' } },
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
