import nock from 'nock';
import updateBlogPost from '../../../creates/blogs/update_blog_post.ts';
import createAppointment from '../../../creates/calendars/create_appointment.ts';
import createContact from '../../../creates/contacts/create_contact.ts';
import removeFromAll from '../../../creates/contacts/remove_contact_from_all_campaigns.ts';
import createOpportunity from '../../../creates/opportunities/create_opportunity.ts';
import { endpointOf } from '../../../lib/api/endpoints.ts';
import { spoken, v3Forms } from '../../../lib/api/generations.ts';
import { routesOf } from '../../../lib/perform.ts';
import findUser from '../../../searches/users/find_user.ts';
import listBlogPosts from '../../../triggers/blogs/list_blog_posts.ts';
import listContacts from '../../../triggers/contacts/list_contacts.ts';
import listUserChoices from '../../../triggers/dropdowns/list_user_choices.ts';
import searchOpportunities from '../../../triggers/opportunities/search_opportunities.ts';
import listUsers from '../../../triggers/users/list_users_by_location.ts';
import { connection } from '../../support/api.ts';
import { hurry } from '../../support/clock.ts';
import { operations, routesFor } from '../../support/operations.ts';
import { failure, poll, run } from '../../support/run.ts';

const api = (version: string) =>
  nock('https://services.leadconnectorhq.com', {
    reqheaders: { authorization: `Bearer ${connection.access_token}`, version },
  });

const inV3 = (work: () => Promise<void>) => async () => {
  process.env.HIGHLEVEL_API_GENERATION = 'v3';
  await work();
  expect(nock.pendingMocks()).toEqual([]);
};

afterEach(() => {
  delete process.env.HIGHLEVEL_API_GENERATION;
  nock.cleanAll();
  jest.restoreAllMocks();
});

describe('the table', () => {
  test('one word flips a family, and no other', () => {
    const contact = endpointOf('GET /contacts/{contactId}');
    spoken.contacts = 'v3';
    expect(endpointOf('GET /contacts/{contactId}')).toEqual({ ...contact, version: 'v3' });
    expect(endpointOf('GET /calendars/').version).toBe('2021-04-15');
    spoken.contacts = 'classic';
    expect(endpointOf('GET /contacts/{contactId}')).toEqual(contact);
  });

  test('has every family that the app calls, and no other (“spoken” in lib/api/generations.ts)', () => {
    // What people choose among documented endpoints goes out in the Version of its document.
    const called = operations.flatMap(({ operation: { operation } }) => routesOf(operation));
    const families = called.map((route) => route.split('/')[1] ?? '');
    expect(Object.keys(spoken).sort()).toEqual([...new Set([...families, 'oauth'])].sort());
  });

  test('has a form for routes of the app only', () => {
    const called = new Set(
      operations
        .flatMap(({ operation }) => routesFor(operation))
        .map((route) => route.split('?')[0]),
    );
    const own = ['POST /oauth/token', 'POST /oauth/locationToken'];
    const known = (route: string) => called.has(route) || own.includes(route);
    expect(Object.keys(v3Forms).filter((route) => !known(route))).toEqual([]);
  });

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(v3Forms))).toEqual(v3Forms);
  });
});

