import { addDays } from './formatter.ts';
import type { Recipe } from './zap.ts';

const beside = 'Sales, invoices and tasks';
const contactId = '{{1.contactId}}';

export const sales: Recipe[] = [
  {
    beside,
    name: 'Invoice when the opportunity is won',
    about:
      'A won opportunity becomes an invoice over its value, due in 14 days, which HighLevel emails. A note says so.',
    limits:
      'An opportunity without a value, or of a contact without an email, is left out. Add a tax rate to the item if you charge tax.',
    zaps: [
      {
        trigger: { use: 'opportunity_status_changed', map: { status: 'won' } },
        steps: [
          { only: ['{{1.monetaryValue}}', 'is greater than', '0'] },
          { only: ['{{1.contact.email}}', 'exists'] },
          addDays(14, '{{zap_meta_utc_iso}}'),
          {
            use: 'create_and_send_invoice',
            map: {
              contactId,
              name: '{{1.name}}',
              items: [{ item: '{{1.name}}', amount: '{{1.monetaryValue}}', qty: 1 }],
              dueDate: '{{4.Output}}',
              action: 'email',
              userId: { choose: 'in whose name it is sent' },
            },
          },
          {
            use: 'create_contact_note',
            map: { contactId, body: 'Invoice {{5.invoiceNumber}} sent: {{5.total}}' },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Thank whoever has paid an invoice',
    about: 'When an invoice is paid, the contact gets an email, a tag and a note.',
    zaps: [
      {
        trigger: { use: 'invoice_changed', map: { status: 'paid' } },
        steps: [
          { only: ['{{1.contactEmail}}', 'exists'] },
          {
            use: 'send_email',
            map: {
              contactId,
              subject: 'Thank you for your payment',
              html: 'Hello {{1.contactName}},\n\nyour invoice {{1.invoiceNumber}} is paid. Thank you!',
            },
          },
          { use: 'add_contact_tags', map: { contactId, tags: ['paid'] } },
          {
            use: 'create_contact_note',
            map: { contactId, body: 'Invoice {{1.invoiceNumber}} paid: {{1.amountPaid}}' },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'A form becomes an opportunity, unless one is open',
    about:
      'Whoever submits the form gets an opportunity. Somebody who has an open one does not get a second.',
    zaps: [
      {
        trigger: { use: 'new_form_submission', map: { formId: { choose: 'the form' } } },
        steps: [
          {
            use: 'find_opportunity',
            map: { contactId, status: 'open' },
            ifNone: 'continue',
          },
          { only: ['{{2.id}}', 'does not exist'] },
          {
            use: 'create_opportunity',
            map: {
              contactId,
              pipelineId: { choose: 'the pipeline' },
              name: '{{1.name}}: {{1.others.message}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Ask again after a lost opportunity',
    about:
      'Three months after an opportunity is lost there is a task to ask again, with the reason.',
    zaps: [
      {
        trigger: { use: 'opportunity_status_changed', map: { status: 'lost' } },
        steps: [
          addDays(90, '{{zap_meta_utc_iso}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId,
              title: 'Ask again: {{1.name}}',
              dueDate: '{{2.Output}}',
              body: 'Lost reason: {{1.lostReasonName}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Tell the owner of an overdue task',
    about: 'Whoever has a task reads in Slack that it is overdue.',
    limits: 'A task that is assigned to nobody is left out.',
    zaps: [
      {
        trigger: { use: 'task_overdue', map: {} },
        steps: [
          { only: ['{{1.assignedTo}}', 'exists'] },
          { use: 'find_user_by_id', map: { userId: '{{1.assignedTo}}' } },
          {
            app: 'Slack',
            event: 'send a direct message',
            map: { To: '{{3.email}}', Text: 'Overdue since {{1.dueDate}}: {{1.title}}' },
          },
        ],
      },
    ],
  },
];
