/** The words in which operation files state what an operation does. */
export {
  type Choice,
  choices,
  choicesFrom,
  choicesReader,
  fixedChoices,
} from './operations/choices.ts';
export { create, type Step } from './operations/create.ts';
export { type DoneBefore, findDone } from './operations/doneBefore.ts';
export { instant } from './operations/instant.ts';
export { findCreated, type LookAgain } from './operations/lookAgain.ts';
export { lookUp } from './operations/lookUp.ts';
export { search } from './operations/search.ts';
export { trigger } from './operations/trigger.ts';
