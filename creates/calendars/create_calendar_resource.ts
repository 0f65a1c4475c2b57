import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { fewEnough, resourceBody, resourceType, tooMany } from '../../fields/resources.ts';
import { create } from '../../lib/operations.ts';
import { resource } from '../../records/resources.ts';

const input = zod
  .object({
    locationId,
    resourceType,
    ...resourceBody,
    quantity: resourceBody.quantity.default(1),
    outOfService: resourceBody.outOfService.default(0),
    capacity: resourceBody.capacity.default(1),
  })
  .refine(fewEnough, tooMany);

export default defineCreate({
  key: 'create_calendar_resource',
  noun: 'Resource',
  display: {
    label: 'Create Calendar Resource',
    description: 'Adds a room or a piece of equipment that appointments can use.',
  },
  operation: create('POST /calendars/resources/{resourceType}', { input, record: resource }),
});
