import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { callId, listConversationId } from '../../fields/ids.ts';
import { hydrators, openFile, recordingRoute } from '../../hydrators.ts';
import { formOf } from '../../lib/inputFields.ts';
import { calls, withForm } from '../../lib/operation.ts';
import { changeOf } from '../../lib/polling.ts';
import { fileFacts, noRecording, recording, whenThere } from '../../records/recordings.ts';

const form = formOf(
  zod
    .object({ locationId, conversationId: listConversationId, messageId: callId })
    .transform(({ conversationId: _, ...rest }) => rest),
);

// By hand, because the answer is no JSON but a file: a poll looks at its headers only, a later step fetches it.
const perform = calls([recordingRoute], async (z: ZObject, bundle: Bundle) => {
  const input = await form.read(bundle);
  return whenThere(bundle, noRecording, async () => {
    const answer = await openFile({ z, bundle, labels: form.labels }, recordingRoute, input);
    if ('destroy' in answer.body && typeof answer.body.destroy === 'function') {
      answer.body.destroy();
    }
    const facts = { id: input.messageId, ...fileFacts((name) => answer.getHeader(name)) };
    const file = z.dehydrateFile(hydrators.messageRecording, input);
    return [{ ...facts, file, revision: changeOf(facts, recording) }];
  });
});

export default defineTrigger({
  key: 'get_message_recording',
  noun: 'Recording',
  display: {
    label: 'Get Message Recording',
    description: 'Triggers when a call of your choice has a recording.',
  },
  operation: withForm(recordingRoute, form, recording.trigger, { perform }),
});
