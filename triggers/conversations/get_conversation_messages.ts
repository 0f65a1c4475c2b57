import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice } from '../../fields/common.ts';
import { conversationId } from '../../fields/ids.ts';
import { isActivity, messagesIn, messagesRoute, readMessages } from '../../fields/messages.ts';
import { listedMessageTypes } from '../../fields/messageTypes.ts';
import { type Fields, formOf } from '../../lib/inputFields.ts';
import { calls, withForm, withInputFields } from '../../lib/operation.ts';
import { changeOf, type Paging, readList, triggerOn, unique } from '../../lib/polling.ts';
import { finish, type Raw } from '../../lib/record.ts';
import { call } from '../../lib/request.ts';
import { messages } from '../../records/messages.ts';

const form = formOf(
  zod
    .object({
      conversationId,
      type: zod
        .array(choice('Type', listedMessageTypes))
        .meta({
          label: 'Message Types',
          helpText: 'Left empty, every message counts, but no activities.',
        })
        .optional(),
    })
    .transform(({ type, ...rest }) => ({ ...rest, type: type?.join(',') })),
);

const paging: Paging = {
  size: 100,
  newest: { new: 'dateAdded' },
  ask: ({ size, last }) => ({ limit: size, lastMessageId: last?.id }),
};

// By hand, because the list is nested twice and mixed with activities, which are left out only once the list is read.
const perform = calls([messagesRoute], async (z: ZObject, bundle: Bundle) => {
  const changed = bundle.inputData.triggerOn === 'changed';
  const input = await form.read(bundle);
  const caller = { z, bundle, labels: form.labels };
  const load = async (ask: Fields) =>
    messagesIn(await call(caller, messagesRoute, { ...input, ...ask }));
  const finished = async (raws: Raw[]) => {
    const revised = raws
      .filter((raw) => input.type || !isActivity(raw))
      .map((raw) => ({ ...raw, revision: changed ? changeOf(raw, messages) : 'new' }));
    return unique(await finish(revised, messages, { z, bundle, input })) as { id: string }[];
  };
  return bundle.meta.isLoadingSample
    ? finished(await readMessages(caller, { ...input, limit: 3 }))
    : readList(caller, paging, changed, load, finished);
});

export default defineTrigger({
  key: 'get_conversation_messages',
  noun: 'Message',
  display: {
    label: 'Get Messages by Conversation',
    description:
      'Triggers when a conversation gets a message, or when one of its messages changes.',
  },
  operation: withInputFields(
    withForm(messagesRoute, form, messages.trigger, { perform, canPaginate: true }),
    (own) => [...own, triggerOn(messages.noun, true)],
  ),
});
