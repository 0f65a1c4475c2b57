import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { formId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { formSubmissions } from '../../records/submissions.ts';
import { newSubmissions } from './submissionEvents.ts';

const input = zod.object({
  locationId,
  formId: formId
    .meta({
      helpText:
        'Leave empty for all forms. HighLevel does not list what comes through two-step order forms.',
    })
    .optional(),
});

const route = 'GET /forms/submissions';

export default defineTrigger({
  key: 'new_form_submission',
  noun: 'Submission',
  display: {
    label: 'New Form Submission',
    description: 'Triggers when somebody submits a form.',
  },
  operation: trigger(route, { input, ...newSubmissions(route, formSubmissions) }),
});
