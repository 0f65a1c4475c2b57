import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';

// HighLevel's client ids start with the app's own id: “<app id>-<suffix>”.
const readAppId = () => process.env.CLIENT_ID?.split('-')[0] ?? '';

export default defineTrigger({
  key: 'list_sub_accounts',
  noun: 'Location',
  display: {
    label: 'List Sub Accounts',
    description: 'Fills the dropdown of sub-accounts in which the app is installed.',
    hidden: true,
  },
  operation: choices('GET /oauth/installedLocations', {
    input: zod.object({ companyId }),
    request: (values) => ({ ...values, appId: readAppId(), isInstalled: true }),
    list: 'locations',
    name: ({ name }) => name,
    paging: bySkip(100),
  }),
});
