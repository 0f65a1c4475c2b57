import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, text } from '../../fields/common.ts';
import { contactId, pipelineId, pipelineStageId, userId } from '../../fields/ids.ts';
import { listIn, recordIn } from '../../lib/api/answers.ts';
import { newFirst } from '../../lib/newRecords.ts';
import { search } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { hasAll } from '../../lib/texts.ts';
import type { JsonObject } from '../../lib/values.ts';
import { opportunities, opportunity, opportunityStatuses } from '../../records/opportunities.ts';
import { opportunitySearchPages, searchFor } from '../../records/opportunityPages.ts';
import { assertStage } from '../../records/pipelines.ts';

const input = zod.object({
  locationId,
  contactId: contactId.optional(),
  pipelineId: pipelineId.optional(),
  pipelineStageId: pipelineStageId.optional(),
  status: choice('Status', { all: 'Any status', ...opportunityStatuses }).default('all'),
  name: text('Name', 'The whole name, as it is written in the opportunity.').optional(),
  assignedTo: userId.meta({ label: 'Assigned User' }).optional(),
});

type Values = zod.output<typeof input>;

const anyStatus = (status: string) => (status === 'all' ? undefined : status);

const asked = (values: Values) => ({
  contact_id: values.contactId,
  pipeline_id: values.pipelineId,
  pipeline_stage_id: values.pipelineStageId,
  status: anyStatus(values.status),
  name: values.name,
  assigned_to: values.assignedTo,
});

const route = 'POST /opportunities/search';
const readRoute = 'GET /opportunities/{id}';

// The search lags: what was made within a minute is read one by one (api#search-index-lag).
const send = async (run: Run, body: JsonObject) =>
  body.page === 1
    ? {
        opportunities: await newFirst(run.cache, 'opportunity', {
          read: async (id) => recordIn(await run.call(readRoute, { id }), opportunity),
          search: async () => listIn(await run.call(route, body), opportunities),
        }),
      }
    : run.call(route, body);

export default defineSearch({
  key: 'find_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Find Opportunity',
    description:
      'Finds the newest opportunity that matches, for example the open one of a contact.',
  },
  operation: search(route, {
    input,
    request: async (values, run) => {
      await assertStage(run, values.pipelineId, values.pipelineStageId);
      return searchFor(values.locationId, asked(values));
    },
    record: opportunities,
    send,
    routes: [readRoute],
    paging: opportunitySearchPages,
    matches: (found, { locationId: _, status, ...values }) =>
      hasAll(found, { ...values, status: anyStatus(status) }),
  }),
});
