import type { HighLevel } from '@gohighlevel/api-client';

/** Something that a person wants done, by the app and by the SDK. */
export interface Job {
  name: string;
  /** `creates.create_contact` */
  method: string;
  /** What the form holds, new for each run. */
  input: () => object;
  sdk: () => Promise<unknown>;
}

type Contact = { id: string; email: string };
type Pipeline = { id: string; stages: { id: string }[] };

const day = 86_400_000;

/** Takes one after the other. Throws when there is none left. */
const supplyOf = <Item>(items: Item[]) => {
  const left = [...items];
  return (): Item => {
    const item = left.shift();
    if (item === undefined) throw new Error('The sandbox has too few records for this race.');
    return item;
  };
};

let count = 0;
const counted = (): number => {
  count += 1;
  return count;
};
const person = () => {
  const email = `racer${counted()}@example.com`;
  return { firstName: 'Racer', email };
};

const contactJobs = ({ contacts }: HighLevel, locationId: string, contact: Contact): Job[] => {
  const { id: contactId, email } = contact;
  const moved = () => ({ city: `City ${counted()}` });
  return [
    {
      name: 'Get Contact',
      method: 'triggers.get_contact',
      input: () => ({ contactId }),
      sdk: () => contacts.getContact({ contactId }),
    },
    {
      name: 'Find Contact',
      method: 'searches.find_contact',
      input: () => ({ email }),
      sdk: () => contacts.getDuplicateContact({ locationId, email }),
    },
    {
      name: 'Create Contact',
      method: 'creates.create_contact',
      input: person,
      sdk: () => contacts.createContact({ locationId, ...person() }),
    },
    {
      name: 'Update Contact',
      method: 'creates.update_contact',
      input: () => ({ contactId, ...moved() }),
      sdk: () => contacts.updateContact({ contactId }, moved()),
    },
    {
      name: 'Add Contact Tags',
      method: 'creates.add_contact_tags',
      input: () => ({ contactId, tags: ['race'] }),
      sdk: () => contacts.addTags({ contactId }, { tags: ['race'] }),
    },
    {
      name: 'Create Contact Note',
      method: 'creates.create_contact_note',
      input: () => ({ contactId, body: 'Hello' }),
      sdk: () => contacts.createNote({ contactId }, { body: 'Hello' }),
    },
  ];
};

const opportunityJobs = async (sdk: HighLevel, locationId: string): Promise<Job[]> => {
  const { opportunities } = sdk;
  const { pipelines = [] } = await opportunities.getPipelines({ locationId });
  const { id: pipelineId, stages } = pipelines[0] as unknown as Pipeline;
  const owners: string[] = [];
  // HighLevel takes one opportunity per contact.
  for (let owner = 0; owner < 17; owner += 1) {
    const { contact } = await sdk.contacts.createContact({ locationId, ...person() });
    owners.push(String(contact?.id));
  }
  const ownerOf = supplyOf(owners);
  const deal = () => ({
    pipelineId,
    pipelineStageId: String(stages[0]?.id),
    name: `Deal ${counted()}`,
    status: 'open' as const,
    contactId: ownerOf(),
  });
  const { opportunity } = await opportunities.createOpportunity({ ...deal(), locationId });
  const id = String(opportunity?.id);
  const worth = () => ({ monetaryValue: counted() });
  return [
    {
      name: 'Create Opportunity',
      method: 'creates.create_opportunity',
      input: deal,
      sdk: () => opportunities.createOpportunity({ ...deal(), locationId }),
    },
    {
      name: 'Update Opportunity',
      method: 'creates.update_opportunity',
      input: () => ({ id, ...worth() }),
      sdk: () => opportunities.updateOpportunity({ id }, worth()),
    },
  ];
};

const bookingJob = async (sdk: HighLevel, locationId: string, contact: Contact): Promise<Job> => {
  const { calendars = [] } = await sdk.calendars.getCalendars({ locationId });
  const calendarId = String(calendars[0]?.id);
  const window = { startDate: Date.now() + day, endDate: Date.now() + 30 * day };
  const days = Object.values<{ slots?: string[] }>(
    await sdk.calendars.getSlots({ calendarId, ...window }),
  );
  const slots = days.flatMap(({ slots: times = [] }) => times);
  // Every fourth, so that none overlaps the one before.
  const slotOf = supplyOf(slots.filter((_, index) => index % 4 === 0));
  const visit = () => ({ calendarId, contactId: contact.id, startTime: slotOf() });
  return {
    name: 'Create Appointment',
    method: 'creates.create_appointment',
    input: visit,
    // The answer of the booking lacks the times, which the next step of a Zap needs (api#appointment-after-a-write).
    sdk: async () => {
      const { id } = await sdk.calendars.createAppointment({ ...visit(), locationId });
      return sdk.calendars.getAppointment({ eventId: String(id) });
    },
  };
};

/** Ten jobs on the SDK's sub-account. */
export const jobsFor = async (sdk: HighLevel, locationId: string): Promise<Job[]> => {
  const { contacts = [] } = await sdk.contacts.getContacts({ locationId, limit: 100 });
  const { id, email } = contacts.find((one) => one.email) ?? {};
  const contact = { id: String(id), email: String(email) };
  const search = { locationId, status: 'all', limit: 100 } as const;
  return [
    ...contactJobs(sdk, locationId, contact),
    {
      name: 'Search Conversations',
      method: 'triggers.search_conversations',
      input: () => ({ status: 'all' }),
      sdk: () => sdk.conversations.searchConversation(search),
    },
    ...(await opportunityJobs(sdk, locationId)),
    await bookingJob(sdk, locationId, contact),
  ];
};
