/** What the lists of opportunities, events, conversations and messages do. */
import { timeOf } from '../../lib/time.ts';
import { isObject, type JsonObject, objectsIn } from '../../lib/values.ts';
import { type Lab, NotTried } from '../lab.ts';
import { open, type Probe, settled, short, verdict } from '../probe.ts';

const opportunities = (lab: Lab, input: JsonObject) =>
  lab.ask('GET /opportunities/search', { location_id: lab.locationId, limit: 1, ...input });

const conversations = (lab: Lab, input: JsonObject = {}) =>
  lab.list('GET /conversations/search', { locationId: lab.locationId, ...input }, 'conversations');

/** Messages of the newest conversation of a kind. */
const messages = async (lab: Lab, lastMessageType: string): Promise<JsonObject[]> => {
  const [found] = await conversations(lab, { lastMessageType, limit: 1 });
  if (!found) throw new NotTried(`No conversation ends with ${lastMessageType}.`);
  const route = 'GET /conversations/{conversationId}/messages';
  const { body } = await lab.ask(route, { conversationId: found.id });
  const inner = isObject(body.messages) ? body.messages.messages : body.messages;
  return objectsIn(inner).filter(({ messageType }) => messageType === lastMessageType);
};

const firstMessage = async (lab: Lab, type: string): Promise<JsonObject> => {
  const [message] = await messages(lab, type);
  if (!message) throw new NotTried(`No message is of the type ${type}.`);
  return message;
};

