/** What reading alone can tell. */
import { asObject, type JsonObject, objectsIn } from '../../lib/values.ts';
import { type Lab, NotTried } from '../lab.ts';
import { open, type Probe, settled, short, verdict } from '../probe.ts';

const noSuchId = 'zzzzzzzzzzzzzzzzzzzz';

const searchContacts = (lab: Lab, input: JsonObject) =>
  lab.ask('POST /contacts/search', { locationId: lab.locationId, pageLimit: 1, ...input });

/** How many contacts fit. Throws if the search is refused. */
const countContacts = async (lab: Lab, filters: JsonObject[]): Promise<number> => {
  const answer = await searchContacts(lab, { filters });
  if (!answer.isFine) throw new NotTried(`The search was refused: ${short(answer)}`);
  return Number(answer.body.total);
};

const anyContact = async (lab: Lab): Promise<JsonObject> => {
  const { body } = await searchContacts(lab, { pageLimit: 1 });
  const [first] = objectsIn(body.contacts);
  if (!first) throw new NotTried('There is no contact.');
  return first;
};

const dayAgo = () => Date.now() - 400 * 86_400_000;

/** Whether a refusal has the status that is written. */
const refusedWith = (expected: number[], answer: { status: number; words: string }) =>
  verdict(expected.includes(answer.status), short(answer));

export const reading: Probe[] = [
  {
    fact: 'accept-header',
    question: 'Is an empty 404 given without “Accept”?',
    ask: async (lab) => {
      const { locationId } = lab;
      const route = 'GET /locations/{locationId}';
      const { status } = await lab.ask(route, { locationId }, { without: ['accept'] });
      return status === 404 ? verdict(true, '404') : open(`${status} for a sub-account: not there`);
    },
  },
  {
    fact: 'strict-bodies',
    question: 'Is an unknown parameter of a query refused with 422?',
    ask: async (lab) => {
      const { id: contactId } = await anyContact(lab);
      const input = { contactId, locationId: lab.locationId };
      return refusedWith([422], await lab.ask('GET /contacts/{contactId}/notes', input));
    },
  },
  {
    fact: 'unknown-id',
    question: 'What answers an ID that does not exist?',
    ask: async (lab) =>
      refusedWith([400], await lab.ask('GET /contacts/{contactId}', { contactId: noSuchId })),
  },
  {
    fact: 'page-ceiling',
    question: 'What answers a page beyond 10,000 contacts?',
    ask: async (lab) =>
      refusedWith([400, 422], await searchContacts(lab, { page: 102, pageLimit: 100 })),
  },
  {
    fact: 'contact-in-the-list',
    question: 'Does the list of contacts refuse other filters with 422?',
    ask: async (lab) =>
      refusedWith(
        [422],
        await lab.ask('GET /contacts/', { locationId: lab.locationId, tags: 'x' }),
      ),
  },
  {
    fact: 'search-operators',
    question: 'Is an unknown operator refused with 422?',
    ask: async (lab) => {
      const filters = [{ field: 'email', operator: 'resembles', value: 'x' }];
      return refusedWith([422], await searchContacts(lab, { filters }));
    },
  },
  {
    fact: 'dates-in-a-range',
    question: 'Do ISO texts and epoch milliseconds find the same in a range?',
    ask: async (lab) => {
      const from = dayAgo();
      const range = (gte: unknown) => [{ field: 'dateAdded', operator: 'range', value: { gte } }];
      const milliseconds = await countContacts(lab, range(from));
      const iso = await countContacts(lab, range(new Date(from).toISOString()));
      if (milliseconds === 0) return open('no contact of the last 400 days');
      return settled(
        iso === milliseconds
          ? 'the same number'
          : `ISO found ${iso === 0 ? 'none' : 'another number'}`,
      );
    },
  },
  {
    fact: 'nested-filters',
    question: 'Are nested filters on opportunities taken?',
    ask: async (lab) => {
      const inner = [{ field: 'status', operator: 'eq', value: 'open' }];
      const filters = [{ field: 'opportunities', operator: 'nested', filters: inner }];
      const answer = await searchContacts(lab, { filters });
      return verdict(answer.isFine, short(answer));
    },
  },
  {
    fact: 'attribution',
    question: 'Is the source of a contact an object without “utmCampaign”?',
    ask: async (lab) => {
      const { id: contactId } = await anyContact(lab);
      const { body } = await lab.ask('GET /contacts/{contactId}', { contactId });
      const contact = asObject(body.contact ?? body);
      const source = contact.attributionSource ?? contact.lastAttributionSource;
      if (source === undefined || source === null) return open('the newest contact has no source');
      const isObject = typeof source === 'object' && !Array.isArray(source);
      const isPlain = isObject && !('utmCampaign' in (source as object));
      return verdict(
        isPlain,
        isObject ? `an object${isPlain ? '' : ' with utmCampaign'}` : 'no object',
      );
    },
  },
  {
    fact: 'folders-among-fields',
    question: 'Does the list of custom fields hold folders?',
    ask: async (lab) => {
      const { locationId } = lab;
      const route = 'GET /locations/{locationId}/customFields';
      const fields = await lab.list(route, { locationId, model: 'all' }, 'customFields');
      const count = fields.filter(({ documentType }) => documentType === 'folder').length;
      return count > 0 ? verdict(true, 'folders are there') : open('no folder; there may be none');
    },
  },
  {
    fact: 'object-keys',
    question: 'Do the keys of custom objects begin with “custom_objects.”?',
    ask: async (lab) => {
      const objects = await lab.list('GET /objects/', { locationId: lab.locationId }, 'objects');
      const own = objects.filter(
        ({ standard, type }) => standard === false || /CUSTOM|USER/i.test(String(type)),
      );
      if (own.length === 0) return open('no custom object');
      const fine = own.every(({ key }) => String(key).startsWith('custom_objects.'));
      return verdict(fine, fine ? 'all do' : 'not all do');
    },
  },
  {
    fact: 'object-search-ceiling',
    question: 'What answers a page beyond 10,000 records of an object?',
    ask: async (lab) =>
      refusedWith([400], await searchBusinesses(lab, { page: 102, pageLimit: 100 })),
  },
  {
    fact: 'object-search-cursor',
    question: 'Does the search of records take a cursor?',
    ask: async (lab) => {
      const { body } = await searchBusinesses(lab, { page: 1, pageLimit: 1 });
      const searchAfter = objectsIn(body.records)[0]?.searchAfter ?? body.searchAfter;
      if (!Array.isArray(searchAfter)) return open('no record carries a cursor');
      const cursor = searchAfter.map(String);
      const answer = await searchBusinesses(lab, {
        page: 1,
        pageLimit: 1,
        searchAfter: cursor,
      });
      return settled(short(answer));
    },
  },
  {
    fact: 'agency-only',
    question: 'What does the list of snapshots say to the token of a sub-account?',
    ask: async (lab) => {
      const answer = await lab.askAs('GET /snapshots/', { companyId: lab.companyId || noSuchId });
      return refusedWith([401], answer);
    },
  },
];

const searchBusinesses = (lab: Lab, input: JsonObject) =>
  lab.ask('POST /objects/{schemaKey}/records/search', {
    schemaKey: 'business',
    locationId: lab.locationId,
    query: '',
    searchAfter: [],
    ...input,
  });
