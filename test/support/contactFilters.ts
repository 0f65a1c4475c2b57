import searchContacts from '../../triggers/contacts/search_contacts.ts';
import { highlevel } from './api.ts';
import { poll } from './run.ts';

const sample = { meta: { isLoadingSample: true } };

const definitions = [
  { id: 'f1', name: 'Insurer', dataType: 'TEXT' },
  { id: 'num', name: 'Visits', dataType: 'NUMERICAL' },
  { id: 'day', name: 'Recall', dataType: 'DATE' },
  { id: 'one', name: 'Plan', dataType: 'SINGLE_OPTIONS', picklistOptions: ['Basic', 'Plus'] },
  { id: 'many', name: 'Wishes', dataType: 'CHECKBOX', picklistOptions: ['White'] },
  {
    id: 'boxes',
    name: 'Kids',
    dataType: 'TEXTBOX_LIST',
    picklistOptions: [{ id: 'b1', label: 'First' }],
  },
  { id: 'file', name: 'Card', dataType: 'FILE_UPLOAD' },
];

/** The filters that “Search Contacts” sends for what is filled in. */
export const sentFor = async (
  filters: object[],
  more: { match?: string; timezone?: string } = {},
) => {
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .optionally()
    .reply(200, { customFields: definitions });
  const users = [
    { id: 'u1', name: 'Ada Byron', email: 'ada@example.com' },
    { id: 'u2', name: 'Ben', email: 'ben@example.com' },
    { id: 'u3', name: 'Ben', email: 'ben2@example.com' },
  ];
  highlevel().get('/users/?locationId=loc1').optionally().times(2).reply(200, { users });
  const workflows = [{ id: 'w1', name: 'Welcome' }];
  highlevel().get('/workflows/?locationId=loc1').optionally().times(2).reply(200, { workflows });
  const pipelines = [
    {
      id: 'p1',
      name: 'Sales',
      stages: [
        { id: 's1', name: 'New' },
        { id: 's2', name: 'Lost' },
      ],
    },
    { id: 'p2', name: 'Care', stages: [{ id: 's3', name: 'New' }] },
  ];
  highlevel()
    .get('/opportunities/pipelines?locationId=loc1')
    .optionally()
    .times(4)
    .reply(200, { pipelines });
  const sent: { filters?: unknown }[] = [];
  highlevel()
    .post('/contacts/search', (asked) => sent.push(asked) > 0)
    .optionally()
    .reply(200, { contacts: [] });
  const { timezone, ...inputs } = more;
  const meta = { ...sample.meta, ...(timezone ? { timezone } : {}) };
  await poll(searchContacts, { ...inputs, filters }, { meta });
  return sent[0]?.filters;
};
