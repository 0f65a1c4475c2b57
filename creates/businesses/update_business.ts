import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { businessBody } from '../../fields/businesses.ts';
import { text } from '../../fields/common.ts';
import { emptyTexts, fieldsToEmpty } from '../../fields/empty.ts';
import { businessId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { business } from '../../records/businesses.ts';

const input = zod.object({
  businessId,
  name: text('New Name').optional(),
  ...businessBody,
  clear: fieldsToEmpty(businessBody),
});

export default defineCreate({
  key: 'update_business',
  noun: 'Business',
  display: {
    label: 'Update Business',
    description: 'Changes a business. What you leave empty stays as it is.',
  },
  operation: create('PUT /businesses/{businessId}', {
    input,
    request: ({ clear, ...values }) => ({ ...emptyTexts(clear), ...values }),
    record: business,
  }),
});
