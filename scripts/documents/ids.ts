/** Which dropdown fills an ID: the app’s own where it has the word, else the list that the documents have for it. */
import { listKey } from '../../documents/listKey.ts';
import { idWordFor } from './idWords.ts';
import type { Documented } from './openApi.ts';

/** IDs by name → the dropdown of the app (fields/ids.ts). */
const own: Record<string, string> = {
  contactId: 'list_contact_choices.id.name',
  contactIds: 'list_contact_choices.id.name',
  calendarId: 'list_calendars.id.name',
  calendarIds: 'list_calendars.id.name',
  groupId: 'list_calendar_groups.id.name',
  userId: 'list_user_choices.id.name',
  userIds: 'list_user_choices.id.name',
  assignedTo: 'list_user_choices.id.name',
  assignedUserId: 'list_user_choices.id.name',
  assignedUserIds: 'list_user_choices.id.name',
  pipelineId: 'list_pipelines.id.name',
  pipelineStageId: 'list_pipeline_stages.id.name',
  opportunityId: 'list_opportunity_choices.id.name',
  workflowId: 'list_workflow_choices.id.name',
  businessId: 'list_businesses.id.name',
  conversationId: 'list_conversation_choices.id.name',
  messageId: 'list_message_choices.id.name',
  associationId: 'find_associations.id.name',
  blogId: 'list_blogs.id.name',
  snapshotId: 'list_snapshot_choices.id.name',
  timezone: 'list_timezones.id.name',
  timeZone: 'list_timezones.id.name',
  country: 'list_countries.id.name',
  schemaKey: 'list_object_choices.id.name',
  objectKey: 'list_object_choices.id.name',
};

/** Names that mean something else in a family: a campaign of ads is none of workflows. */
const ownIn: Record<string, Record<string, string>> = {
  campaigns: { campaignId: 'list_campaigns.id.name' },
  contacts: { campaignId: 'list_campaigns.id.name' },
};

const withoutSlash = (path: string): string => path.replace(/\/$/, '');

/** The lists by which the path of a single record begins: `GET /invoices/` for `/invoices/{invoiceId}`. */
export class Lists {
  readonly #byPath = new Map<string, string>();
  readonly #byName = new Map<string, Set<string>>();

  constructor(all: Documented[]) {
    for (const { route } of all) {
      const [method, path = ''] = route.split(' ');
      if (method === 'GET' && !path.endsWith('}')) this.#byPath.set(withoutSlash(path), route);
    }
    for (const { route } of all) {
      const path = route.split(' ')[1] ?? '';
      for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
        const list = this.before(path, name);
        if (!list || name === 'id') continue;
        const known = this.#byName.get(name) ?? new Set();
        this.#byName.set(name, known.add(list));
      }
    }
  }

  /** The list before a value of a path. */
  before(path: string, name: string): string | undefined {
    const at = path.indexOf(`{${name}}`);
    const start = withoutSlash(path.slice(0, at));
    return ['', '/list', '/search', '/all']
      .map((end) => this.#byPath.get(`${start}${end}`))
      .find(Boolean);
  }

  /** The one list for IDs of a name; undefined if several could be meant. */
  named(name: string): string | undefined {
    const known = [...(this.#byName.get(name.replace(/s$/, '')) ?? [])];
    return known.length === 1 ? known[0] : undefined;
  }
}

/** A list as a dropdown; `GET /accounts#oauthId` is chosen by another ID than that of its records. */
const dropdownFrom = (source: string): { dynamic: string; list?: string } => {
  if (!source.startsWith('GET ')) return { dynamic: `${source}.id.name` };
  const [list = '', id = 'id'] = source.split('#');
  return { dynamic: `${listKey(list)}.${id}.name`, list };
};

/** The dropdown for an ID of an endpoint: `trigger.id.name`; undefined if nothing lists it. */
export const dropdownOf = (
  { route, family }: Documented,
  { name, section = '' }: { name: string; section?: string },
  lists: Lists,
): { dynamic: string; list?: string } | undefined => {
  const known = ownIn[family]?.[name] ?? own[name];
  if (known) return { dynamic: known };
  // `contactDetails.id`: the section says whose ID it is.
  const whose = /^(contact|user|calendar|product|opportunity|business)/i.exec(section)?.[1];
  if (name === 'id' && whose)
    return dropdownOf({ route, family } as Documented, { name: `${whose.toLowerCase()}Id` }, lists);
  if (!/(^_?id|Ids?)$/.test(name)) return undefined;
  const path = route.split(' ')[1] ?? '';
  const list =
    idWordFor(path, [section, name].filter(Boolean).join('.')) ??
    (path.includes(`{${name}}`) ? lists.before(path, name) : lists.named(name));
  return list ? dropdownFrom(list) : undefined;
};
