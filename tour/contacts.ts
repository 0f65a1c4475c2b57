import type { Guide, Result, Station } from './station.ts';

const contactId = ({ result }: Guide) => String(result('create_contact').id);
const withContact = (guide: Guide) => ({ contactId: contactId(guide) });
const withTask = (guide: Guide) => ({
  contactId: contactId(guide),
  taskId: guide.result('create_contact_task').id,
});
const withNote = (guide: Guide) => ({
  contactId: contactId(guide),
  id: guide.result('create_contact_note').id,
});
const rename = (guide: Guide, polled: Result) =>
  guide.run('update_contact', { contactId: polled.id, lastName: 'Renamed' });

/** The contact operations in the order of a contact's life. */
export const contacts: Station[] = [
  {
    key: 'create_contact',
    input: {
      firstName: 'Tessa',
      lastName: 'Tour',
      email: 'tessa.tour@example.com',
      phone: '+14155550177',
      tags: ['tour'],
      dndSettings: [{ channel: 'SMS', status: 'inactive' }],
      dateOfBirth: '1990-05-17T00:00:00-04:00',
    },
  },
  { key: 'get_contact', input: withContact, change: rename },
  {
    key: 'search_contacts',
    input: { filters: [{ field: 'email', operator: 'exists' }] },
    change: ({ run }) => run('create_contact', { firstName: 'New', email: 'new.tour@example.com' }),
  },
  {
    key: 'list_contacts',
    change: ({ run }) =>
      run('create_contact', { firstName: 'Newer', email: 'newer.tour@example.com' }),
  },
  {
    key: 'get_duplicate_contact',
    input: { email: 'tessa.tour@example.com' },
    change: rename,
  },
  { key: 'find_contact', input: { email: 'tessa.tour@example.com' } },
  {
    key: 'update_contact',
    input: (guide) => ({
      ...withContact(guide),
      city: 'Brooklyn',
      tags: ['patient'],
      clear: ['dateOfBirth'],
    }),
  },
  {
    key: 'upsert_contact',
    input: { email: 'tessa.tour@example.com', companyName: 'Tour & Co', tags: ['vip'] },
  },
  { key: 'add_contact_tags', input: (guide) => ({ ...withContact(guide), tags: ['recall'] }) },
  { key: 'remove_contact_tags', input: (guide) => ({ ...withContact(guide), tags: ['recall'] }) },
  {
    key: 'bulk_update_contact_tags',
    input: (guide) => ({ type: 'add', contacts: [contactId(guide)], tags: ['newsletter'] }),
  },
  {
    key: 'get_contacts_by_business',
    input: async ({ run }) => ({ businessId: (await run('list_businesses', {})).id }),
    change: async (guide) => {
      const { id: businessId } = await guide.run('list_businesses', {});
      return guide.run('bulk_update_contact_business', { ids: [contactId(guide)], businessId });
    },
  },
  { key: 'create_contact_task', input: withContact },
  {
    key: 'get_contact_tasks',
    input: withContact,
    change: (guide) =>
      guide.run('create_contact_task', {
        ...withContact(guide),
        title: 'Second',
        dueDate: '2030-01-01T09:00:00Z',
      }),
  },
  {
    key: 'get_contact_task',
    input: withTask,
    change: (guide) => guide.run('update_contact_task', { ...withTask(guide), title: 'Changed' }),
  },
  {
    key: 'update_contact_task',
    input: (guide) => ({ ...withTask(guide), title: 'Call about the quote' }),
  },
  { key: 'complete_contact_task', input: withTask },
  {
    key: 'create_contact_note',
    input: (guide) => ({ ...withContact(guide), body: 'Hello {{contact.first_name}}' }),
  },
  {
    key: 'get_contact_notes',
    input: withContact,
    change: (guide) =>
      guide.run('create_contact_note', { ...withContact(guide), body: 'Another note' }),
  },
  {
    key: 'get_contact_note',
    input: withNote,
    change: (guide) => guide.run('update_contact_note', { ...withNote(guide), body: 'Changed' }),
  },
  {
    key: 'update_contact_note',
    input: (guide) => ({ ...withNote(guide), body: 'Prefers mornings' }),
  },
  { key: 'add_contact_to_campaign', input: withContact },
  { key: 'remove_contact_from_campaign', input: withContact },
  { key: 'remove_contact_from_all_campaigns', input: withContact },
  { key: 'delete_contact_note', input: withNote },
  { key: 'delete_contact_task', input: withTask },
];
