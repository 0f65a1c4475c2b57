import { endpointOf } from '../lib/api/endpoints.ts';
import { routesOf } from '../lib/perform.ts';
import { searches } from '../searches/index.ts';
import { fillIn, inSubAccount } from '../tour/form.ts';
import type { Input } from '../tour/station.ts';
import { type LocalZapier, messageOf } from '../tour/zapier.ts';
import { triggers } from '../triggers/index.ts';
import { Stopped } from './stopped.ts';

/** What reading with one operation came to. */
export interface Read {
  key: string;
  /** Records that came; undefined if it was not run. */
  records?: number;
  /** Why it was not run, or the sentence that the app said. */
  problem?: string;
}

/** A member of the first record that has it, out of what another operation reads. */
type First = (key: string, member: string, input?: Input) => Promise<unknown>;

const withCalendar = async (first: First): Promise<Input> => {
  const id = await first('list_calendars', 'id');
  return { calendarId: id, listCalendarId: id };
};

const withOneCalendar = async (first: First): Promise<Input> => ({
  calendarId: await first('list_calendars', 'id'),
});

const withConversation =
  (lastMessageType?: string) =>
  async (first: First): Promise<Input> => ({
    conversationId: await first(
      'search_conversations',
      'id',
      lastMessageType ? { lastMessageType } : {},
    ),
  });

const withCall = withConversation('TYPE_CALL');

/** Some contact: the lists of contacts stand in for each other. */
const withContact = async (first: First): Promise<Input> => ({
  contactId: await first('search_contacts', 'id').catch(() => first('list_contacts', 'id')),
});

const withEmail = async (first: First): Promise<Input> => ({
  email: await first('search_contacts', 'email').catch(() => first('list_contacts', 'email')),
});

/** What a form cannot fill in by its dropdowns. */
const inputs: Record<string, (first: First) => Promise<Input> | Input> = {
  get_contact: withContact,
  get_contact_appointments: withContact,
  get_contact_tasks: withContact,
  get_contact_task: withContact,
  get_contact_notes: withContact,
  get_contact_note: withContact,
  get_duplicate_contact: withEmail,
  find_contact: withEmail,
  list_calendar_events: withCalendar,
  list_blocked_slots: withCalendar,
  appointment_booked: withOneCalendar,
  appointment_changed: withOneCalendar,
  appointment_starting_soon: withOneCalendar,
  find_appointment: withOneCalendar,
  find_appointment_by_id: withCalendar,
  find_messages: withContact,
  find_message_by_id: withConversation(),
  find_email_by_id: withConversation('TYPE_EMAIL'),
  find_call_recording: withCall,
  find_call_transcription: withCall,
  find_call_transcription_file: withCall,
  find_relations: () => ({ objectKey: 'contact' }),
  get_appointment: withCalendar,
  list_appointment_notes: withCalendar,
  get_email: withConversation('TYPE_EMAIL'),
  get_message: withConversation(),
  get_message_recording: withCall,
  get_message_transcription: withCall,
  download_message_transcription: withCall,
  get_record_relations: () => ({ objectKey: 'contact' }),
  filter_users_by_email: async (first) => ({ emails: [await first('search_users', 'email')] }),
  check_blog_slug: () => ({ urlSlug: 'live-check-of-the-zapier-app' }),
};

/** Every operation that reads and that a kind of connection may call. */
const readsFor = ({ locationId, privateToken }: Record<string, string>): string[] => {
  const closed = locationId ? 'agency' : privateToken ? 'sub-account' : undefined;
  return [triggers, searches]
    .flatMap((catalog) => Object.values(catalog).flat())
    .filter(({ display, operation }) => {
      const [route] = routesOf(operation);
      return !display.hidden && route && endpointOf(route).token !== closed;
    })
    .map(({ key }) => key);
};

interface Options {
  /** The sub-account in which an agency's connection works; the first one without it. */
  locationId?: string | undefined;
  /** Hears of each read as it ends. */
  tell?: (read: Read) => void;
  mayGoOn?: () => boolean;
}

/** What an agency's connection fills in as “Sub-Account”. */
const locationFor = async (zapier: LocalZapier, locationId?: string): Promise<Input> => {
  if (zapier.authData.locationId || zapier.authData.privateToken) return {};
  if (locationId) return { locationId };
  const [choice] = await zapier.choices('list_sub_accounts.id.name');
  return { locationId: choice?.value };
};

/** Reads with every operation, each filled in as a person would: the first choice of every dropdown. */
export const readAll = async (
  zapier: LocalZapier,
  { locationId, tell = () => undefined, mayGoOn = () => true }: Options = {},
): Promise<{ reads: Read[]; location: string }> => {
  const location = await locationFor(zapier, locationId);
  const read = async (key: string, given: Input): Promise<Record<string, unknown>[]> => {
    const input = await fillIn(zapier, key, await inSubAccount(zapier, key, location, given));
    return zapier.run(key, input, { isLoadingSample: true });
  };
  // What several operations start from is read for the first of them.
  const sources = new Map<string, ReturnType<typeof read>>();
  const first: First = async (key, member, input = {}) => {
    const source = JSON.stringify([key, input]);
    const records = sources.get(source) ?? read(key, input);
    sources.set(source, records);
    const found = (await records).find((one) => one[member]);
    if (!found) throw new Error(`There is nothing to read: ${key} gives no ${member}.`);
    return found[member];
  };
  const done: Read[] = [];
  for (const key of readsFor(zapier.authData)) {
    if (!mayGoOn()) throw new Stopped();
    const one = await Promise.resolve(inputs[key]?.(first) ?? {})
      .then((given) => read(key, given))
      .then(
        (records): Read => ({ key, records: records.length }),
        (error: unknown): Read => ({ key, problem: messageOf(error) }),
      );
    done.push(one);
    tell(one);
  }
  return { reads: done, location: String(zapier.authData.locationId || location.locationId || '') };
};
