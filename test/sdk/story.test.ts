import type { HighLevel } from '@gohighlevel/api-client';
import { startSandbox } from '../../sandbox/index.ts';
import { withoutNock } from '../support/withoutNock.ts';
import { sdkAt } from './requests.ts';

withoutNock();

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

const day = 86_400_000;
const redirectUri = 'https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/';
const scopes =
  'contacts.readonly contacts.write calendars.readonly calendars.write calendars/events.readonly calendars/events.write calendars/groups.readonly calendars/groups.write calendars/resources.readonly calendars/resources.write opportunities.readonly opportunities.write conversations.readonly conversations.write conversations/message.readonly conversations/message.write conversations/livechat.write users.readonly users.write locations.readonly locations.write locations/tags.readonly locations/customFields.readonly associations.readonly associations.write associations/relation.readonly associations/relation.write objects/schema.readonly objects/record.readonly blogs/list.readonly blogs/author.readonly blogs/category.readonly blogs/posts.readonly blogs/post.write blogs/post-update.write blogs/check-slug.readonly businesses.readonly businesses.write workflows.readonly campaigns.readonly snapshots.readonly companies.readonly oauth.readonly oauth.write';

let sandbox: Sandbox;
let now = Date.now();
/** As the sub-account, and as the agency. */
let sdk: HighLevel;
let agency: HighLevel;
let locationId: string;
let companyId: string;

/** The id of a record. Throws when the SDK gave none, so that no call goes on with nothing. */
const idOf = (record: { id?: string; _id?: string } | undefined): string => {
  const id = record?.id ?? record?._id;
  if (!id) throw new Error('The record has no id.');
  return id;
};

/** A browser’s part: the authorize page, the form, the code that comes back. */
const consent = async (address: string, account: string): Promise<string> => {
  // The SDK’s marketplace is fixed; the page is the same one at the sandbox.
  const { pathname, search } = new URL(address);
  const url = `${sandbox.marketplaceUrl}${pathname}${search}`;
  const page = await (await fetch(url)).text();
  const form = new URLSearchParams({ account });
  for (const [, name = '', value = ''] of page.matchAll(/<input [^>]*name="(.*?)" value="(.*?)"/g))
    form.set(name, value.replaceAll('&amp;', '&'));
  const chosen = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  return new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
};

const signIn = async (account: string) => {
  const { clientId, clientSecret, apiUrl } = sandbox;
  const app = sdkAt(apiUrl, { clientId, clientSecret });
  const code = await consent(app.oauth.getAuthorizationUrl(clientId, redirectUri, scopes), account);
  const tokens = await app.oauth.getAccessToken({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'authorization_code',
    code,
  });
  return { app, tokens };
};

beforeAll(async () => {
  sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 1_000 }, now: () => now });
  locationId = sandbox.state.main.id;
  companyId = sandbox.state.company.id;
});
afterAll(() => sandbox.stop());

