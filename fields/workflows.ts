import * as zod from 'zod';
import { contactId, workflowId } from './ids.ts';

/**
 * When the event that a workflow waits for begins: ISO 8601 with offset and without fractions of a second, as the
 * document's example has it (contacts.json, `2021-06-23T03:30:00+01:00`).
 */
const eventStartTime = zod.iso
  .datetime({ offset: true })
  .transform((value) => value.replace(/\.\d+/, '').replace(/Z$/, '+00:00'))
  .meta({
    label: 'Event Start Time',
    helpText: 'Only for workflows that wait for the start of an event.',
  });

/** Which contact and which workflow. */
export const enrollment = { contactId, workflowId, eventStartTime: eventStartTime.optional() };
