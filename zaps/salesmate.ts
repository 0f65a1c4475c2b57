import { addDays } from './formatter.ts';
import type { Recipe } from './zap.ts';

const beside = 'Salesmate';
const contactId = { choose: 'the contact to watch' };

export const salesmate: Recipe[] = [
  {
    beside,
    name: 'Keep name, email and phone up to date',
    about: 'Every created or changed contact of HighLevel is written to Salesmate.',
    limits:
      'Let one side lead. A second Zap in the other direction would answer the first one for ever; if you need it, mark what it writes with a tag and filter that tag out here.',
    zaps: [
      {
        trigger: { use: 'search_contacts', map: { triggerOn: 'changed' } },
        steps: [
          { only: ['{{1.tags}}', 'does not contain', 'from salesmate'] },
          {
            app: 'Salesmate',
            event: 'create or update a contact, found by its email',
            map: {
              'First Name': '{{1.firstName}}',
              'Last Name': '{{1.lastName}}',
              Email: '{{1.email}}',
              Phone: '{{1.phone}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Changed tasks to the task list',
    about:
      'New and changed tasks of a contact go to the task list of Salesmate, with status and due date.',
    limits: 'It watches one contact; see “What a Zap can and cannot do here”.',
    zaps: [
      {
        trigger: { use: 'get_contact_tasks', map: { contactId, triggerOn: 'changed' } },
        steps: [
          {
            app: 'Salesmate',
            event: 'create or update a task, found by the ID of the HighLevel task',
            map: {
              'HighLevel Task ID': '{{1.id}}',
              Title: '{{1.title}}',
              Due: '{{1.dueDate}}',
              Done: '{{1.completed}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'New notes mirrored',
    about: 'A contact’s new notes appear in Salesmate.',
    limits: 'It watches one contact; see “What a Zap can and cannot do here”.',
    zaps: [
      {
        trigger: { use: 'get_contact_notes', map: { contactId, triggerOn: 'new' } },
        steps: [
          { use: 'find_contact', map: { contactId: '{{1.contactId}}' } },
          {
            app: 'Salesmate',
            event: 'add a note to the contact with this email',
            map: { Email: '{{2.email}}', Note: '{{1.body}}' },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Tags from a note’s words',
    about: 'A new note that mentions a treatment gives the contact its tag. Other tags stay.',
    limits:
      'One filter looks for one word. For several words use “Paths by Zapier”, or copy the Zap.',
    zaps: [
      {
        trigger: { use: 'get_contact_notes', map: { contactId, triggerOn: 'new' } },
        steps: [
          { only: ['{{1.body}}', 'contains', 'whitening'] },
          { use: 'add_contact_tags', map: { contactId: '{{1.contactId}}', tags: ['whitening'] } },
        ],
      },
    ],
  },
  {
    beside,
    name: 'A scheduled export',
    about: 'Changed contacts are collected all day and handed over once a day.',
    limits:
      'A schedule cannot ask HighLevel for a list, because lists are triggers here. So one Zap collects what changes, and the schedule sends what was collected. Contacts from before the Zap was on are not in it.',
    zaps: [
      {
        trigger: { use: 'search_contacts', map: { triggerOn: 'changed' } },
        steps: [
          {
            app: 'Digest by Zapier',
            event: 'Append Entry and Schedule Digest',
            map: { Title: 'Export', Entry: '{{1.name}}; {{1.email}}; {{1.phone}}' },
          },
        ],
      },
      {
        trigger: { app: 'Schedule by Zapier', event: 'Every Day', gives: {} },
        steps: [
          { app: 'Digest by Zapier', event: 'Release Existing Digest', map: { Title: 'Export' } },
          { only: ['{{2.Digest}}', 'exists'] },
          {
            app: 'Salesmate',
            event: 'import contacts, or attach the list',
            map: { List: '{{2.Digest}}' },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'An alert when a sync fails',
    about: 'A Zap that fails leaves a task in HighLevel and a message in Salesmate.',
    limits:
      'Tasks belong to contacts, so create a contact for your own office first and choose it. Our errors say what to do; see [troubleshooting](troubleshooting.md).',
    zaps: [
      {
        trigger: {
          app: 'Zapier Manager',
          event: 'New Zap Error',
          gives: {
            'Zap Title': 'HighLevel to Salesmate',
            'Error Message': 'HighLevel did not find this.',
            'Occurred At': '2026-03-04T09:00:00Z',
          },
        },
        steps: [
          addDays(1, '{{1.Occurred At}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId: { choose: 'the contact of your own office' },
              title: 'Check the Zap “{{1.Zap Title}}”',
              dueDate: '{{2.Output}}',
              body: '{{1.Error Message}}',
            },
          },
          {
            app: 'Salesmate',
            event: 'create an activity for the team',
            map: { Title: '{{1.Zap Title}} failed', Text: '{{1.Error Message}}' },
          },
        ],
      },
    ],
  },
];
