import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';

export default defineTrigger({
  key: 'list_form_choices',
  noun: 'Form',
  display: {
    label: 'List Form Choices',
    description: 'Fills the dropdown of forms.',
    hidden: true,
  },
  operation: choices('GET /forms/', {
    input: zod.object({ locationId }),
    list: 'forms',
    paging: bySkip(50),
  }),
});
