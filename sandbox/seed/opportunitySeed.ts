import { seederOf } from '../state/collection.ts';
import type { Location } from '../state/state.ts';
import type { Contact } from './contact.ts';
import { contacts } from './contacts.ts';
import { customFields } from './customFields.ts';
import type { Opportunity, Status } from './opportunity.ts';
import { lostReasons, pipelines } from './pipelines.ts';
import { contactsFor, daysApart } from './spread.ts';
import { staffOf } from './users.ts';

const STATUSES: Status[] = ['open', 'open', 'won', 'open', 'lost', 'abandoned'];
const DAY = 86_400_000;

/** The opportunities of a sub-account, newest first: two, but in the main one, of the newest contacts. */
export function seedOpportunities(place: Location): Opportunity[] {
  const { faker, id, ago } = seederOf('opportunities', place);
  const { opportunities, contacts: people } = place.state.settings;
  const size = place.isMain ? opportunities : 2;
  const spread = contactsFor(size, people, 40);
  const step = Math.floor(daysApart(size, 1 / 2) * DAY);
  const referencesOf = referencesIn(place);
  return Array.from({ length: size }, (_, i) => {
    const contact = contacts(place).seededAt(i % spread);
    const createdAt = Math.floor(ago(0.1) - i * step);
    return {
      id: id(i),
      name: `${contact?.firstName} ${contact?.lastName}`,
      monetaryValue: faker.number.int({ min: 1, max: 90 }) * 100,
      ...referencesOf(i, contact),
      createdAt,
      updatedAt: createdAt + (i % 7) * (step / 12),
      lastStatusChangeAt: createdAt,
      lastStageChangeAt: createdAt,
      forecastExpectedCloseDate: null,
      forecastProbability: null,
    };
  });
}

/** What the opportunity of an index refers to: stage and reason, people, a custom value. */
function referencesIn(place: Location) {
  const all = [...pipelines(place).values()];
  const [reason] = [...lostReasons(place).values()];
  const peopleOf = peopleIn(place);
  return (i: number, contact: Contact | undefined) => {
    const pipeline = all[i % all.length];
    const stage = pipeline?.stages[i % pipeline.stages.length];
    const status = STATUSES[i % STATUSES.length] ?? 'open';
    return {
      pipelineId: pipeline?.id ?? '',
      pipelineStageId: stage?.id ?? '',
      status,
      lostReasonId: status === 'lost' ? (reason?.id ?? null) : null,
      ...peopleOf(i, contact),
    };
  };
}

function peopleIn(place: Location) {
  const financing = [...customFields(place).values()].find(({ name }) => name === 'Financing');
  const staff = staffOf(place);
  return (i: number, contact: Contact | undefined) => ({
    contactId: contact?.id ?? null,
    assignedTo: i % 3 === 0 ? (staff[i % staff.length] ?? null) : null,
    source: i % 2 === 0 ? (contact?.source ?? null) : null,
    followers: i % 4 === 0 ? staff.slice(0, 1) : [],
    customFields: financing && i % 5 === 0 ? [{ id: financing.id, value: '12 months' }] : [],
  });
}
