import { record } from '../lib/record.ts';
import { done } from './outcomes.ts';

/** The workflows of a sub-account (workflows.json, WorkflowSchema); the API does not give their steps (api#workflow-list). */
export const workflows = record({
  noun: 'workflow',
  many: 'workflows',
  changed: 'updatedAt',
  sample: {
    id: '78559bb3-b920-461e-b010-7b2a2816d2a9',
    name: 'New Patient Welcome',
    status: 'published',
    version: 2,
    locationId: 've9EPM428h8vShlRW1KT',
    createdAt: '2026-03-02T16:04:11.000Z',
    updatedAt: '2026-03-04T09:30:45.000Z',
  },
  labels: { locationId: 'Sub-Account ID' },
});

/** A contact that was added to a workflow or removed from it. */
export const workflowContact = done('contact', {
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  workflowId: '78559bb3-b920-461e-b010-7b2a2816d2a9',
});

/** The snapshots of an agency, its own and imported ones (snapshots.json, SnapshotsSchema). */
export const snapshots = record({
  noun: 'snapshot',
  many: 'snapshots',
  sample: { id: '1eM2UgkfaECOYyUdCo9P', name: 'Dental Practice', type: 'own' },
});
