import type { PlainInputField } from 'zapier-platform-core';
import type { JsonObject } from '../values.ts';

/** “Trigger On”, which every list trigger has. @param isSorted whether the list comes by date of creation */
export const triggerOnField = (noun: string, isSorted: boolean): PlainInputField => ({
  key: 'triggerOn',
  label: 'Trigger On',
  type: 'string',
  default: 'new',
  choices: { new: `A new ${noun}`, changed: `A new or changed ${noun}` },
  helpText: isSorted
    ? `New means that it was not in the list before. If the list has more than 2,500, only the newest are known, and an older ${noun} is never new.`
    : 'New means that it was not in the list before.',
});

/** Whether the person chose changed records too. */
export const wantsChanges = ({ triggerOn }: JsonObject): boolean => triggerOn === 'changed';
