import { addDays } from './formatter.ts';
import type { Other, Recipe } from './zap.ts';

const beside = 'At once, by a workflow’s webhook';

const toTheTeam = (text: string): Other => ({
  app: 'Slack',
  event: 'send a message to a channel',
  map: { Text: text },
});

/** Those with an instant trigger. */
export const instant: Recipe[] = [
  {
    beside,
    name: 'Tell the team of a new contact at once',
    about:
      'Whoever is on duty reads of a new contact within seconds. The second Zap does the same by polling, for comparison: turn on one of them.',
    limits:
      'The first Zap hears only of what its workflow in HighLevel posts, and of nothing that happens while the workflow is off. The second one catches up.',
    zaps: [
      {
        trigger: { use: 'contact_created_instant', map: {} },
        steps: [toTheTeam('New: {{1.name}}, {{1.phone}}, from {{1.source}}')],
      },
      {
        trigger: { use: 'new_contact', map: {} },
        steps: [toTheTeam('New: {{1.name}}, {{1.phone}}, from {{1.source}}')],
      },
    ],
  },
  {
    beside,
    name: 'Write each booking into the front desk’s sheet',
    about:
      'A booking, and each change of its status, becomes a row with the contact and the time as HighLevel’s calendar shows it.',
    limits:
      'A workflow posts the start without an offset, next to a time zone. Show both: nothing proves that they belong together.',
    zaps: [
      {
        trigger: { use: 'appointment_changed_instant', map: {} },
        steps: [
          { only: ['{{1.appointment.appointmentStatus}}', 'is not', 'cancelled'] },
          {
            app: 'Google Sheets',
            event: 'create a row',
            map: {
              Who: '{{1.name}}',
              Phone: '{{1.phone}}',
              What: '{{1.appointment.calendarName}}',
              Start: '{{1.appointment.startTime}} ({{1.appointment.timeZone}})',
              Status: '{{1.appointment.appointmentStatus}}',
            },
          },
        ],
      },
    ],
  },
  {
    beside,
    name: 'Prepare the paperwork when an opportunity reaches a stage',
    about:
      'When an opportunity comes to the stage that you name, its contact gets a tag and a task for the next day, while the person is still on the phone.',
    zaps: [
      {
        trigger: { use: 'opportunity_stage_changed_instant', map: {} },
        steps: [
          { only: ['{{1.opportunity.pipelineStageName}}', 'exists'] },
          addDays(1, '{{zap_meta_utc_iso}}'),
          {
            use: 'create_contact_task',
            map: {
              contactId: '{{1.id}}',
              title: 'Paperwork: {{1.opportunity.name}}, {{1.opportunity.pipelineStageName}}',
              dueDate: '{{3.Output}}',
            },
          },
          { use: 'add_contact_tags', map: { contactId: '{{1.id}}', tags: ['paperwork'] } },
        ],
      },
    ],
  },
];
