import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { emailMessageId, listConversationId, messageId } from '../../fields/ids.ts';
import { recordIn } from '../../lib/api/answers.ts';
import { kindOf } from '../../lib/api/errors.ts';
import { create } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { message } from '../../records/messages.ts';
import { deleted } from '../../records/outcomes.ts';

const emailRoute = 'DELETE /conversations/messages/email/{emailMessageId}/schedule';

const input = zod.object({
  conversationId: listConversationId,
  messageId: messageId.meta({
    helpText: 'Map the “Message ID” of the step that scheduled it, or choose it from the list.',
  }),
  emailMessageId: emailMessageId
    .meta({ helpText: 'Only for an email: map the “Email ID” of the step that scheduled it.' })
    .optional(),
});

const readRoute = 'GET /conversations/messages/{id}';

/** Whether a message that is not scheduled was canceled: it may have been sent meanwhile (api#canceled-messages). */
const readCanceled = async (run: Run, { messageId: id }: zod.output<typeof input>) => {
  const found = await run.call(readRoute, { id }).catch((error: unknown) => {
    if (kindOf(error) !== 'not_found') throw error;
    return { status: 'canceled' };
  });
  return /^(cancel|fail)/.test(String(recordIn(found, message)?.status)) ? {} : undefined;
};

export default defineCreate({
  key: 'cancel_scheduled_message',
  noun: 'Message',
  display: {
    label: 'Cancel Scheduled Message',
    description: 'Cancels a message that is to be sent later.',
  },
  operation: create('DELETE /conversations/messages/{messageId}/schedule', {
    input,
    record: deleted('scheduled message', 'messageId', { message: 'Scheduled message canceled' }),
    // An email is known by another ID than its message (api#canceling-an-email).
    send: (run, { messageId: id, emailMessageId: emailId }) =>
      emailId
        ? run.call(emailRoute, { emailMessageId: emailId })
        : run.call('DELETE /conversations/messages/{messageId}/schedule', { messageId: id }),
    routes: [emailRoute],
    doneBefore: { routes: [readRoute], read: readCanceled },
  }),
});
