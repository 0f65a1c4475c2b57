import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { fewEnough, resourceBody, resourceOfKind, tooMany } from '../../fields/resources.ts';
import { create } from '../../lib/operations.ts';
import { resource } from '../../records/resources.ts';

const input = zod
  .object({
    locationId,
    ...resourceOfKind,
    ...zod.object(resourceBody).partial().shape,
    isActive: yesNo('Is Active').optional(),
  })
  .refine(fewEnough, tooMany);

export default defineCreate({
  key: 'update_calendar_resource',
  noun: 'Resource',
  display: {
    label: 'Update Calendar Resource',
    description: 'Changes a room or a piece of equipment. What you leave empty stays as it is.',
  },
  operation: create('PUT /calendars/resources/{resourceType}/{id}', { input, record: resource }),
});
