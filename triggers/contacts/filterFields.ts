import type { Definition } from '../../records/customFieldDefinition.ts';

/** Conditions of a filter → what people read. */
export const operators = {
  eq: 'is',
  not_eq: 'is not',
  contains: 'contains',
  not_contains: 'does not contain',
  exists: 'is filled in',
  not_exists: 'is empty',
  gte: 'is at least, or on or after',
  lte: 'is at most, or on or before',
  between: 'is between',
} as const;

/** What can be asked of a field. */
export type Operator = keyof typeof operators;

const existence = ['exists', 'not_exists'] as const;
const exact = ['eq', 'not_eq', ...existence] as const;
const textual = [...exact, 'contains', 'not_contains'] as const;
const ordered = [...exact, 'gte', 'lte', 'between'] as const;

/**
 * The kinds of values of a contact, and what HighLevel’s search can be asked of each (api#contact-search,
 * api#custom-field-filters). It takes a range for dates, so “is” a day is the range of that day.
 */
export const kinds = {
  text: textual,
  /** Kept in lower case. */
  lower: textual,
  phone: textual,
  tag: textual,
  code: exact,
  email: exact,
  country: exact,
  user: exact,
  workflow: exact,
  yesNo: exact,
  /** One of the options of a custom field. */
  option: textual,
  options: exact,
  number: ordered,
  /** A moment, to the millisecond. */
  moment: ordered,
  /** A day, kept as midnight in UTC (api#date-fields). */
  day: ordered,
  pipeline: exact,
  stage: exact,
  status: exact,
} satisfies Record<string, readonly Operator[]>;
export type FieldKind = keyof typeof kinds;

/** Fields of a contact that the search can filter by, with what people read; custom fields come from the sub-account. */
const filterFields: Record<string, [label: string, kind: FieldKind]> = {
  email: ['Email', 'email'],
  phone: ['Phone', 'phone'],
  firstNameLowerCase: ['First Name', 'lower'],
  lastNameLowerCase: ['Last Name', 'lower'],
  companyName: ['Company Name', 'text'],
  tags: ['Tag', 'tag'],
  type: ['Contact Type', 'code'],
  source: ['Source', 'text'],
  assignedTo: ['Assigned User', 'user'],
  followers: ['Follower', 'user'],
  dnd: ['Do Not Disturb', 'yesNo'],
  address: ['Street Address', 'text'],
  city: ['City', 'text'],
  state: ['State or Region', 'text'],
  postalCode: ['Postal Code', 'text'],
  country: ['Country', 'country'],
  website: ['Website', 'code'],
  timezone: ['Time Zone', 'code'],
  businessName: ['Business Name', 'text'],
  dateOfBirth: ['Date of Birth', 'day'],
  dateAdded: ['Date Added', 'moment'],
  dateUpdated: ['Date Updated', 'moment'],
  lastAppointment: ['Last Appointment', 'moment'],
  lastEmailOpenedDate: ['Last Email Opened', 'moment'],
  lastEmailClickedDate: ['Last Email Clicked', 'moment'],
  validEmail: ['Email Is Valid', 'yesNo'],
  isValidWhatsapp: ['WhatsApp Is Valid', 'yesNo'],
  activeWorkflows: ['Active Workflow', 'workflow'],
  finishedWorkflows: ['Finished Workflow', 'workflow'],
  'opportunities.pipelineId': ['Opportunity: Pipeline', 'pipeline'],
  'opportunities.pipelineStageId': ['Opportunity: Stage', 'stage'],
  'opportunities.status': ['Opportunity: Status', 'status'],
};

/** The kind of the values of each type of custom field; the search does not take the other types. */
const customKinds: Record<string, FieldKind> = {
  TEXT: 'text',
  LARGE_TEXT: 'text',
  PHONE: 'text',
  SINGLE_OPTIONS: 'option',
  RADIO: 'option',
  CHECKBOX: 'options',
  MULTIPLE_OPTIONS: 'options',
  NUMERICAL: 'number',
  MONETORY: 'number',
  DATE: 'day',
  TEXTBOX_LIST: 'text',
};

/** A field to filter by. */
export interface FilterField {
  /** How the search calls it. */
  id: string;
  label: string;
  kind: FieldKind;
  /** The options of a custom field that takes no others. */
  options: string[];
}

/** The standard fields to filter by. */
export const standardFields: FilterField[] = Object.entries(filterFields).map(
  ([id, [label, kind]]) => ({ id, label, kind, options: [] }),
);

/**
 * The fields to filter by that a custom field gives: one, or one for each of its text boxes. The search calls it
 * `customFields.<id>` (api#custom-field-filters).
 */
export const fieldsOf = ({
  id,
  name,
  dataType,
  options,
  boxes,
  takesOthers,
}: Definition): FilterField[] => {
  const kind = customKinds[dataType];
  if (!kind) return [];
  const own = { id: `customFields.${id}`, label: name, kind, options: takesOthers ? [] : options };
  return dataType === 'TEXTBOX_LIST'
    ? Object.entries(boxes).map(([box, label]) => ({
        ...own,
        id: `${own.id}.${box}`,
        label: `${name}: ${label}`,
        options: [],
      }))
    : [own];
};
