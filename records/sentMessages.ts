import { record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';

const sample = {
  id: 't22c6DQcTDf3MjRhwf77',
  conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
  emailMessageId: 'rnGyqh2F6uBrIkfhFo9A',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  status: 'queued',
  error: 'No numbers available in the account',
  scheduledFor: '2026-03-05T09:30:00.000Z',
};

/**
 * A message that was handed to HighLevel (conversations.json, SendMessageResponseDto). That it was taken does not mean
 * that it was delivered (api#queued-messages), so its status is “queued” until HighLevel says more;
 * that it failed, the answer may say at once.
 */
export const sentMessage = record({
  noun: 'message',
  sample,
  labels: { emailMessageId: 'Email ID', error: 'Why It Was Not Delivered' },
  complete: (records, { input }) =>
    records.map(({ messageId, messageIds, msg: _, ...raw }): JsonObject => {
      const [first] = Array.isArray(messageIds) ? messageIds : [];
      const seconds = Number(input.scheduledTimestamp);
      const status = seconds > 0 ? 'scheduled' : raw.status === 'failed' ? 'failed' : 'queued';
      return {
        ...raw,
        id: messageId ?? first ?? raw.id,
        contactId: input.contactId ?? null,
        status,
        error: null,
        scheduledFor: seconds > 0 ? new Date(seconds * 1000).toISOString() : null,
      };
    }),
});
