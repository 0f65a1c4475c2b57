import { listIn } from '../../lib/api/answers.ts';
import type { Step } from '../../lib/operations.ts';
import { refuse } from '../../lib/zapier.ts';
import { workflows } from '../../records/workflows.ts';

const listRoute = 'GET /workflows/';

/** HighLevel answers 200 to an enrollment in a draft, but does not enroll the contact (api#draft-workflows). */
export const refuseDraft: Step<{ locationId: string; workflowId: string }> = {
  routes: [listRoute],
  before: async (run, { locationId, workflowId }) => {
    const list = listIn(await run.call(listRoute, { locationId }), workflows);
    const draft = list.find(({ id, status }) => String(id) === workflowId && status === 'draft');
    if (!draft) return undefined;
    return refuse(
      `The workflow “${draft.name}” is a draft. HighLevel does not add contacts to drafts. Publish the workflow in HighLevel, then run this step again.`,
    );
  },
};
