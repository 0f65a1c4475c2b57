import type { Sandbox } from '../sandbox/index.ts';
import { receive } from '../sandbox/seed/conversations.ts';
import type { Location } from '../sandbox/state/state.ts';

type Json = Record<string, unknown>;

/** Asks the sandbox's API. */
type Ask = (method: string, path: string, version: string, body?: Json) => Promise<Json>;

/** Something that people do in HighLevel itself, past the app. */
interface Happening {
  label: string;
  /** Does it, and says what happened. @param number how many happened before */
  act: (ask: Ask, location: Location, number: number) => Promise<string>;
}

const contactsVersion = '2021-07-28';
const calendarsVersion = '2021-04-15';

const first = (value: unknown, what: string): Json => {
  const [one] = Array.isArray(value) ? (value as Json[]) : [];
  if (!one) throw new Error(`The sandbox has no ${what}.`);
  return one;
};

const names = [
  ['Amelia', 'Hart'],
  ['Bruno', 'Keller'],
  ['Chiara', 'Moretti'],
  ['Dev', 'Anand'],
  ['Elif', 'Demir'],
  ['Femi', 'Okafor'],
  ['Greta', 'Lindqvist'],
  ['Hugo', 'Marchand'],
] as const;

const messages = [
  'Hi! Do you have anything free on Thursday?',
  'Thank you, see you tomorrow.',
  'Could you call me back please?',
] as const;

const newest = async (ask: Ask, locationId: string): Promise<Json> => {
  const answer = await ask('POST', '/contacts/search', contactsVersion, {
    locationId,
    page: 1,
    pageLimit: 1,
    sort: [{ field: 'dateAdded', direction: 'desc' }],
  });
  return first(answer.contacts, 'contact');
};

const nameOf = ({ firstName, lastName, contactName, name }: Json): string =>
  [firstName, lastName].filter(Boolean).join(' ') || String(contactName ?? name ?? 'the contact');

/** What can be made to happen, by name. */
export const happenings: Record<string, Happening> = {
  newContact: {
    label: 'New contact',
    act: async (ask, { id: locationId }, number) => {
      const [firstName, lastName] = names[number % names.length] ?? names[0];
      const suffix = number < names.length ? '' : ` ${Math.floor(number / names.length) + 1}`;
      await ask('POST', '/contacts/', contactsVersion, {
        locationId,
        firstName,
        lastName: `${lastName}${suffix}`,
        email: `${firstName}.${lastName}${suffix.trim()}@example.com`.toLowerCase(),
        phone: `+1415555${String(1000 + (number % 9000)).padStart(4, '0')}`,
        source: 'Website form',
        tags: ['new patient'],
      });
      return `${firstName} ${lastName}${suffix} filled in the website form and is a new contact.`;
    },
  },
  changedContact: {
    label: 'Changed contact',
    act: async (ask, { id: locationId }, number) => {
      const contact = await newest(ask, locationId);
      const city = ['Oakland', 'Berkeley', 'San Mateo', 'Palo Alto'][number % 4];
      await ask('PUT', `/contacts/${contact.id}`, contactsVersion, { city });
      return `${nameOf(contact)} has moved to ${city}.`;
    },
  },
  bookedAppointment: {
    label: 'Booked appointment',
    act: async (ask, { id: locationId }) => {
      const contact = await newest(ask, locationId);
      const listed = await ask('GET', `/calendars/?locationId=${locationId}`, calendarsVersion);
      const calendar = first(listed.calendars, 'calendar');
      const [from, to] = [1, 14].map((days) => Date.now() + days * 86_400_000);
      const free = await ask(
        'GET',
        `/calendars/${calendar.id}/free-slots?startDate=${from}&endDate=${to}`,
        calendarsVersion,
      );
      const slots = Object.values(free).flatMap((day) => (day as { slots?: string[] }).slots ?? []);
      const [startTime] = slots;
      if (!startTime) throw new Error(`${calendar.name} has no free slot in the next two weeks.`);
      await ask('POST', '/calendars/events/appointments', calendarsVersion, {
        locationId,
        calendarId: calendar.id,
        contactId: contact.id,
        startTime,
      });
      return `${nameOf(contact)} has booked “${calendar.name}” on ${startTime.slice(0, 10)} at ${startTime.slice(11, 16)}.`;
    },
  },
  movedOpportunity: {
    label: 'Moved opportunity',
    act: async (ask, { id: locationId }) => {
      const { pipelines } = await ask(
        'GET',
        `/opportunities/pipelines?locationId=${locationId}`,
        contactsVersion,
      );
      const { opportunities } = await ask(
        'GET',
        `/opportunities/search?location_id=${locationId}&status=open&limit=1`,
        contactsVersion,
      );
      const opportunity = first(opportunities, 'open opportunity');
      const pipeline = (pipelines as Json[]).find(({ id }) => id === opportunity.pipelineId);
      const stages = (pipeline?.stages ?? []) as Json[];
      const at = stages.findIndex(({ id }) => id === opportunity.pipelineStageId);
      const next = first([stages[(at + 1) % stages.length]], 'next stage');
      await ask('PUT', `/opportunities/${opportunity.id}`, contactsVersion, {
        pipelineId: opportunity.pipelineId,
        pipelineStageId: next.id,
      });
      return `“${opportunity.name}” has moved to the stage “${next.name}”.`;
    },
  },
  inboundMessage: {
    label: 'Inbound message',
    act: async (ask, location, number) => {
      const { conversations } = await ask(
        'GET',
        `/conversations/search?locationId=${location.id}&limit=1`,
        calendarsVersion,
      );
      const conversation = first(conversations, 'conversation');
      const words = messages[number % messages.length] ?? messages[0];
      // It comes over the telephone network, so there is no request for it.
      receive(location, String(conversation.id), words);
      return `${conversation.fullName} wrote: “${words}”`;
    },
  },
};

/** Does things in the sandbox as a person in HighLevel would, on a connection of its own. */
export class World {
  readonly #sandbox: Sandbox;
  #token: Promise<string> | undefined;
  #count = 0;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async #ask(method: string, path: string, version: string, body?: Json): Promise<Json> {
    this.#token ??= this.#sandbox.connect('sub-account').then(({ access_token }) => access_token);
    const answer = await fetch(`${this.#sandbox.apiUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${await this.#token}`,
        Version: version,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const data = (await answer.json()) as Json;
    if (!answer.ok)
      throw new Error(
        `The sandbox refused it: ${[data.message].flat().join('; ')} (${answer.status})`,
      );
    return data;
  }

  /** Makes one of the happenings happen; says what happened. */
  async make(name: string): Promise<string> {
    const happening = Object.hasOwn(happenings, name) ? happenings[name] : undefined;
    if (!happening) throw new Error('Nothing is known by this name.');
    const number = this.#count;
    this.#count += 1;
    const ask: Ask = (method, path, version, body) => this.#ask(method, path, version, body);
    return happening.act(ask, this.#sandbox.state.main, number);
  }
}
