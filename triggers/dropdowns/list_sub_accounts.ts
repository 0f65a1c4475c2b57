import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import { installedRoute, readSubAccounts, searchRoute } from './subAccounts.ts';

export default defineTrigger({
  key: 'list_sub_accounts',
  noun: 'Location',
  display: {
    label: 'List Sub Accounts',
    description: 'Fills the dropdown of sub-accounts in which the app is installed.',
    hidden: true,
  },
  operation: choicesFrom([installedRoute, searchRoute], readSubAccounts, { canPaginate: true }),
});
