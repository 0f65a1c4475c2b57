import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, note } from '../../fields/common.ts';
import { poll } from '../../lib/operation.ts';
import { company } from '../../records/companies.ts';

const input = zod.object({
  companyId,
  about: note('This watches the agency that is connected; it needs an agency connection.'),
});

export default defineTrigger({
  key: 'get_company',
  noun: 'Company',
  display: {
    label: 'Get Company',
    description: 'Triggers when the details of the connected agency change.',
  },
  operation: poll('GET /companies/{companyId}', input, company),
});
