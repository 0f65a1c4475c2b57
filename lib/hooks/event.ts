import type { JsonObject } from '../values.ts';

/** What a post can hold besides the contact. */
export type Part =
  | 'appointment'
  | 'opportunity'
  | 'message'
  | 'payment'
  | 'invoice'
  | 'order'
  | 'form'
  | 'note'
  | 'task';

/** Something that happened in HighLevel, read from a post. */
export interface HookEvent {
  /** The workflow actions “Webhook” and “Custom Webhook”, the webhooks of an app, or something else. */
  source: 'workflow' | 'app' | 'other';
  /** What happened, which only app webhooks say: `ContactTagUpdate`. */
  type?: string | undefined;
  /** Stays the same if it is sent again; only app webhooks have it. */
  id?: string | undefined;
  /** The sub-accounts that it concerns, nearly always one; none if it does not say. */
  locationIds: string[];
  /** The agency, which only app webhooks name. */
  companyId?: string | undefined;
  /** The events of a post that is a list. */
  listed?: HookEvent[];
  /** The contact with its parts, under the keys of the API. */
  record: JsonObject;
  /** What has no key of its own: custom fields under their labels, and whatever else there is. */
  others: JsonObject;
}

/** The parts that an event holds. */
export const partsOf = ({ record }: Pick<HookEvent, 'record'>): Part[] =>
  allParts.filter((part) => record[part] !== undefined);

const allParts: Part[] = [
  'appointment',
  'opportunity',
  'message',
  'payment',
  'invoice',
  'order',
  'form',
  'note',
  'task',
];
