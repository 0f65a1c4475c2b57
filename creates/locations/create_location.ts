import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, text } from '../../fields/common.ts';
import { snapshotId } from '../../fields/ids.ts';
import { locationBody } from '../../fields/locations.ts';
import { create } from '../../lib/operations.ts';
import { writtenLocation } from '../../records/locations.ts';

const input = zod.object({
  companyId,
  name: text(
    'Name',
    'This needs an agency connection. HighLevel offers it only on its Agency Pro plan.',
  ),
  snapshotId: snapshotId
    .meta({
      helpText: 'What the new sub-account starts with: calendars, workflows, funnels and more.',
    })
    .optional(),
  ...locationBody,
});

export default defineCreate({
  key: 'create_location',
  noun: 'Location',
  display: { label: 'Create Location', description: 'Creates a new sub-account in an agency.' },
  operation: create('POST /locations/', { input, record: writtenLocation }),
});