describe('in v3', () => {
  test(
    'the list of contacts is their search, page by page',
    inV3(async () => {
      const sort = [{ field: 'dateAdded', direction: 'desc' }];
      const page = { locationId: 'loc1', query: 'ann', pageLimit: 100, sort };
      const first = Array.from({ length: 100 }, (_, index) => ({
        id: `c${index}`,
        dateAdded: '2026-03-02T16:04:11.000Z',
      }));
      api('v3').post('/contacts/search', page).reply(200, { contacts: first, total: 101 });
      api('v3')
        .post('/contacts/search', { ...page, searchAfter: [1772467451000, 'c99'] })
        .reply(200, { contacts: [{ id: 'c100', dateAdded: '2026-03-01T10:00:00.000Z' }] });
      const meta = { isPopulatingDedupe: true };
      expect(await poll(listContacts, { query: 'ann' }, { meta })).toHaveLength(101);
    }),
  );

  test(
    'the users of a sub-account are searched for, all of them',
    inV3(async () => {
      const users = Array.from({ length: 130 }, (_, index) => ({ id: `u${index}` }));
      for (const skip of [0, 100]) {
        api('v3')
          .get('/users/search')
          .query({ companyId: 'com1', locationId: 'loc1', skip, limit: 100 })
          .reply(200, { users: users.slice(skip, skip + 100), count: 130 });
      }
      const meta = { isPopulatingDedupe: true };
      expect(await poll(listUsers, {}, { meta })).toHaveLength(130);
    }),
  );

  test(
    'users that HighLevel repeats, page after page, count once and end the list',
    inV3(async () => {
      const users = Array.from({ length: 100 }, (_, index) => ({
        id: `u${index}`,
        name: `Ann ${index}`,
      }));
      const moved = [...users.slice(1), { id: 'u100', name: 'Ben' }];
      for (const [skip, page] of [
        [0, users],
        [100, moved],
        [200, users],
      ] as const) {
        api('v3')
          .get('/users/search')
          .query({ companyId: 'com1', locationId: 'loc1', skip, limit: 100 })
          .reply(200, { users: page });
      }
      const found = await poll(findUser, { name: 'Ann 99' });
      expect(found.map(({ id }) => id)).toEqual(['u99']);
    }),
  );

  test(
    'a connection that does not know its agency looks it up',
    inV3(async () => {
      api('v3')
        .get('/locations/loc1')
        .reply(200, { location: { id: 'loc1', companyId: 'com7' } });
      api('v3')
        .get('/users/search?locationId=loc1&companyId=com7&skip=0&limit=100')
        .reply(200, { users: [{ id: 'u1' }] });
      const authData = { ...connection, companyId: '' };
      expect(await poll(listUsers, {}, { authData })).toMatchObject([{ id: 'u1' }]);
    }),
  );

  test(
    'nothing is asked for an agency that HighLevel does not name',
    inV3(async () => {
      api('v3')
        .get('/locations/loc1')
        .reply(200, { location: { id: 'loc1' } });
      const authData = { ...connection, companyId: '' };
      const text = await failure(poll(listUsers, {}, { authData }));
      expect(text).toContain('HighLevel’s answer contained no agency ID.');
    }),
  );

  test(
    'channels and custom values of a contact are in its spelling, and come back in ours',
    inV3(async () => {
      const status = { status: 'active' };
      api('v3')
        .get('/locations/loc1/customFields')
        .query(true)
        .reply(200, {
          customFields: [{ id: 'f1', name: 'Plan', dataType: 'TEXT', model: 'contact' }],
        });
      api('v3')
        .post('/contacts/', {
          locationId: 'loc1',
          email: 'ann@example.com',
          dndSettings: { sms: status, whatsApp: status },
          customFields: [{ id: 'f1', fieldValue: 'Gold' }],
        })
        .reply(201, { contact: { id: 'c1', dndSettings: { sms: status, whatsApp: status } } });
      const dndSettings = ['SMS', 'WhatsApp'].map((channel) => ({ channel, ...status }));
      const input = { email: 'ann@example.com', dndSettings, customField__f1: 'Gold' };
      expect(await run(createContact, input)).toMatchObject({
        dndSettings: { SMS: status, WhatsApp: status },
      });
    }),
  );

  test(
    'a contact leaves all campaigns by another path',
    inV3(async () => {
      api('v3').delete('/contacts/c1/campaigns/remove-all').reply(200, { succeeded: true });
      expect(await run(removeFromAll, { contactId: 'c1' })).toMatchObject({ succeeded: true });
    }),
  );

  test(
    'opportunities are searched for in camel case',
    inV3(async () => {
      const asked = { locationId: 'loc1', contactId: 'c1', assignedTo: 'u1', country: 'US' };
      api('v3')
        .get('/opportunities/search')
        .query({ ...asked, status: 'all', order: 'added_desc', limit: 100, page: 1 })
        .reply(200, { opportunities: [{ id: 'o1' }] });
      const { locationId: _, ...input } = asked;
      expect(await poll(searchOpportunities, input)).toMatchObject([{ id: 'o1' }]);
    }),
  );

  test(
    'an update of a post says how many words it has',
    inV3(async () => {
      api('v3')
        .get('/blogs/posts/all')
        .query(true)
        .reply(200, { blogs: [{ _id: 'p1', title: 'Plants', status: 'DRAFT' }] });
      const rawHTML = '<h1>Five plants</h1><p>for a <b>dry</b> summer</p>';
      api('v3')
        .put('/blogs/posts/p1', (body) => body.wordCount === 6 && body.rawHTML === rawHTML)
        .reply(200, { updatedBlogPost: { _id: 'p1' } });
      const input = { blogId: 'b1', postId: 'p1', rawHTML };
      expect(await run(updateBlogPost, input)).toMatchObject({ id: 'p1' });
    }),
  );
});