describe('HighLevel’s own client at the sandbox', () => {
  test('signs in, keeps the tokens, and refreshes them when they have run out', async () => {
    const { app, tokens } = await signIn(locationId);
    expect(tokens).toMatchObject({ userType: 'Location', locationId, companyId });
    await app.getSessionStorage().setSession(locationId, tokens);
    const { businesses } = await app.businesses.getBusinessesByLocation({ locationId });
    expect(businesses).toHaveLength(6);

    now += 25 * 3_600_000;
    await app.businesses.getBusinessesByLocation({ locationId });
    const kept = await app.getSessionStorage().getSession(locationId);
    expect(kept?.access_token).not.toBe(tokens.access_token);

    sdk = sdkAt(sandbox.apiUrl, {
      clientId: sandbox.clientId,
      clientSecret: sandbox.clientSecret,
      locationAccessToken: String(kept?.access_token),
    });
  });

  test('exchanges an agency’s token for one of a sub-account', async () => {
    const { tokens } = await signIn(companyId);
    const { clientId, clientSecret, apiUrl } = sandbox;
    agency = sdkAt(apiUrl, {
      clientId,
      clientSecret,
      agencyAccessToken: String(tokens.access_token),
    });
    const { access_token } = await agency.oauth.getLocationAccessToken({ companyId, locationId });
    const own = sdkAt(apiUrl, {
      clientId,
      clientSecret,
      locationAccessToken: String(access_token),
    });
    const { location } = await own.locations.getLocation({ locationId });
    expect(location?.id).toBe(locationId);
    const [appId = ''] = clientId.split('-');
    const installed = await agency.oauth.getInstalledLocation({ companyId, appId });
    expect(installed.locations?.length).toBeGreaterThan(1);
  });

  test('contacts, from creation to deletion', async () => {
    const { contacts } = sdk;
    const { contact } = await contacts.createContact({
      locationId,
      firstName: 'Sara',
      lastName: 'Dekker',
      email: 'sara.dekker@example.com',
      tags: ['sdk'],
    });
    const contactId = idOf(contact);
    expect((await contacts.getContact({ contactId })).contact?.email).toBe(contact?.email);
    const twin = contacts.createContact({ locationId, email: 'sara.dekker@example.com' });
    await expect(twin).rejects.toMatchObject({ statusCode: 400 });

    await contacts.updateContact({ contactId }, { city: 'Utrecht' });
    expect((await contacts.getContact({ contactId })).contact?.city).toBe('Utrecht');
    const upserted = await contacts.upsertContact({
      locationId,
      email: 'sara.dekker@example.com',
      companyName: 'Dekker BV',
    });
    expect(upserted).toMatchObject({ new: false, contact: { id: contactId } });
    const duplicate = await contacts.getDuplicateContact({
      locationId,
      email: 'sara.dekker@example.com',
    });
    expect(duplicate.contact.id).toBe(contactId);
    const { contacts: hits } = await contacts.searchContactsAdvanced({
      locationId,
      pageLimit: 5,
      page: 1,
      filters: [{ field: 'email', operator: 'eq', value: 'sara.dekker@example.com' }],
    });
    expect(hits).toMatchObject([{ id: contactId, companyName: 'Dekker BV' }]);
    expect((await contacts.getContacts({ locationId, limit: 3 })).contacts).toHaveLength(3);

    expect((await contacts.addTags({ contactId }, { tags: ['vip'] })).tags).toEqual(['sdk', 'vip']);
    expect((await contacts.removeTags({ contactId }, { tags: ['sdk'] })).tags).toEqual(['vip']);
    await contacts.createAssociation(
      { type: 'add' },
      { contacts: [contactId], tags: ['bulk'], locationId },
    );

    const dueDate = new Date(now + day).toISOString();
    const { task } = await contacts.createTask(
      { contactId },
      { title: 'Call Sara', dueDate, completed: false },
    );
    const taskId = idOf(task);
    await contacts.updateTask({ contactId, taskId }, { title: 'Call Sara back' });
    await contacts.updateTaskCompleted({ contactId, taskId }, { completed: true });
    expect((await contacts.getTask({ contactId, taskId })).task).toMatchObject({
      title: 'Call Sara back',
      completed: true,
    });
    expect((await contacts.getAllTasks({ contactId })).tasks).toHaveLength(1);
    await contacts.deleteTask({ contactId, taskId });

    const { note } = await contacts.createNote({ contactId }, { body: 'Prefers mornings' });
    const noteId = idOf(note);
    await contacts.updateNote({ contactId, id: noteId }, { body: 'Prefers afternoons' });
    expect((await contacts.getNote({ contactId, id: noteId })).note?.body).toMatch('afternoons');
    expect((await contacts.getAllNotes({ contactId })).notes).toHaveLength(1);
    await contacts.deleteNote({ contactId, id: noteId });

    await contacts.deleteContact({ contactId });
    await expect(contacts.getContact({ contactId })).rejects.toMatchObject({ statusCode: 400 });
  });

  test('businesses, campaigns and workflows of a contact', async () => {
    const { businesses, contacts, campaigns, workflows } = sdk;
    const made = await businesses.createBusiness({ locationId, name: 'Dekker BV' });
    const businessId = idOf(made.buiseness);
    await businesses.updateBusiness({ businessId }, { city: 'Utrecht' });
    const [first] = (await contacts.getContacts({ locationId, limit: 1 })).contacts ?? [];
    const contactId = idOf(first);
    await contacts.addRemoveContactFromBusiness({ locationId, ids: [contactId], businessId });
    const { contacts: members } = await contacts.getContactsByBusinessId({
      businessId,
      locationId,
    });
    expect(members).toMatchObject([{ id: contactId, businessId }]);
    expect((await businesses.getBusiness({ businessId })).business).toMatchObject({
      city: 'Utrecht',
    });
    await businesses.deleteBusiness({ businessId });

    const [campaign] = (await campaigns.getCampaigns({ locationId })).campaigns ?? [];
    await contacts.addContactToCampaign({ contactId, campaignId: idOf(campaign) }, {});
    await contacts.removeContactFromCampaign({ contactId, campaignId: idOf(campaign) });
    const [workflow] = (await workflows.getWorkflow({ locationId })).workflows ?? [];
    const workflowId = idOf(workflow);
    const eventStartTime = new Date(now + day).toISOString();
    await contacts.addContactToWorkflow({ contactId, workflowId }, { eventStartTime });
    await contacts.deleteContactFromWorkflow({ contactId, workflowId }, { eventStartTime });
  });

  test('calendars: a group, a calendar, a booking in a free slot, a block, a note', async () => {
    const { calendars } = sdk;
    const slug = 'sdk-group';
    expect(await calendars.validateGroupsSlug({ locationId, slug })).toMatchObject({
      available: true,
    });
    const { group } = await calendars.createCalendarGroup({
      locationId,
      name: 'Booked by the SDK',
      description: 'A group',
      slug,
    });
    const groupId = idOf(group);
    expect((await calendars.getGroups({ locationId })).groups).toContainEqual(
      expect.objectContaining({ id: groupId }),
    );
    await calendars.editGroup(
      { groupId },
      {
        name: 'Renamed',
        description: 'A group',
        slug,
      },
    );
    const hours = [{ openHour: 8, openMinute: 0, closeHour: 18, closeMinute: 0 }];
    const { calendar } = await calendars.createCalendar({
      locationId,
      groupId,
      name: 'Check-ups',
      calendarType: 'event',
      slotDuration: 30,
      openHours: [0, 1, 2, 3, 4, 5, 6].map((one) => ({ daysOfTheWeek: [one], hours })),
    });
    const calendarId = idOf(calendar);
    await calendars.updateCalendar({ calendarId }, { description: 'Half an hour' });
    expect((await calendars.getCalendar({ calendarId })).calendar?.description).toMatch('Half');
    expect((await calendars.getCalendars({ locationId, groupId })).calendars).toHaveLength(1);

    const window = { startDate: now + day, endDate: now + 3 * day };
    const slots = await calendars.getSlots({ calendarId, ...window });
    const [[, free] = []] = Object.entries<{ slots: string[] }>(slots);
    const [startTime = ''] = free?.slots ?? [];
    const [first] = (await sdk.contacts.getContacts({ locationId, limit: 1 })).contacts ?? [];
    const contactId = idOf(first);
    const booking = { calendarId, locationId, contactId, startTime };
    const eventId = idOf(await calendars.createAppointment(booking));
    await expect(calendars.createAppointment(booking)).rejects.toMatchObject({ statusCode: 400 });
    await calendars.editAppointment(
      { eventId },
      {
        title: 'Check-up',
        appointmentStatus: 'showed',
      },
    );
    const read = (await calendars.getAppointment({ eventId })) as unknown as {
      appointment: Record<string, string>;
    };
    expect(read.appointment).toMatchObject({ title: 'Check-up', appointmentStatus: 'showed' });
    const asked = {
      locationId,
      calendarId,
      startTime: String(now),
      endTime: String(now + 10 * day),
    };
    const { events } = await calendars.getCalendarEvents(asked);
    expect(events?.map(({ id }) => id)).toContain(eventId);
    expect(
      (await sdk.contacts.getAppointmentsForContact({ contactId })).events?.map(({ id }) => id),
    ).toContain(eventId);

    const { note } = await calendars.createAppointmentNote(
      { appointmentId: eventId },
      { body: 'Bring the X-ray' },
    );
    const noteId = idOf(note);
    await calendars.updateAppointmentNote(
      { appointmentId: eventId, noteId },
      { body: 'Bring both X-rays' },
    );
    const { notes } = await calendars.getAppointmentNotes({
      appointmentId: eventId,
      limit: 10,
      offset: 0,
    });
    expect(notes).toMatchObject([{ id: noteId, body: 'Bring both X-rays' }]);
    await calendars.deleteAppointmentNote({ appointmentId: eventId, noteId });
    await calendars.deleteEvent({ eventId }, {});

    const blockId = idOf(
      await calendars.createBlockSlot({
        locationId,
        calendarId,
        // A whole day: half a day from now could be a night, in which nothing was free before either.
        startTime: new Date(now + 1.5 * day).toISOString(),
        endTime: new Date(now + 2.5 * day).toISOString(),
      }),
    );
    const { events: blocks } = await calendars.getBlockedSlots(asked);
    expect(blocks?.map(({ id }) => id)).toContain(blockId);
    const fewer = await calendars.getSlots({ calendarId, ...window });
    expect(JSON.stringify(fewer).length).toBeLessThan(JSON.stringify(slots).length);
    await calendars.deleteCalendar({ calendarId });
    await calendars.deleteGroup({ groupId });
  });

  test('opportunities: a pipeline’s stages, a deal, won and deleted', async () => {
    const { opportunities } = sdk;
    const [pipeline] = (await opportunities.getPipelines({ locationId })).pipelines ?? [];
    const pipelineId = idOf(pipeline);
    const { stages } = pipeline as unknown as { stages: { id: string }[] };
    const last = idOf(stages.at(-1));
    const { contact } = await sdk.contacts.createContact({ locationId, firstName: 'Olaf' });
    const { opportunity } = await opportunities.createOpportunity({
      locationId,
      pipelineId,
      contactId: idOf(contact),
      name: 'Implant',
      status: 'open',
    });
    const id = idOf(opportunity);
    await opportunities.updateOpportunity(
      { id },
      {
        pipelineStageId: last,
        monetaryValue: 1_200,
      },
    );
    await opportunities.updateOpportunityStatus({ id }, { status: 'won' });
    expect((await opportunities.getOpportunity({ id })).opportunity).toMatchObject({
      status: 'won',
      monetaryValue: 1_200,
      pipelineStageId: last,
    });
    const found = await opportunities.searchOpportunity({ locationId, id });
    expect(found.opportunities).toMatchObject([{ id }]);
    await opportunities.addFollowersOpportunity({ id }, { followers: ['u1'] });
    const unfollowed = await opportunities.removeFollowersOpportunity(
      { id },
      {
        followers: ['u1'],
      },
    );
    expect(unfollowed.followers).toEqual([]);
    await opportunities.deleteOpportunity({ id });
    await expect(opportunities.getOpportunity({ id })).rejects.toMatchObject({ statusCode: 400 });
  });

  test('conversations: search, read, mark', async () => {
    const { conversations } = sdk;
    const found = await conversations.searchConversation({
      locationId,
      lastMessageType: 'TYPE_SMS',
      limit: 5,
    });
    const [conversation] = found.conversations ?? [];
    const conversationId = idOf(conversation);
    const read = await conversations.getConversation({ conversationId });
    expect(read.contactId).toBe(conversation?.contactId);
    // Double-nested, where the SDK’s types have one level (api#nested-messages).
    const { messages } = (await conversations.getMessages({
      conversationId,
    })) as unknown as { messages: { messages: { id: string; messageType: string }[] } };
    const sms = messages.messages.find(({ messageType }) => messageType === 'TYPE_SMS');
    const { message } = (await conversations.getMessage({ id: idOf(sms) })) as unknown as {
      message: { conversationId: string };
    };
    expect(message.conversationId).toBe(conversationId);
    await conversations.updateMessageStatus({ messageId: idOf(sms) }, { status: 'read' });
    await conversations.liveChatAgentTyping({
      locationId,
      conversationId,
      visitorId: 'v1',
      isTyping: 'true',
    });
  });

  test('users of a sub-account and of the agency', async () => {
    const { users } = await sdk.users.getUserByLocation({ locationId });
    const userId = idOf(users?.[0]);
    expect((await sdk.users.getUser({ userId })).id).toBe(userId);
    const made = await agency.users.createUser({
      companyId,
      firstName: 'Nora',
      lastName: 'Vos',
      email: 'nora.vos@example.com',
      password: 'a long enough Passw0rd!',
      type: 'account',
      role: 'user',
      locationIds: [locationId],
    });
    const id = idOf(made);
    await agency.users.updateUser({ userId: id }, { lastName: 'de Vos', companyId });
    const found = await agency.users.searchUsers({ companyId, query: 'nora.vos' });
    expect(found.users).toMatchObject([{ id, lastName: 'de Vos' }]);
    const byEmail = await agency.users.filterUsersByEmail({
      companyId,
      emails: 'nora.vos@example.com',
      projection: 'all',
    });
    expect(byEmail.users).toMatchObject([{ id }]);
    await agency.users.deleteUser({ userId: id });
  });

  test('locations and the agency', async () => {
    const { location } = await sdk.locations.getLocation({ locationId });
    expect(location?.companyId).toBe(companyId);
    expect((await sdk.locations.getLocationTags({ locationId })).tags?.length).toBeGreaterThan(0);
    const { customFields } = await sdk.locations.getCustomFields({ locationId, model: 'contact' });
    expect(customFields?.every(({ model }) => model === 'contact')).toBe(true);
    const { locations } = await agency.locations.searchLocations({ companyId, limit: '2' });
    expect(locations).toHaveLength(2);
    const made = await agency.locations.createLocation({
      companyId,
      name: 'Second Practice',
    });
    const id = idOf(made as { id?: string });
    await agency.locations.putLocation({ locationId: id }, { companyId, city: 'Breda' });
    expect((await agency.locations.getLocation({ locationId: id })).location?.city).toBe('Breda');
    await agency.locations.deleteLocation({ locationId: id, deleteTwilioAccount: false });
    expect((await agency.companies.getCompany({ companyId })).company?.id).toBe(companyId);
    const { snapshots } = await agency.snapshots.getCustomSnapshots({ companyId });
    expect(snapshots?.length).toBeGreaterThan(0);
  });

  test('associations: defined, used, deleted', async () => {
    const { associations, objects } = sdk;
    const { objects: schemas } = await objects.getObjectByLocationId({ locationId });
    const custom = (schemas ?? []).find(({ key }) => key?.startsWith('custom_objects.'));
    const secondObjectKey = String(custom?.key);
    const made = await associations.createAssociation({
      locationId,
      key: 'sdk_payer',
      firstObjectKey: 'contact',
      firstObjectLabel: 'Payer',
      secondObjectKey,
      secondObjectLabel: 'Policy',
    });
    const associationId = idOf(made);
    expect(await associations.getAssociationByID({ associationId })).toMatchObject({
      key: 'sdk_payer',
    });
    await associations.updateAssociation(
      { associationId },
      {
        firstObjectLabel: 'Insured',
        secondObjectLabel: 'Policy',
      },
    );
    const byKey = await associations.getAssociationKeyByKeyName({
      keyName: 'sdk_payer',
      locationId,
    });
    expect(byKey).toMatchObject({ id: associationId, firstObjectLabel: 'Insured' });
    const listed = (await associations.findAssociations({
      locationId,
      skip: 0,
      limit: 100,
    })) as unknown as { associations: { id: string }[] };
    expect(listed.associations.map(({ id }) => id)).toContain(associationId);

    const { records } = await objects.searchObjectRecords(
      { schemaKey: secondObjectKey },
      { locationId, page: 1, pageLimit: 1, query: '', searchAfter: [] },
    );
    const [contact] = (await sdk.contacts.getContacts({ locationId, limit: 1 })).contacts ?? [];
    const relation = await associations.createRelation({
      locationId,
      associationId,
      firstRecordId: idOf(contact),
      secondRecordId: idOf(records?.[0]),
    });
    const relations = (await associations.getRelationsByRecordId({
      recordId: idOf(contact),
      locationId,
      skip: 0,
      limit: 10,
      associationIds: [associationId],
    })) as unknown as { relations: { id: string }[] };
    expect(relations.relations).toMatchObject([{ id: idOf(relation) }]);
    await associations.deleteRelation({ relationId: idOf(relation), locationId });
    expect(await associations.deleteAssociation({ associationId })).toMatchObject({
      deleted: true,
    });
  });

  test('blogs: a post with an author and a category of the site', async () => {
    const { blogs } = sdk;
    const { data: sites } = await blogs.getBlogs({ locationId, skip: 0, limit: 10 });
    const page = { locationId, limit: 10, offset: 0 };
    const { authors } = await blogs.getAllBlogAuthorsByLocation(page);
    const { categories } = await blogs.getAllCategoriesByLocation(page);
    const blogId = idOf(sites?.[0]);
    const urlSlug = 'written-by-the-sdk';
    const post = {
      locationId,
      blogId,
      urlSlug,
      title: 'Written by the SDK',
      description: 'A post',
      rawHTML: '<p>Hello</p>',
      status: 'PUBLISHED',
      imageUrl: 'https://www.example.com/one.jpg',
      imageAltText: 'One',
      author: idOf(authors?.[0]),
      categories: [idOf(categories?.[0])],
      publishedAt: new Date(now).toISOString(),
    };
    expect(await blogs.checkUrlSlugExists({ urlSlug, locationId })).toMatchObject({
      exists: false,
    });
    const { data: made } = await blogs.createBlogPost(post);
    expect(await blogs.checkUrlSlugExists({ urlSlug, locationId })).toMatchObject({ exists: true });
    await blogs.updateBlogPost({ postId: idOf(made) }, { ...post, title: 'Written twice' });
    const { blogs: posts } = await blogs.getBlogPost({ ...page, blogId, searchTerm: 'Written' });
    expect(posts).toMatchObject([{ _id: idOf(made), title: 'Written twice' }]);
  });

  test('all of that were more than a hundred answers', () => {
    expect(sandbox.requests.filter(({ status }) => status < 300).length).toBeGreaterThan(100);
  });
});
