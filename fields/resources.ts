import * as zod from 'zod';
import { choice, integer, longText, text } from './common.ts';
import { calendarId, resourceId } from './ids.ts';

/** Rooms or equipment (calendars.json, resourceType). */
export const resourceType = choice('Kind of Resource', {
  rooms: 'Rooms',
  equipments: 'Equipment',
}).meta({
  altersDynamicFields: true,
  helpText: 'HighLevel has deprecated these resources. Its services replace them.',
});

/** Which resource, by its kind. */
export const resourceOfKind = { resourceType, id: resourceId };

/** What create and update of a resource have in common (calendars.json, CreateCalendarResourceDTO). */
export const resourceBody = {
  name: text('Name'),
  description: longText('Description'),
  calendarIds: zod.array(calendarId).max(100, 'can have at most 100 calendars').meta({
    label: 'Service Calendars',
    helpText: 'A room can belong to several calendars, a piece of equipment only to one.',
  }),
  quantity: integer('Quantity', 'Only for equipment. How many pieces there are.').min(0),
  outOfService: integer(
    'Out of Service',
    'Only for equipment. How many pieces cannot be used.',
  ).min(0),
  capacity: integer('Capacity', 'Only for rooms. How many people the room holds.').min(0),
};

interface Body {
  resourceType: string;
  calendarIds?: string[] | undefined;
}

/** Whether the calendars fit the kind of resource; for `.refine`. */
export const fewEnough = ({ resourceType: kind, calendarIds = [] }: Body) =>
  kind === 'rooms' || calendarIds.length <= 1;

/** What to say when they do not. */
export const tooMany = 'Equipment can belong to only one service calendar. Choose one.';
