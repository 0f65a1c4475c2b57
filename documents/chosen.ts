import type { PlainInputField } from 'zapier-platform-core';
import type { Run } from '../lib/run.ts';
import type { Entry } from './digest.ts';
import { own } from './form.ts';

/** “Area” and “What to Do”, by the dropdowns that fill them. */
export const choiceFields = (areas: string, endpoints: string): PlainInputField[] => [
  {
    key: own.area,
    label: 'Area',
    required: true,
    dynamic: `${areas}.id.name`,
    altersDynamicFields: true,
    helpText: 'The part of HighLevel, as its documents call it.',
  },
  {
    key: own.endpoint,
    label: 'What to Do',
    required: true,
    dynamic: `${endpoints}.id.name`,
    altersDynamicFields: true,
    dependsOn: [own.area],
    helpText: 'The form below is made for what you choose here.',
  },
];

/** “Sub-Account”, if the connection is an agency’s and the endpoint works in one. */
export const subAccountOf = (
  { isAgency }: Run,
  { token, fromConnection = {} }: Entry,
): PlainInputField[] => {
  const isUsed = Object.values(fromConnection).includes('locationId');
  if (!isAgency || token === 'agency' || (token === 'either' && !isUsed)) return [];
  return [
    {
      key: 'locationId',
      label: 'Sub-Account',
      required: true,
      dynamic: 'list_sub_accounts.id.name',
      altersDynamicFields: true,
      helpText: 'The sub-account to work in.',
    },
  ];
};
