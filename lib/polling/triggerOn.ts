import type { PlainInputField } from 'zapier-platform-core';
import type { JsonObject } from '../values.ts';
import { newDays } from './limits.ts';

/** “Trigger On”, which every list trigger has. @param isSorted whether the list comes by date of creation */
export const triggerOnField = (noun: string, isSorted: boolean): PlainInputField => ({
  key: 'triggerOn',
  label: 'Trigger On',
  type: 'string',
  default: 'new',
  choices: { new: `A new ${noun}`, changed: `A new or a changed ${noun}` },
  helpText: isSorted
    ? `New means created within the last ${newDays} days. An older ${noun} that fits the fields of this step only now triggers with the other choice only.`
    : 'New means that it was not in the list before.',
});

/** Whether the person chose changed records too. */
export const wantsChanges = ({ triggerOn }: JsonObject): boolean => triggerOn === 'changed';
