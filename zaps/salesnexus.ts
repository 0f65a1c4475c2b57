import type { Recipe } from './zap.ts';

const beside = 'SalesNexus';
const contactId = { choose: 'the contact to watch' };

export const salesnexus: Recipe[] = [
  {
    beside,
    name: 'Look a contact up, with tasks, notes and upcoming appointments',
    about:
      'A contact in SalesNexus is completed from HighLevel. Three more Zaps bring tasks, notes and upcoming appointments along.',
    limits:
      'The look-up gives the contact itself. Its tasks, notes and appointments come by triggers: tasks of all contacts, notes and appointments of a chosen one.',
    zaps: [
      {
        trigger: {
          app: 'SalesNexus',
          event: 'a contact is created or changed',
          gives: { Email: 'marcelo.simonis0@example.com' },
        },
        steps: [
          { use: 'find_contact', map: { email: '{{1.Email}}' } },
          {
            app: 'SalesNexus',
            event: 'update the contact',
            map: {
              Email: '{{1.Email}}',
              Phone: '{{2.phone}}',
              City: '{{2.city}}',
              'HighLevel ID': '{{2.id}}',
            },
          },
        ],
      },
      {
        trigger: { use: 'new_task', map: {} },
        steps: [
          {
            app: 'SalesNexus',
            event: 'create a task',
            map: { 'HighLevel ID': '{{1.contactId}}', Title: '{{1.title}}', Due: '{{1.dueDate}}' },
          },
        ],
      },
      {
        trigger: { use: 'get_contact_notes', map: { contactId, triggerOn: 'new' } },
        steps: [
          {
            app: 'SalesNexus',
            event: 'add a note',
            map: { 'HighLevel ID': '{{1.contactId}}', Note: '{{1.body}}' },
          },
        ],
      },
      {
        trigger: { use: 'get_contact_appointments', map: { contactId, triggerOn: 'changed' } },
        steps: [
          { only: ['{{1.startTime}}', 'is after', '{{zap_meta_utc_iso}}'] },
          { only: ['{{1.appointmentStatus}}', 'is', 'confirmed'] },
          {
            app: 'SalesNexus',
            event: 'create an appointment',
            map: {
              'HighLevel ID': '{{1.contactId}}',
              Title: '{{1.title}}',
              Start: '{{1.startTime}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Task and note history, both ways',
    about:
      'Notes go to SalesNexus and come back from there, and new tasks of SalesNexus become tasks in HighLevel.',
    limits:
      'What came from the other side is marked with “From SalesNexus:” or “From HighLevel:”, and the filters leave it alone. Without them a note would travel in a circle.',
    zaps: [
      {
        trigger: { use: 'get_contact_notes', map: { contactId, triggerOn: 'new' } },
        steps: [
          { only: ['{{1.body}}', 'does not contain', 'From SalesNexus:'] },
          {
            app: 'SalesNexus',
            event: 'add a note',
            map: { 'HighLevel ID': '{{1.contactId}}', Note: 'From HighLevel: {{1.body}}' },
          },
        ],
      },
      {
        trigger: {
          app: 'SalesNexus',
          event: 'a note is added',
          gives: { Email: 'marcelo.simonis0@example.com', Note: 'Met at the fair.' },
        },
        steps: [
          { only: ['{{1.Note}}', 'does not contain', 'From HighLevel:'] },
          { use: 'find_contact', map: { email: '{{1.Email}}' } },
          {
            use: 'create_contact_note',
            map: { contactId: '{{3.id}}', body: 'From SalesNexus: {{1.Note}}' },
          },
        ],
      },
      {
        trigger: {
          app: 'SalesNexus',
          event: 'a task is created',
          gives: {
            Email: 'marcelo.simonis0@example.com',
            Title: 'Send the brochure',
            Due: '2026-12-01T15:00:00Z',
          },
        },
        steps: [
          { use: 'find_contact', map: { email: '{{1.Email}}' } },
          {
            use: 'create_contact_task',
            map: {
              contactId: '{{2.id}}',
              title: '{{1.Title}}',
              dueDate: '{{1.Due}}',
              body: 'From SalesNexus',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Business data beside its contacts',
    about:
      'A new company of SalesNexus becomes a business, and its people are put into it. Businesses of HighLevel go back.',
    zaps: [
      {
        trigger: {
          app: 'SalesNexus',
          event: 'a company is created',
          gives: {
            Company: 'Chelsea Books',
            Phone: '+12125550177',
            Website: 'https://books.example.com',
            Email: 'marcelo.simonis0@example.com',
          },
        },
        steps: [
          {
            use: 'create_business',
            map: { name: '{{1.Company}}', phone: '{{1.Phone}}', website: '{{1.Website}}' },
          },
          { use: 'find_contact', map: { email: '{{1.Email}}' } },
          {
            use: 'bulk_update_contact_business',
            map: { ids: ['{{3.id}}'], action: 'add', businessId: '{{2.id}}' },
          },
        ],
      },
      {
        trigger: { use: 'list_businesses', map: { triggerOn: 'changed' } },
        steps: [
          {
            app: 'SalesNexus',
            event: 'create or update a company, found by its name',
            map: { Company: '{{1.name}}', Phone: '{{1.phone}}', City: '{{1.city}}' },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Contacts from web leads',
    about: 'A lead from a web form becomes a contact with an opportunity, here and in SalesNexus.',
    zaps: [
      {
        trigger: {
          app: 'your web form',
          event: 'a form is sent',
          gives: {
            'First Name': 'Lena',
            'Last Name': 'Okafor',
            Email: 'lena.okafor@example.com',
            Phone: '+13125550150',
            Message: 'How much is an implant?',
          },
        },
        steps: [
          {
            use: 'upsert_contact',
            map: {
              firstName: '{{1.First Name}}',
              lastName: '{{1.Last Name}}',
              email: '{{1.Email}}',
              phone: '{{1.Phone}}',
              source: 'Web form',
              tags: ['web lead'],
            },
          },
          {
            use: 'upsert_opportunity',
            map: {
              contactId: '{{2.id}}',
              pipelineId: { choose: 'your pipeline for new leads' },
              name: '{{1.First Name}} {{1.Last Name}}: {{1.Message}}',
              status: 'open',
            },
          },
          {
            app: 'SalesNexus',
            event: 'create a contact',
            map: { Name: '{{2.name}}', Email: '{{2.email}}', 'HighLevel ID': '{{2.id}}' },
          },
        ],
      },
    ],
  },
];
