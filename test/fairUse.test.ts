import updateBlogPost from '../creates/blogs/update_blog_post.ts';
import findContact from '../searches/contacts/find_contact.ts';
import listBlogPosts from '../triggers/blogs/list_blog_posts.ts';
import getFreeSlots from '../triggers/calendars/get_free_slots.ts';
import searchContacts from '../triggers/contacts/search_contacts.ts';
import listCalendarUserChoices from '../triggers/dropdowns/list_calendar_user_choices.ts';
import listConversationChoices from '../triggers/dropdowns/list_conversation_choices.ts';
import listFirstRecordChoices from '../triggers/dropdowns/list_first_record_choices.ts';
import listMessageChoices from '../triggers/dropdowns/list_message_choices.ts';
import searchOpportunities from '../triggers/opportunities/search_opportunities.ts';
import { agencyConnection } from './support/api.ts';
import { bundleOf, performOf, plainZ, type Request, type Result } from './support/zapier.ts';

/** A HighLevel that notes what it is asked, and how many requests were under way at the same time. */
const watched = (answer: (path: string, query: URLSearchParams, request: Request) => unknown) => {
  const paths: string[] = [];
  const rounds: number[] = [];
  let underWay = 0;
  const z = plainZ(async (request) => {
    const { pathname, searchParams } = new URL(request.url, 'https://api.example');
    paths.push(`${request.method} ${pathname}`);
    for (const [name, value] of Object.entries(request.params ?? {}))
      searchParams.set(name, String(value));
    underWay += 1;
    // All requests of a round are sent before the first answer comes.
    await new Promise(setImmediate);
    if (underWay > 0) rounds.push(underWay);
    underWay = 0;
    return answer(pathname, searchParams, request);
  });
  return { z, paths, rounds };
};

const numbered = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    id: `r${from + index}`,
    sort: [9_000 - from - index],
  }));

const filling = (page: number) => ({ isFillingDynamicDropdown: true, page });

describe('“Load more” is one request', () => {
  test('of conversations, page after page', async () => {
    const { z, paths } = watched((_path, query) => {
      const after = query.get('startAfterDate');
      // The cursor points at the last record once more (api#conversation-cursor).
      return { conversations: numbered(100, after ? 9_001 - Number(after) : 0) };
    });
    const seen: string[] = [];
    for (const page of [0, 1, 2, 3]) {
      const choices = (await performOf(listConversationChoices)(
        z,
        bundleOf({}, filling(page)),
      )) as Result[];
      seen.push(...choices.map(({ id }) => String(id)));
    }
    expect(paths).toHaveLength(4);
    expect(seen).toEqual(numbered(397).map(({ id }) => id));
  });

  test('of messages; of another conversation it begins at the beginning', async () => {
    const { z, paths } = watched((_path, query) => {
      const from = Number(query.get('lastMessageId')?.slice(1) ?? -1) + 1;
      return { messages: { messages: numbered(100, from), nextPage: true, lastMessageId: 'r99' } };
    });
    const load = async (conversationId: string, page: number) => {
      const input = { conversationId };
      const bundle = bundleOf(input, filling(page));
      return ((await performOf(listMessageChoices)(z, bundle)) as Result[]).map(({ id }) => id);
    };
    expect((await load('v1', 0)).at(-1)).toBe('r99');
    expect((await load('v1', 1)).at(0)).toBe('r100');
    expect(paths).toHaveLength(2);
    expect((await load('v2', 1)).at(0)).toBe('r100');
    expect(paths).toHaveLength(4);
  });

  test('of the records of an association', async () => {
    const { z, paths } = watched((path) =>
      path.startsWith('/associations/')
        ? { id: 'a1', firstObjectKey: 'business', secondObjectKey: 'contact' }
        : { businesses: numbered(100) },
    );
    for (const page of [0, 1, 2])
      await performOf(listFirstRecordChoices)(z, bundleOf({ associationId: 'a1' }, filling(page)));
    expect(paths.filter((path) => path.includes('associations'))).toHaveLength(1);
    expect(paths).toHaveLength(4);
  });
});

test('the team of a calendar is one request more than the calendar, in an agency of any size', async () => {
  const { z, paths } = watched((path, query) => {
    if (path.startsWith('/oauth/')) return { access_token: 'token', expires_in: 86_399 };
    if (path.startsWith('/calendars/'))
      return { calendar: { teamMembers: [{ userId: 'u120' }, { userId: 'u3' }] } };
    return { users: (query.get('ids') ?? '').split(',').map((id) => ({ id, name: `User ${id}` })) };
  });
  const bundle = bundleOf({ calendarId: 'cal1', locationId: 'loc1' }, filling(0), agencyConnection);
  expect(await performOf(listCalendarUserChoices)(z, bundle)).toEqual([
    { id: 'u120', name: 'User u120' },
    { id: 'u3', name: 'User u3' },
  ]);
  expect(paths.filter((path) => path.includes('/users/'))).toHaveLength(1);
});