export const lists: Probe[] = [
  {
    fact: 'custom-field-filters',
    question: 'Does a text filter of opportunities want 3 characters?',
    ask: async (lab) => {
      const filters = [{ field: 'name', operator: 'contains', value: 'ab' }];
      const input = {
        locationId: lab.locationId,
        query: '',
        limit: 1,
        page: 1,
        searchAfter: [],
        filters,
      };
      const answer = await lab.ask('POST /opportunities/search', input);
      return verdict(!answer.isFine, short(answer));
    },
  },
  {
    fact: 'opportunity-dates',
    question: 'Is “endDate” of the list of opportunities ignored?',
    ask: async (lab) => {
      const all = await opportunities(lab, {});
      if (objectsIn(all.body.opportunities).length === 0) return open('no opportunity');
      const { isFine, body, ...rest } = await opportunities(lab, { endDate: '01-01-2001' });
      if (!isFine) return verdict(false, short(rest));
      const isIgnored = objectsIn(body.opportunities).length > 0;
      return verdict(isIgnored, isIgnored ? 'ignored' : 'it counts');
    },
  },
  {
    fact: 'opportunity-cursor',
    question: 'What answers a page beyond 10,000 opportunities?',
    ask: async (lab) => {
      const answer = await opportunities(lab, { page: 102, limit: 100 });
      return verdict(answer.status === 400, `${short(answer)} ${answer.body.code ?? ''}`.trim());
    },
  },
  {
    fact: 'calendar-list',
    question: 'Does the list of calendars refuse “limit” with 422?',
    ask: async (lab) => {
      const answer = await lab.ask('GET /calendars/', { locationId: lab.locationId, limit: 1 });
      return verdict(answer.status === 422, short(answer));
    },
  },
  {
    fact: 'window-of-events',
    question: 'Do events after “endTime” come, too?',
    ask: async (lab) => {
      const { locationId } = lab;
      const [calendar] = await lab.list('GET /calendars/', { locationId }, 'calendars');
      if (!calendar) return open('no calendar');
      const events = (startTime: string, endTime: string) =>
        lab.list(
          'GET /calendars/events',
          { locationId, calendarId: calendar.id, startTime, endTime },
          'events',
        );
      const times = (await events('0', '9999999999999')).map(({ startTime }) =>
        Date.parse(String(startTime)),
      );
      times.sort((one, other) => one - other);
      const [first = 0] = times;
      if (times.length < 2 || times.at(-1) === first) return open('fewer than two events');
      const found = await events('0', String(first + 1));
      const isLeaky = found.some(({ startTime }) => Date.parse(String(startTime)) > first + 1);
      return verdict(isLeaky, isLeaky ? 'they come' : 'they do not');
    },
  },
  {
    fact: 'conversation-cursor',
    question: 'Is “startAfterId” of conversations ignored?',
    ask: async (lab) => {
      const input = { limit: 2, sort: 'desc', sortBy: 'last_message_date' };
      const [first, second] = await conversations(lab, input);
      if (!first || !second) return open('fewer than two conversations');
      const [date] = [first.sort ?? first.lastMessageDate].flat();
      const plain = await conversations(lab, { ...input, startAfterDate: date });
      const withId = { ...input, startAfterDate: date, startAfterId: 'zzzzzzzzzzzzzzzzzzzz' };
      const asked = { locationId: lab.locationId, ...withId };
      const answer = await lab.ask('GET /conversations/search', asked);
      if (!answer.isFine) return verdict(false, short(answer));
      const same = objectsIn(answer.body.conversations)[0]?.id === plain[0]?.id;
      return verdict(same, same ? 'ignored' : 'it counts');
    },
  },
  {
    fact: 'calls',
    question: 'Is a call a message with “meta.call”?',
    ask: async (lab) => {
      const { meta } = await firstMessage(lab, 'TYPE_CALL');
      const isThere = isObject(meta) && 'call' in meta;
      return verdict(isThere, isThere ? 'meta.call is there' : 'no meta.call');
    },
  },
  {
    fact: 'transcriptions',
    question: 'Is a transcription a list of sentences?',
    ask: async (lab) => {
      const route = 'GET /conversations/locations/{locationId}/messages/{messageId}/transcription';
      for (const { id: messageId } of await messages(lab, 'TYPE_CALL')) {
        const answer = await lab.ask(route, { locationId: lab.locationId, messageId });
        if (answer.isFine) return verdict(answer.isList, answer.isList ? 'a list' : 'one object');
      }
      return open('no call has a transcription');
    },
  },
  {
    fact: 'missing-recordings',
    question: 'What answers a message without a recording?',
    ask: async (lab) => {
      const { id: messageId } = await firstMessage(lab, 'TYPE_SMS');
      const route = 'GET /conversations/messages/{messageId}/locations/{locationId}/recording';
      const answer = await lab.ask(route, { locationId: lab.locationId, messageId });
      return verdict(answer.status === 400, short(answer));
    },
  },
  {
    fact: 'list-parameters',
    question: 'Are lists in a query taken repeated, and with brackets?',
    ask: async (lab) => {
      const { locationId } = lab;
      const [contact] = await lab.list(
        'POST /contacts/search',
        { locationId, pageLimit: 1 },
        'contacts',
      );
      if (!contact) return open('no contact');
      const ids = ['zzzzzzzzzzzzzzzzzzzz', 'yyyyyyyyyyyyyyyyyyyy'];
      const route = 'GET /associations/relations/{recordId}';
      const ask = (name: string) =>
        lab.ask(route, { recordId: contact.id, locationId, skip: 0, limit: 1, [name]: ids });
      const [repeated, bracketed] = [await ask('associationIds'), await ask('associationIds[]')];
      const saw = `repeated: ${short(repeated)}; with brackets: ${short(bracketed)}`;
      return settled(saw);
    },
  },
  {
    fact: 'order-of-submissions',
    question: 'Do the submissions of forms come newest first?',
    ask: async (lab) => {
      const input = { locationId: lab.locationId, page: 1, limit: 20 };
      const found = await lab.list('GET /forms/submissions', input, 'submissions');
      const times = found.map(({ createdAt }) => timeOf(createdAt));
      if (new Set(times).size < 2) return open('fewer than two submissions of this month');
      const isSorted = times.every((time, i) => i === 0 || time <= (times[i - 1] ?? 0));
      return verdict(isSorted, isSorted ? 'newest first' : 'not newest first');
    },
  },
  {
    fact: 'searching-records-by-a-field',
    question: 'Does the search of records refuse filters with 422?',
    ask: async (lab) => {
      const one = { field: 'properties.name', operator: 'eq', value: ['no such name'] };
      const input = { schemaKey: 'business', locationId: lab.locationId, page: 1, pageLimit: 1 };
      const filters = [{ group: 'AND', filters: [one] }];
      const answer = await lab.ask('POST /objects/{schemaKey}/records/search', {
        ...input,
        query: '',
        searchAfter: [],
        filters,
      });
      return verdict(answer.status === 422, short(answer));
    },
  },
  {
    fact: 'contacts-of-a-business',
    question: 'Does v3 page the contacts of a business by “startAfter”, as the app sends it?',
    ask: async (lab) => {
      const { locationId } = lab;
      const [business] = await lab.list('GET /businesses/', { locationId }, 'businesses');
      if (!business) return open('no business');
      const ask = (more: JsonObject) => {
        const input = { businessId: business.id, locationId, limit: 1, ...more };
        return lab.ask('GET /contacts/business/{businessId}', input, { version: 'v3' });
      };
      const [first] = objectsIn((await ask({})).body.contacts);
      const [second] = objectsIn((await ask({ skip: 1 })).body.contacts);
      if (!first || !second) return open('fewer than two contacts in the first business');
      if (!first.contactName) return open('the first contact has no name');
      const startAfter = [String(first.contactName).toLowerCase(), first.id];
      const answer = await ask({ startAfter });
      if (!answer.isFine) return verdict(false, short(answer));
      const [next] = objectsIn(answer.body.contacts);
      const other = next ? 'another one came' : 'none came';
      const isSecond = next?.id === second.id;
      return verdict(isSecond, isSecond ? 'the second one came' : other);
    },
  },
];
