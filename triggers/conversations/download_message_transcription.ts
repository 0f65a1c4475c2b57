import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { callId, listConversationId } from '../../fields/ids.ts';
import { hydrators, openFile, transcriptionFileRoute } from '../../hydrators.ts';
import { formOf } from '../../lib/inputFields.ts';
import { calls, withForm } from '../../lib/operation.ts';
import { changeOf } from '../../lib/polling.ts';
import { inTime, timeLeft } from '../../lib/runTime.ts';
import { networkTrouble, nextStep } from '../../middleware.ts';
import {
  fileFacts,
  noTranscription,
  transcriptionFile,
  whenThere,
} from '../../records/recordings.ts';

const form = formOf(
  zod
    .object({ locationId, conversationId: listConversationId, messageId: callId })
    .transform(({ conversationId: _, ...rest }) => rest),
);

// By hand, because the answer is no JSON but a text file: its text is short, the file itself a later step fetches.
const perform = calls([transcriptionFileRoute], async (z: ZObject, bundle: Bundle) => {
  const input = await form.read(bundle);
  return whenThere(bundle, noTranscription, async () => {
    const caller = { z, bundle, labels: form.labels };
    const { size: _, ...read } = await inTime(timeLeft(bundle), async (signal) => {
      const answer = await openFile(caller, transcriptionFileRoute, input, signal);
      const text = await answer.text().catch((error: unknown) => {
        throw networkTrouble(z, error, nextStep(bundle, true));
      });
      return { ...fileFacts((name) => answer.getHeader(name)), text };
    });
    const told = { id: input.messageId, ...read };
    const file = z.dehydrateFile(hydrators.messageTranscription, input);
    return [{ ...told, file, revision: changeOf(told, transcriptionFile) }];
  });
});

export default defineTrigger({
  key: 'download_message_transcription',
  noun: 'Transcription',
  display: {
    label: 'Download Transcription',
    description: 'Triggers when a call of your choice has a transcription, and gives it as a file.',
  },
  operation: withForm(transcriptionFileRoute, form, transcriptionFile.trigger, { perform }),
});
