import { text } from './common.ts';

/** What each side of an association is called (associations.json, createAssociationReqDto). */
export const sideLabels = {
  firstObjectLabel: text(
    'First Object Label',
    'What the first record is to the second one, for example “Owner”.',
  ),
  secondObjectLabel: text(
    'Second Object Label',
    'What the second record is to the first one, for example “Pet”.',
  ),
};
