import { type Contact, nameOf } from '../../seed/contact.ts';
import { customFields } from '../../seed/customFields.ts';
import { opportunities } from '../../seed/opportunities.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import { enrolments } from '../../seed/workflows.ts';
import type { Location } from '../../state/state.ts';

/** How to read a field of a contact. */
export type Reader = (contact: Contact) => unknown;

/** A field as the search knows it: how it is read, what can be asked of it, and whether case counts. */
export type SearchField = { read: Reader; operators: Set<string>; isExact?: boolean };

const EXISTENCE = ['exists', 'not_exists'];
const EXACT = new Set(['eq', 'not_eq', ...EXISTENCE]);
const TEXT = new Set([...EXACT, 'contains', 'not_contains']);
const RANGE = new Set(['range', ...EXISTENCE]);
const NUMBER = new Set([...EXACT, 'range']);

const own = (field: keyof Contact, operators: Set<string>, isExact = false): SearchField => ({
  read: (contact) => contact[field],
  operators,
  isExact,
});

/** What the search takes (api#contact-search); what the sandbox does not know of a contact is empty. */
const FIELDS: Record<string, SearchField> = {
  id: own('id', new Set(['eq', 'not_eq']), true),
  email: own('email', EXACT),
  phone: own('phone', TEXT),
  contactName: { read: nameOf, operators: EXACT },
  firstNameLowerCase: own('firstName', TEXT),
  lastNameLowerCase: own('lastName', TEXT),
  companyName: own('companyName', TEXT),
  businessName: own('companyName', TEXT),
  address: own('address1', TEXT),
  city: own('city', TEXT),
  state: own('state', TEXT),
  postalCode: own('postalCode', TEXT),
  source: own('source', TEXT),
  // Kept in lower case, and asked for as they are kept (api#tag-names).
  tags: own('tags', TEXT, true),
  country: own('country', EXACT, true),
  website: own('website', EXACT),
  timezone: own('timezone', EXACT, true),
  type: own('type', EXACT),
  dnd: own('dnd', EXACT),
  assignedTo: own('assignedTo', EXACT, true),
  followers: own('followers', EXACT, true),
  dateAdded: own('dateAdded', RANGE),
  dateUpdated: own('dateUpdated', RANGE),
  dateOfBirth: own('dateOfBirth', RANGE),
  lastAppointment: { read: () => null, operators: RANGE },
  lastEmailOpenedDate: { read: () => null, operators: RANGE },
  lastEmailClickedDate: { read: () => null, operators: RANGE },
  validEmail: { read: () => null, operators: EXACT },
  isValidWhatsapp: { read: () => null, operators: EXACT },
};

/** What can be asked of a custom field of each type (api#custom-field-filters). */
const OF_TYPE: Record<string, Set<string>> = {
  CHECKBOX: EXACT,
  MULTIPLE_OPTIONS: EXACT,
  NUMERICAL: NUMBER,
  MONETORY: NUMBER,
  DATE: RANGE,
};

const PREFIX = 'customFields.';

/** A custom field by id, not by name (issue 42); a list of text boxes by field and box. */
function customField(field: string, location: Location): SearchField {
  const [id = '', box] = field.slice(PREFIX.length).split('.');
  const heldBy = ({ customFields: values }: Contact) => values.find((one) => one.id === id)?.value;
  return {
    read: (contact) => {
      const value = heldBy(contact);
      return box === undefined ? value : (value as Record<string, unknown> | undefined)?.[box];
    },
    operators: OF_TYPE[customFields(location).get(id)?.dataType ?? ''] ?? TEXT,
    isExact: true,
  };
}

/** The workflows in which a contact is; when somebody has finished one the sandbox does not know. */
const activeWorkflows =
  (location: Location): Reader =>
  ({ id }) =>
    enrolments(location)
      .filter(({ contactId }) => contactId === id)
      .map(({ workflowId }) => workflowId);

/** A field under the name that the search knows it by; undefined for all others, which match nothing. */
export function fieldOf(field: string, location: Location): SearchField | undefined {
  if (field.startsWith(PREFIX)) return customField(field, location);
  if (field === 'activeWorkflows')
    return { read: activeWorkflows(location), operators: EXACT, isExact: true };
  if (field === 'finishedWorkflows') return { read: () => [], operators: EXACT, isExact: true };
  return Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
}

const OF_OPPORTUNITIES = ['pipelineId', 'pipelineStageId', 'status'] as const;

/** A field of an opportunity under `opportunities` (api#nested-filters). */
export const opportunityField = (field: string): ((one: Opportunity) => unknown) | undefined => {
  const name = OF_OPPORTUNITIES.find((one) => one === field);
  return name && ((opportunity) => opportunity[name]);
};

/** The opportunities of each contact, read when first asked for. */
export function opportunitiesOf(location: Location): (contact: Contact) => Opportunity[] {
  const byContact = new Map<string | null, Opportunity[]>();
  const read = () => {
    for (const one of opportunities(location).values()) {
      const others = byContact.get(one.contactId);
      if (others) others.push(one);
      else byContact.set(one.contactId, [one]);
    }
  };
  let isRead = false;
  return ({ id }) => {
    if (!isRead) read();
    isRead = true;
    return byContact.get(id) ?? [];
  };
}

/** How to read a field to sort by. */
export const readerOf = (field: string): Reader =>
  (Object.hasOwn(FIELDS, field) ? FIELDS[field]?.read : undefined) ?? (() => undefined);

/** What can be asked of a field of an opportunity. */
export const OPPORTUNITY_OPERATORS = EXACT;
