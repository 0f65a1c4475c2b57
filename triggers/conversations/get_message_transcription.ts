import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { callId, listConversationId } from '../../fields/ids.ts';
import { formOf } from '../../lib/inputFields.ts';
import { calls, withForm } from '../../lib/operation.ts';
import { changeOf } from '../../lib/polling.ts';
import { call } from '../../lib/request.ts';
import {
  noTranscription,
  sentencesOf,
  transcription,
  whenThere,
} from '../../records/recordings.ts';

const route = 'GET /conversations/locations/{locationId}/messages/{messageId}/transcription';

const form = formOf(
  zod
    .object({ locationId, conversationId: listConversationId, messageId: callId })
    .transform(({ conversationId: _, ...rest }) => rest),
);

// By hand, because the answer is no record but the bare sentences of one.
const perform = calls([route], async (z: ZObject, bundle: Bundle) => {
  const input = await form.read(bundle);
  return whenThere(bundle, noTranscription, async () => {
    const sentences = sentencesOf(await call({ z, bundle, labels: form.labels }, route, input));
    const text = sentences.map(({ transcript }) => transcript).join('\n');
    const told = { id: input.messageId, text, sentences };
    return [{ ...told, revision: changeOf(told, transcription) }];
  });
});

export default defineTrigger({
  key: 'get_message_transcription',
  noun: 'Transcription',
  display: {
    label: 'Get Message Transcription',
    description: 'Triggers when a call of your choice has a transcription, or when it changes.',
  },
  operation: withForm(route, form, transcription.trigger, { perform }),
});
