import { addDays } from './formatter.ts';
import type { Recipe } from './zap.ts';

const beside = 'Salesmsg';
const incoming = {
  app: 'Salesmsg',
  event: 'a text message comes in',
  gives: {
    Phone: '+16462000000',
    'First Name': 'Marcelo',
    'Last Name': 'Simonis',
    Text: 'Can I come on Friday?',
    'Received At': '2026-11-23T15:00:00Z',
  },
};

export const salesmsg: Recipe[] = [
  {
    beside,
    name: 'Read a contact with its tasks, notes and appointments',
    about:
      'The team gets one text with all that is open for a customer, whenever the customer’s opportunity is new or changes.',
    limits:
      'It covers contacts that have an opportunity. For one contact use the triggers *Get Contact Tasks*, *Get Contact Notes* and *Get Contact Appointments*.',
    zaps: [
      {
        trigger: {
          use: 'search_opportunities',
          map: {
            status: 'open',
            getNotes: true,
            getTasks: true,
            getCalendarEvents: true,
            triggerOn: 'changed',
          },
        },
        steps: [
          { use: 'find_contact', map: { contactId: '{{1.contactId}}' } },
          {
            app: 'Salesmsg',
            event: 'send a text message to the team',
            map: {
              Text: '{{2.name}}, {{2.phone}}. Tasks: {{1.tasks.title}}. Notes: {{1.notes.body}}. Appointments: {{1.calendarEvents.startTime}}.',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Create a contact and tag it',
    about: 'Somebody new writes to your number and becomes a contact with a tag.',
    zaps: [
      {
        trigger: {
          app: 'Salesmsg',
          event: 'a new contact is created',
          gives: { Phone: '+13125550143', 'First Name': 'Nora', 'Last Name': 'Petrov' },
        },
        steps: [
          {
            use: 'find_contact',
            map: { phone: '{{1.Phone}}' },
            orCreate: {
              firstName: '{{1.First Name}}',
              lastName: '{{1.Last Name}}',
              phone: '{{1.Phone}}',
              source: 'Salesmsg',
            },
          },
          { use: 'add_contact_tags', map: { contactId: '{{2.id}}', tags: ['salesmsg'] } },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Update a contact and complete its tasks',
    about:
      'A customer’s text makes a task to answer. When the conversation is closed in Salesmsg, the contact is updated and the task is done.',
    zaps: [
      {
        trigger: incoming,
        steps: [
          { use: 'find_contact', map: { phone: '{{1.Phone}}' } },
          addDays(1, '{{1.Received At}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId: '{{2.id}}',
              title: 'Answer {{1.First Name}}',
              dueDate: '{{3.Output}}',
              body: '{{1.Text}}',
            },
          },
        ],
      },
      {
        trigger: {
          app: 'Salesmsg',
          event: 'a conversation is closed',
          gives: { Phone: '+16462000000', City: 'Hoboken' },
        },
        steps: [
          { use: 'find_contact', map: { phone: '{{1.Phone}}' } },
          {
            use: 'update_contact',
            map: { contactId: '{{2.id}}', city: '{{1.City}}', tags: ['answered'], tagsMode: 'add' },
          },
          {
            use: 'find_task',
            map: { contactId: '{{2.id}}', title: 'Answer', state: 'open' },
          },
          {
            use: 'complete_contact_task',
            map: { contactId: '{{2.id}}', taskId: '{{4.id}}', completed: true },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Create contacts from events',
    about:
      'A keyword, a form or any other event in Salesmsg becomes a contact, with a note of what was said. A person who is there already is updated, not doubled.',
    zaps: [
      {
        trigger: {
          app: 'Salesmsg',
          event: 'a keyword is received',
          gives: {
            Phone: '+13125550144',
            'First Name': 'Ivo',
            Keyword: 'SMILE',
            Text: 'SMILE please',
          },
        },
        steps: [
          {
            use: 'upsert_contact',
            map: {
              firstName: '{{1.First Name}}',
              phone: '{{1.Phone}}',
              source: 'Salesmsg',
              tags: ['{{1.Keyword}}'],
            },
          },
          {
            use: 'create_contact_note',
            map: {
              contactId: '{{2.id}}',
              body: 'Wrote “{{1.Text}}”',
              title: 'Keyword {{1.Keyword}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Bring a whole list over, and tag it at once',
    about:
      'Once a week a list of people becomes contacts. The second Zap tags a list of contacts in a single step.',
    limits:
      'Looping by Zapier takes at most as many rows as your plan allows. *Bulk Update Contact Tags* takes the IDs of contacts, not phone numbers: keep them in the list, as the first Zap gives them.',
    zaps: [
      {
        trigger: {
          app: 'Schedule by Zapier',
          event: 'Every Week',
          gives: { Phones: ['+13125550145', '+13125550146'], Names: ['Ana Silva', 'Bo Lind'] },
        },
        steps: [
          {
            app: 'Salesmsg, or the sheet that holds the list',
            event: 'get the rows',
            gives: { Phones: ['+13125550145', '+13125550146'], Names: ['Ana Silva', 'Bo Lind'] },
          },
          { each: { Phone: '{{2.Phones}}', Name: '{{2.Names}}' } },
          {
            use: 'upsert_contact',
            map: { name: '{{3.Name}}', phone: '{{3.Phone}}', tags: ['weekly list'] },
          },
          {
            app: 'Salesmsg, or the sheet that holds the list',
            event: 'write the ID of the contact into the row',
            map: { Phone: '{{3.Phone}}', 'Contact ID': '{{4.id}}' },
          },
        ],
      },
      {
        trigger: {
          app: 'Salesmsg, or the sheet that holds the list',
          event: 'a campaign was sent',
          gives: { 'Contact IDs': ['FJMEtaWH5eTSzPct9IzQ', 'yMOEa9uxe4fc4Pbndmq8'] },
        },
        steps: [
          {
            use: 'bulk_update_contact_tags',
            map: { type: 'add', contacts: '{{1.Contact IDs}}', tags: ['spring offer'] },
          },
        ],
      },
    ],
  },
];
