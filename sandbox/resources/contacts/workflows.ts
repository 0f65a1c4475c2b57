import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { isoDate } from '../../gateway/schemas.ts';
import { enrolments, workflows } from '../../seed/workflows.ts';
import type { Location } from '../../state/state.ts';
import { existing, succeeded } from '../records.ts';
import { contactOf, writing } from './access.ts';

const eventStart = zod.strictObject({ eventStartTime: isoDate.optional() });

export const contactWorkflows = [
  /** A draft answers 200 and does nothing; so does enrolling somebody who is in already (api#draft-workflows). */
  endpoint(
    'POST /contacts/{contactId}/workflow/{workflowId}',
    { ...writing, body: eventStart },
    ({ path, body, location, now }) => {
      const contact = contactOf(location, path.contactId);
      const { status } = workflowOf(location, path.workflowId);
      const active = enrolments(location).some(
        ({ contactId, workflowId }) => contactId === contact.id && workflowId === path.workflowId,
      );
      if (status === 'published' && !active) {
        enrolments(location).push({
          contactId: contact.id,
          workflowId: path.workflowId,
          enrolledAt: now,
          ...(body.eventStartTime && { eventStartTime: body.eventStartTime }),
        });
      }
      return succeeded;
    },
  ),

  endpoint(
    'DELETE /contacts/{contactId}/workflow/{workflowId}',
    { ...writing, body: eventStart },
    ({ path, location }) => {
      const contact = contactOf(location, path.contactId);
      const { id } = workflowOf(location, path.workflowId);
      const all = enrolments(location);
      const at = all.findIndex((one) => one.contactId === contact.id && one.workflowId === id);
      if (at >= 0) all.splice(at, 1);
      return succeeded;
    },
  ),
];

const workflowOf = (location: Location, id: string) =>
  existing(workflows(location).get(id), 'Workflow', id);
