import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { hasOneOwner } from '../../fields/blockSlots.ts';
import { locationId } from '../../fields/common.ts';
import { calendarId, userId } from '../../fields/ids.ts';
import { formOf } from '../../lib/inputFields.ts';
import { calls, fixedDropdown, manyOf } from '../../lib/operation.ts';
import { isTrue } from '../../lib/record.ts';
import { call } from '../../lib/request.ts';
import { nextStep } from '../../middleware.ts';
import { blockedSlots } from '../../records/calendarEvents.ts';

const form = formOf(
  zod
    .object({
      locationId,
      calendarId: calendarId.optional(),
      assignedUserId: userId.optional(),
    })
    .refine(...hasOneOwner)
    .transform(({ assignedUserId, ...rest }) => ({
      ...rest,
      userId: assignedUserId,
      startTime: Date.now() - 31 * 86_400_000,
      endTime: Date.now() + 366 * 86_400_000,
    })),
);

const route = 'GET /calendars/blocked-slots';

export default defineTrigger({
  key: 'list_blocked_slot_choices',
  noun: 'Slot',
  display: {
    label: 'List Blocked Slot Choices',
    description: 'Fills the dropdown of blocked slots of a calendar or a user.',
    hidden: true,
  },
  operation: {
    ...fixedDropdown(() => []),
    // `dropdown` passes on required fields only, but here one of two optional ones says whose blocks are wanted.
    perform: calls([route], async (z: ZObject, bundle: Bundle) => {
      const answer = await call({ z, bundle }, route, await form.read(bundle));
      return manyOf(answer, blockedSlots, nextStep(bundle, true))
        .filter(({ deleted }) => !isTrue(deleted))
        .map(({ id, title, startTime }) => ({
          id: String(id),
          name: [
            title || 'Blocked',
            String(startTime ?? '')
              .slice(0, 16)
              .replace('T', ' '),
          ]
            .filter(Boolean)
            .join(' · '),
        }));
    }),
  },
});