describe('what v3 alone knows goes out in v3, whatever the family speaks', () => {
  test('a forecast', async () => {
    api('v3')
      .post('/opportunities/', (body) => body.forecastExpectedCloseDate === '2026-12-24')
      .reply(201, { opportunity: { id: 'o1', forecastProbability: 40 } });
    const deal = { contactId: 'c1', pipelineId: 'p1', name: 'Deal', status: 'open' };
    const forecast = { forecastExpectedCloseDate: '2026-12-24', forecastProbability: 40 };
    expect(await run(createOpportunity, { ...deal, ...forecast })).toMatchObject({ id: 'o1' });
    api('2021-07-28')
      .post('/opportunities/')
      .reply(201, { opportunity: { id: 'o2' } });
    expect(await run(createOpportunity, deal)).toMatchObject({ id: 'o2' });
  });

  test('all states of blog posts', async () => {
    const page = { locationId: 'loc1', blogId: 'b1', limit: 50, offset: 0 };
    api('v3')
      .get('/blogs/posts/all')
      .query({ ...page, status: 'ALL' })
      .reply(200, { blogs: [] });
    expect(await poll(listBlogPosts, { blogId: 'b1', status: 'ALL' })).toEqual([]);
    api('2021-07-28').get('/blogs/posts/all').query(page).reply(200, { blogs: [] });
    expect(await poll(listBlogPosts, { blogId: 'b1' })).toEqual([]);
    expect(nock.pendingMocks()).toEqual([]);
  });

  test.each([
    ['active', 'v3'],
    ['completed', '2021-04-15'],
  ])('an appointment that is %s: %s', async (appointmentStatus, version) => {
    api(version)
      .post(
        '/calendars/events/appointments',
        (body) => body.appointmentStatus === appointmentStatus,
      )
      .reply(200, { id: 'a1', appointmentStatus });
    const appointment = { id: 'a1', appointmentStatus };
    api('2021-04-15').get('/calendars/events/appointments/a1').reply(200, { appointment });
    const visit = { calendarId: 'k1', contactId: 'c1', startTime: '2027-01-04T10:00:00+01:00' };
    const input = { ...visit, appointmentStatus, ignoreFreeSlotValidation: true };
    expect(await run(createAppointment, input)).toMatchObject({ id: 'a1' });
  });
});

describe('the list of users that HighLevel removes', () => {
  const meta = { isFillingDynamicDropdown: true, page: 0 };

  test.each([
    [400, { message: 'API endpoint has been removed' }],
    [404, { message: 'Cannot GET /users/', error: 'Not Found', statusCode: 404 }],
  ])('%d: the search stands in', async (status, body) => {
    hurry();
    api('2021-07-28').get('/users/?locationId=loc1').times(3).reply(status, body);
    api('v3')
      .get('/users/search?locationId=loc1&companyId=com1&skip=0&limit=100')
      .reply(200, { users: [{ id: 'u1', name: 'Ann' }] });
    expect(await poll(listUserChoices, {}, { meta })).toEqual([{ id: 'u1', name: 'Ann' }]);
  });

  test('another error is told as it is', async () => {
    api('2021-07-28').get('/users/?locationId=loc1').reply(403, { message: 'Forbidden resource' });
    expect(await failure(poll(listUserChoices, {}, { meta }))).toContain('not allowed');
  });
});

describe('what HighLevel has retired', () => {
  const words = [
    'This endpoint is not available in API version v3',
    'This API was removed in version v3. Please use a version before v3',
    'API endpoint has been removed',
  ];

  test.each(words)('400 “%s” is the owner’s matter', async (message) => {
    api('2021-07-28').delete('/contacts/c1/campaigns/removeAll').reply(400, { message });
    const text = await failure(run(removeFromAll, { contactId: 'c1' }));
    expect(text).toContain('HighLevel has retired this part of its API');
    expect(text).not.toMatch(/Change the value|reconnect|Please try again/);
  });

  test('so is a 401 that speaks of the Version, with or without a trace before it', async () => {
    for (const body of [
      { statusCode: 401, message: 'version header is invalid' },
      { traceId: '6f1c0a34-5b4e-4a05-9d05-7d0f9a3d4c11', message: 'version header is invalid' },
    ]) {
      api('2021-07-28').delete('/contacts/c1/campaigns/removeAll').reply(401, body);
      expect(await failure(run(removeFromAll, { contactId: 'c1' }))).toContain(
        'HighLevel has retired this part of its API',
      );
    }
  });
});
