import { messages } from '../seed/messages.ts';
import { opportunities } from '../seed/opportunities.ts';
import type { Happened, WorkflowStart } from '../state/hooks.ts';
import type { Location } from '../state/state.ts';

type Json = Record<string, unknown>;

/** A request that was answered with a success. */
export type Done = { method: string; path: string; sent: Json; answer: Json; location: Location };

type Found = { contactId: unknown; id?: unknown } | undefined;

const record = (answer: Json, name: string): Json => (answer[name] ?? answer) as Json;

const stageMoved = ({ location, path, answer }: Done): Found => {
  const id = record(answer, 'opportunity').id ?? path.split('/')[2];
  const found = opportunities(location).get(String(id));
  // Only a write that moves it sets both at the same moment.
  return found && found.lastStageChangeAt === found.updatedAt
    ? { contactId: found.contactId, id: found.id }
    : undefined;
};

const appointment = ({ answer }: Done): Found => {
  const { id, contactId } = record(answer, 'appointment');
  return { contactId, id };
};

/** What a request starts: method and path, the workflow’s trigger, and whom it is about. */
const starts: [RegExp, WorkflowStart, (done: Done) => Found][] = [
  [
    /^POST \/contacts\/$/,
    'Contact Created',
    ({ answer }) => ({ contactId: record(answer, 'contact').id }),
  ],
  [
    /^POST \/contacts\/upsert$/,
    'Contact Created',
    ({ answer }) => (answer.new ? { contactId: record(answer, 'contact').id } : undefined),
  ],
  [
    /^(POST|DELETE) \/contacts\/[^/]+\/tags$/,
    'Contact Tag',
    ({ path }) => ({ contactId: path.split('/')[2] }),
  ],
  [
    /^PUT \/contacts\/[^/]+$/,
    'Contact Tag',
    ({ path, sent }) => ('tags' in sent ? { contactId: path.split('/')[2] } : undefined),
  ],
  [/^PUT \/opportunities\/[^/]+$/, 'Pipeline Stage Changed', stageMoved],
  [
    /^POST \/conversations\/messages\/inbound$/,
    'Customer Replied',
    ({ location, answer: { messageId } }) => {
      const message = messages(location).get(String(messageId));
      return message && { contactId: message.contactId, id: message.id };
    },
  ],
  [/^POST \/calendars\/events\/appointments$/, 'Appointment Status', appointment],
  [/^PUT \/calendars\/events\/appointments\/[^/]+$/, 'Appointment Status', appointment],
];

/** What a request has started. */
export const startedBy = (done: Done): Happened[] =>
  starts.flatMap(([pattern, start, find]) => {
    if (!pattern.test(`${done.method} ${done.path}`)) return [];
    const found = find(done);
    if (!found?.contactId) return [];
    return [
      {
        start,
        locationId: done.location.id,
        contactId: String(found.contactId),
        ...(found.id ? { id: String(found.id) } : {}),
      },
    ];
  });
