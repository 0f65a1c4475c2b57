import type { Create } from 'zapier-platform-core';
import { creates } from '../../creates/index.ts';
import { outcomeOf } from '../../lib/operations/lookAgain.ts';

const decided = Object.values(creates)
  .flat()
  .map(({ key, operation }: Create): [key: string, outcome: ReturnType<typeof outcomeOf>] => [
    key,
    outcomeOf(operation as { perform: object }),
  ]);

const keysOf = (wanted: (outcome: ReturnType<typeof outcomeOf>) => boolean): string[] =>
  decided
    .filter(([, outcome]) => wanted(outcome))
    .map(([key]) => key)
    .sort();

test('what creates looks for its record after a failure, if a read can tell', () => {
  const looked = decided.filter(([, outcome]) => typeof outcome === 'object');
  expect(Object.fromEntries(looked)).toEqual({
    create_and_send_invoice: { route: 'GET /invoices/' },
    create_appointment: { route: 'GET /calendars/events' },
    create_appointment_note: { route: 'GET /calendars/appointments/{appointmentId}/notes' },
    create_association: { route: 'GET /associations/key/{key_name}' },
    create_block_slot: { route: 'GET /calendars/blocked-slots' },
    create_blog_post: { route: 'GET /blogs/posts/all' },
    create_business: { route: 'GET /businesses/' },
    create_calendar_group: { route: 'GET /calendars/groups' },
    create_contact: { route: 'GET /contacts/search/duplicate' },
    create_contact_note: { route: 'GET /contacts/{contactId}/notes' },
    create_contact_task: { route: 'GET /contacts/{contactId}/tasks' },
    create_custom_field: { route: 'GET /locations/{locationId}/customFields' },
    create_opportunity: { route: 'GET /opportunities/search' },
    create_product: { route: 'GET /products/' },
    create_relation: { route: 'GET /associations/relations/{recordId}' },
    create_service_booking: { route: 'GET /calendars/services/bookings' },
    create_tag: { route: 'GET /locations/{locationId}/tags' },
    create_trigger_link: { route: 'GET /links/' },
    create_user: { route: 'GET /users/search' },
    upload_file_to_custom_field: { route: 'GET /contacts/{contactId}' },
    upsert_opportunity: { route: 'GET /opportunities/search' },
  });
});

test('of the others that create nobody can tell: no list shows them, or it shows no date', () => {
  expect(keysOf((outcome) => outcome === 'unknown')).toEqual([
    'add_contact_to_campaign',
    'add_contact_to_workflow',
    'add_inbound_message',
    'create_calendar',
    'create_calendar_notification',
    'create_calendar_resource',
    'create_custom_object_record',
    'create_location',
    'create_social_post',
    'record_payment',
    'send_email',
    'send_message',
    'send_sms',
    'send_whatsapp',
    'upload_media',
  ]);
});

test('all other actions make the same state when they are sent again', () => {
  const repeatable = keysOf((outcome) => outcome === 'repeatable');
  expect(repeatable).toEqual(
    expect.arrayContaining(['add_contact_tags', 'delete_contact', 'upsert_contact']),
  );
  // A contact has one conversation, which a replay finds.
  expect(repeatable.filter((key) => key.startsWith('create_'))).toEqual(['create_conversation']);
});
