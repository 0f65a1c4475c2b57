import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { inSubAccount, nameToFind } from '../../fields/find.ts';
import { search } from '../../lib/operations.ts';
import { fitsText } from '../../lib/texts.ts';
import { workflows } from '../../records/workflows.ts';

const input = zod.object({
  locationId,
  name: nameToFind('Name'),
  status: choice('Status', { published: 'Published', draft: 'Draft' }).optional(),
});

export default defineSearch({
  key: 'find_workflow',
  noun: 'Workflow',
  display: { label: 'Find Workflow', description: 'Finds a workflow by its name.' },
  operation: search('GET /workflows/', {
    input,
    request: inSubAccount,
    record: workflows,
    matches: (workflow, { name, status }) =>
      fitsText(workflow.name, name) && fitsText(workflow.status, status),
  }),
});