test('a contact that is not there takes two rounds', async () => {
  const { z, paths, rounds } = watched((path) =>
    path.endsWith('/duplicate') ? { contact: null } : { contacts: [] },
  );
  const asked = { email: 'maria@example.com', phone: '+14155550134' };
  expect(await performOf(findContact)(z, bundleOf(asked))).toEqual([]);
  expect(paths).toHaveLength(4);
  expect(rounds).toEqual([2, 2]);
});

test('the windows of free slots are asked for at the same time, and stay in order', async () => {
  const day = 86_400_000;
  const start = Date.parse('2030-01-01T00:00:00Z');
  const { z, rounds } = watched((_path, query) => ({
    [new Date(Number(query.get('startDate'))).toISOString().slice(0, 10)]: {
      slots: [new Date(Number(query.get('startDate'))).toISOString()],
    },
  }));
  const input = {
    calendarId: 'cal1',
    startDate: new Date(start).toISOString(),
    endDate: new Date(start + 90 * day).toISOString(),
  };
  const slots = (await performOf(getFreeSlots)(z, bundleOf(input))) as Result[];
  expect(rounds).toEqual([3]);
  expect(slots.map(({ startTime }) => startTime)).toHaveLength(3);
});

test('pipelines and custom fields of opportunities are looked up at the same time', async () => {
  const { z, rounds } = watched((path) => {
    if (path.endsWith('/customFields'))
      return { customFields: [{ id: 'f1', name: 'Plan', fieldKey: 'opportunity.plan' }] };
    if (path.endsWith('/pipelines'))
      return { pipelines: [{ id: 'p1', name: 'Sales', stages: [{ id: 's1', name: 'New' }] }] };
    const customFields = [{ id: 'f1', fieldValueString: 'Gold' }];
    const now = new Date().toISOString();
    return {
      opportunities: [
        {
          id: 'o1',
          pipelineId: 'p1',
          pipelineStageId: 's1',
          customFields,
          createdAt: now,
          updatedAt: now,
        },
      ],
      total: 1,
    };
  });
  const found = (await performOf(searchOpportunities)(z, bundleOf({}))) as Result[];
  expect(found[0]).toMatchObject({
    pipelineName: 'Sales',
    pipelineStageName: 'New',
    customField: { plan: 'Gold' },
  });
  expect(rounds).toEqual([1, 2]);
});

test('a run of an agency looks for its token once, however many pages it reads', async () => {
  const { z, paths } = watched((path, _query, { body }) => {
    if (path.startsWith('/oauth/')) return { access_token: 'token', expires_in: 86_399 };
    const { page = 1 } = JSON.parse(String(body ?? '{}'));
    const dateAdded = new Date().toISOString();
    return {
      contacts: numbered(100, page * 100).map((one) => ({ ...one, dateAdded })),
      total: 100_000,
    };
  });
  const cache = z.cache as unknown as { get: (key: string) => Promise<unknown> };
  const read = jest.spyOn(cache, 'get');
  const bundle = bundleOf({ locationId: 'loc1' }, { isPopulatingDedupe: true }, agencyConnection);
  await performOf(searchContacts)(z, bundle);
  expect(paths.filter((path) => path.includes('/contacts/search')).length).toBeGreaterThan(5);
  const looks = read.mock.calls.filter(([key]) => key.endsWith(':location-token'));
  // Once to find none, and once more with the lock in hand.
  expect(looks).toHaveLength(2);
});

describe('Update Blog Post in a blog site of 2,000 posts', () => {
  const posts = Array.from({ length: 2_000 }, (_, index) => ({
    _id: `p${index}`,
    title: `Post number ${index} of our blog`,
    status: 'PUBLISHED',
  }));
  const site = () =>
    watched((path, query, { method }) => {
      if (method === 'PUT') return { updatedBlogPost: posts.find(({ _id }) => path.endsWith(_id)) };
      const found = posts.filter(({ title }) => title.includes(query.get('searchTerm') ?? ''));
      const offset = Number(query.get('offset'));
      return { blogs: found.slice(offset, offset + 50) };
    });
  const update = (postId: string) => bundleOf({ blogId: 'b1', postId, rawHTML: '<p>New</p>' });

  test('finds what was chosen in the dropdown in one request', async () => {
    const { z, paths } = site();
    await performOf(listBlogPosts)(z, bundleOf({ blogId: 'b1' }, filling(30)));
    paths.length = 0;
    await performOf(updateBlogPost)(z, update('p1510'));
    expect(paths).toEqual(['GET /blogs/posts/all', 'PUT /blogs/posts/p1510']);
  });

  test('finds what it has updated before in one request, and a renamed one all the same', async () => {
    const { z, paths } = site();
    await performOf(updateBlogPost)(z, update('p1999'));
    expect(paths).toHaveLength(41);
    paths.length = 0;
    await performOf(updateBlogPost)(z, update('p1999'));
    expect(paths).toHaveLength(2);
    const post = posts.at(-1);
    if (post) post.title = 'Another title';
    paths.length = 0;
    await performOf(updateBlogPost)(z, update('p1999'));
    expect(paths).toHaveLength(42);
  });
});
