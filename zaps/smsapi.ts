import { addDays } from './formatter.ts';
import type { Recipe } from './zap.ts';

const beside = 'SMSAPI';
const reply = {
  app: 'SMSAPI',
  event: 'a text message comes in',
  gives: { Phone: '+16462000000', Text: 'Done, thanks', 'Received At': '2026-03-04T09:00:00Z' },
};
const contactId = { choose: 'the contact to watch' };

export const smsapi: Recipe[] = [
  {
    beside,
    name: 'Get a contact',
    about: 'Somebody texts; your phone tells who it is.',
    zaps: [
      {
        trigger: reply,
        steps: [
          { use: 'find_contact', map: { phone: '{{1.Phone}}' } },
          {
            app: 'SMSAPI',
            event: 'send a text message to yourself',
            map: { Text: '{{2.name}} ({{2.email}}, {{2.tags}}) writes: {{1.Text}}' },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Get its tasks by status and due date',
    about: 'Of a contact’s tasks only the open ones that are due within a week come through.',
    limits:
      '*Get Contact Tasks* gives every new or changed task; the two filters choose. It watches one contact.',
    zaps: [
      {
        trigger: { use: 'get_contact_tasks', map: { contactId, triggerOn: 'changed' } },
        steps: [
          { only: ['{{1.completed}}', 'is', 'false'] },
          addDays(7, '{{zap_meta_utc_iso}}'),
          { only: ['{{1.dueDate}}', 'is before', '{{3.Output}}'] },
          {
            app: 'SMSAPI',
            event: 'send a text message to the team',
            map: { Text: 'Open: {{1.title}}, due {{1.dueDate}}' },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Complete one task and update its note',
    about:
      'A task and a note are made together. The reply “done” completes the task and says so in the note.',
    limits: 'The reply must find the right task and note again, so the first Zap stores both IDs.',
    zaps: [
      {
        trigger: {
          app: 'SMSAPI',
          event: 'a text message with “call me” comes in',
          gives: {
            Phone: '+16462000000',
            Text: 'Please call me',
            'Received At': '2026-03-04T09:00:00Z',
          },
        },
        steps: [
          { use: 'find_contact', map: { phone: '{{1.Phone}}' } },
          addDays(1, '{{1.Received At}}'),
          {
            use: 'create_contact_task',
            map: { contactId: '{{2.id}}', title: 'Call {{2.name}}', dueDate: '{{3.Output}}' },
          },
          { use: 'create_contact_note', map: { contactId: '{{2.id}}', body: 'Asked for a call.' } },
          {
            app: 'Storage by Zapier',
            event: 'Set Value',
            map: { Key: 'task {{1.Phone}}', Value: '{{4.id}}' },
          },
          {
            app: 'Storage by Zapier',
            event: 'Set Value',
            map: { Key: 'note {{1.Phone}}', Value: '{{5.id}}' },
          },
        ],
      },
      {
        trigger: reply,
        steps: [
          { only: ['{{1.Text}}', 'contains', 'done'] },
          { use: 'find_contact', map: { phone: '{{1.Phone}}' } },
          { app: 'Storage by Zapier', event: 'Get Value', map: { Key: 'task {{1.Phone}}' } },
          { app: 'Storage by Zapier', event: 'Get Value', map: { Key: 'note {{1.Phone}}' } },
          {
            use: 'complete_contact_task',
            map: { contactId: '{{3.id}}', taskId: '{{4.Value}}', completed: true },
          },
          {
            use: 'update_contact_note',
            map: {
              contactId: '{{3.id}}',
              id: '{{5.Value}}',
              body: 'Asked for a call. Done: “{{1.Text}}”',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Notes to tasks',
    about: 'A new note that says “call” becomes a task for the next day.',
    limits: 'It watches one contact; see “What a Zap can and cannot do here”.',
    zaps: [
      {
        trigger: { use: 'get_contact_notes', map: { contactId, triggerOn: 'new' } },
        steps: [
          { only: ['{{1.body}}', 'contains', 'call'] },
          addDays(1, '{{1.dateAdded}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId: '{{1.contactId}}',
              title: 'From a note: call',
              dueDate: '{{3.Output}}',
              body: '{{1.body}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'A text message when a task falls due',
    about: 'When a task has reached its due date and is still open, its contact gets a text.',
    zaps: [
      {
        trigger: { use: 'task_overdue', map: {} },
        steps: [
          { use: 'find_contact', map: { contactId: '{{1.contactId}}' } },
          {
            app: 'SMSAPI',
            event: 'send a text message',
            map: { To: '{{2.phone}}', Text: '{{2.firstName}}, due now: {{1.title}}' },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'A weekly digest of a contact’s activity',
    about:
      'Three Zaps collect a contact’s new notes, tasks and appointments in one digest. A fourth sends it every week.',
    limits: 'Give all four Zaps the same digest title. Nothing is sent in a week without news.',
    zaps: [
      {
        trigger: { use: 'get_contact_notes', map: { contactId, triggerOn: 'changed' } },
        steps: [
          {
            app: 'Digest by Zapier',
            event: 'Append Entry and Schedule Digest',
            map: { Title: 'Contact week', Entry: 'Note: {{1.body}}' },
          },
        ],
      },
      {
        trigger: { use: 'get_contact_tasks', map: { contactId, triggerOn: 'changed' } },
        steps: [
          {
            app: 'Digest by Zapier',
            event: 'Append Entry and Schedule Digest',
            map: { Title: 'Contact week', Entry: 'Task: {{1.title}}, due {{1.dueDate}}' },
          },
        ],
      },
      {
        trigger: { use: 'get_contact_appointments', map: { contactId, triggerOn: 'changed' } },
        steps: [
          {
            app: 'Digest by Zapier',
            event: 'Append Entry and Schedule Digest',
            map: {
              Title: 'Contact week',
              Entry: 'Appointment: {{1.title}}, {{1.appointmentStatus}}',
            },
          },
        ],
      },
      {
        trigger: { app: 'Schedule by Zapier', event: 'Every Week', gives: {} },
        steps: [
          {
            app: 'Digest by Zapier',
            event: 'Release Existing Digest',
            map: { Title: 'Contact week' },
          },
          { only: ['{{2.Digest}}', 'exists'] },
          {
            app: 'SMSAPI',
            event: 'send a text message to the team',
            map: { Text: '{{2.Digest}}' },
          },
        ],
      },
    ],
  },
];
