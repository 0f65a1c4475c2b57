import { bySkip } from '../lib/polling/paging.ts';
import { type Context, record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';

const sample = {
  id: '65f1c0de8a3b2f0012ab35d0',
  name: 'Treatment Room 1',
  resourceType: 'rooms',
  description: 'Ground floor, with X-ray',
  isActive: true,
  capacity: 3,
  quantity: 1,
  outOfService: 0,
  calendarIds: ['CVokAlI8fgw4WYWoCtQz'],
  locationId: 've9EPM428h8vShlRW1KT',
};

const labels = {
  resourceType: 'Kind of Resource',
  outOfService: 'Out of Service',
  calendarIds: 'Service Calendar IDs',
  locationId: 'Sub-Account ID',
};

/** The documents show resources without an id, so the id of the request stands in if an answer has none. */
const complete = (records: JsonObject[], { input }: Context): JsonObject[] =>
  records.map(({ _id, ...raw }) => ({
    ...raw,
    id: raw.id ?? _id ?? input.id,
    calendarIds: raw.calendarIds ?? input.calendarIds ?? null,
  }));

const common = { noun: 'resource', sample, labels, complete } as const;

/** A room or a piece of equipment, without a wrapper (calendars.json, CalendarResourceByIdResponseDTO). */
export const resource = record(common);

/** The rooms or the equipment of a sub-account: the answer is the list itself. */
export const resources = record({ ...common, many: 'resources' });

/** `GET /calendars/resources/{resourceType}`. */
export const resourcePages = bySkip(50);
