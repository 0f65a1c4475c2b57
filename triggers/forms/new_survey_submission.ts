import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { surveySubmissions } from '../../records/submissions.ts';
import { newSubmissions } from './submissionEvents.ts';

const input = zod.object({
  locationId,
  surveyId: chosen(
    'Survey',
    'list_survey_choices.id.name',
    'Leave empty for all surveys.',
  ).optional(),
});

const route = 'GET /surveys/submissions';

export default defineTrigger({
  key: 'new_survey_submission',
  noun: 'Submission',
  display: {
    label: 'New Survey Submission',
    description: 'Triggers when somebody submits a survey.',
  },
  operation: trigger(route, { input, ...newSubmissions(route, surveySubmissions) }),
});
