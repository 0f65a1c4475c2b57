import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';

export default defineTrigger({
  key: 'list_survey_choices',
  noun: 'Survey',
  display: {
    label: 'List Survey Choices',
    description: 'Fills the dropdown of surveys.',
    hidden: true,
  },
  operation: choices('GET /surveys/', {
    input: zod.object({ locationId }),
    list: 'surveys',
    paging: bySkip(50),
  }),
});
