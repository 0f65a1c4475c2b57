import { collection } from '../state/collection.ts';
import { businesses } from './businesses.ts';
import { contacts } from './contacts.ts';
import { objectRecords } from './objects.ts';

/** How records of two objects may be related (associations.json; the cardinalities only in its webhooks). */
export type Association = {
  id: string;
  key: string;
  associationType: 'USER_DEFINED' | 'SYSTEM_DEFINED';
  firstObjectKey: string;
  firstObjectLabel: string;
  secondObjectKey: string;
  secondObjectLabel: string;
  firstObjectToSecondObjectCardinality: 'MANY_TO_MANY';
  secondObjectToFirstObjectCardinality: 'MANY_TO_MANY';
  locationId: string;
};

const POLICIES = 'custom_objects.insurance_policies';
const PLANS = 'custom_objects.treatment_plans';

type Side = [object: string, label: string];

const DEFINITIONS: [key: string, first: Side, second: Side][] = [
  ['parent_child', ['contact', 'Parent'], ['contact', 'Child']],
  ['policy_holder', ['contact', 'Policy Holder'], [POLICIES, 'Policy']],
  ['policy_plan', [POLICIES, 'Paid By'], [PLANS, 'Covered Plan']],
  ['company_contact', ['business', 'Company'], ['contact', 'Employee']],
];

/** Three of the user's, and the system's own between companies and contacts. */
export const associations = collection<Association>('associations', ({ place, hexId }) =>
  DEFINITIONS.filter(([key]) => place.isMain || key === 'company_contact').map(
    ([key, [firstObjectKey, firstObjectLabel], [secondObjectKey, secondObjectLabel]]) => ({
      id: hexId(key),
      key,
      associationType: key === 'company_contact' ? 'SYSTEM_DEFINED' : 'USER_DEFINED',
      firstObjectKey,
      firstObjectLabel,
      secondObjectKey,
      secondObjectLabel,
      firstObjectToSecondObjectCardinality: 'MANY_TO_MANY',
      secondObjectToFirstObjectCardinality: 'MANY_TO_MANY',
      locationId: place.id,
    }),
  ),
);

/** Two related records. */
export type Relation = {
  id: string;
  associationId: string;
  firstObjectKey: string;
  firstRecordId: string;
  secondObjectKey: string;
  secondRecordId: string;
  locationId: string;
};

export const relations = collection<Relation>('relations', ({ place, hexId }) => {
  const ofKind = (key: string) =>
    [...objectRecords(place).values()].flatMap(({ id, objectKey }) =>
      objectKey === key ? [id] : [],
    );
  const people = Array.from({ length: 12 }, (_, i) => contacts(place).seededAt(i)?.id ?? '');
  const sides: Record<string, [first: string[], second: string[]]> = {
    parent_child: [people.slice(0, 2), people.slice(2, 4)],
    policy_holder: [people, ofKind(POLICIES)],
    policy_plan: [ofKind(POLICIES), ofKind(PLANS)],
    company_contact: [[...businesses(place).keys()], people],
  };
  return [...associations(place).values()].flatMap(
    ({ id: associationId, key, firstObjectKey, secondObjectKey }) => {
      const [firsts, seconds] = sides[key] ?? [[], []];
      return firsts.slice(0, seconds.length).map((firstRecordId, i) => ({
        id: hexId(key, i),
        associationId,
        firstObjectKey,
        firstRecordId,
        secondObjectKey,
        secondRecordId: seconds[i] ?? '',
        locationId: place.id,
      }));
    },
  );
});
