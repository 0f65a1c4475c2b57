import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, note } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { company } from '../../records/companies.ts';

const input = zod.object({
  companyId,
  about: note('This watches the connected agency. It needs an agency connection.'),
});

export default defineTrigger({
  key: 'get_company',
  noun: 'Company',
  display: {
    label: 'Get Company',
    description: 'Triggers when the details of the connected agency change.',
  },
  operation: trigger('GET /companies/{companyId}', { input, record: company }),
});
