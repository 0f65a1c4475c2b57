import { highlevel } from '../../support/api.ts';
import { sentFor } from '../../support/contactFilters.ts';

const range = (field: string, value: object) => ({ field, operator: 'range', value });
const [dayStart, dayEnd] = [Date.UTC(2026, 2, 31), Date.UTC(2026, 3, 1) - 1];

test.each<[object, object]>([
  [
    { field: 'email', operator: 'eq', value: ' Maria@Example.com ' },
    { field: 'email', operator: 'eq', value: 'maria@example.com' },
  ],
  [
    { field: 'phone', operator: 'eq', value: '+1 (646) 200-0001' },
    { field: 'phone', operator: 'eq', value: '+16462000001' },
  ],
  [
    { field: 'phone', operator: 'not_eq', value: '0041 79 555 01 34' },
    { field: 'phone', operator: 'not_eq', value: '+41795550134' },
  ],
  [
    { field: 'phone', operator: 'contains', value: '646 200' },
    { field: 'phone', operator: 'contains', value: '646200' },
  ],
  [
    { field: 'tags', operator: 'eq', value: ' VIP ' },
    { field: 'tags', operator: 'eq', value: 'vip' },
  ],
  [
    { field: 'city', operator: 'contains', value: ' Zug ' },
    { field: 'city', operator: 'contains', value: 'Zug' },
  ],
  [
    { field: 'country', operator: 'eq', value: 'germany' },
    { field: 'country', operator: 'eq', value: 'DE' },
  ],
  [
    { field: 'country', operator: 'eq', value: 'de' },
    { field: 'country', operator: 'eq', value: 'DE' },
  ],
  [
    { field: 'assignedTo', operator: 'eq', value: 'ada byron' },
    { field: 'assignedTo', operator: 'eq', value: 'u1' },
  ],
  [
    { field: 'followers', operator: 'eq', value: 'BEN@example.com' },
    { field: 'followers', operator: 'eq', value: 'u2' },
  ],
  [
    { field: 'assignedTo', operator: 'eq', value: 'GCs5KuzPqTls7vWclkEV' },
    { field: 'assignedTo', operator: 'eq', value: 'GCs5KuzPqTls7vWclkEV' },
  ],
  [
    { field: 'activeWorkflows', operator: 'eq', value: 'welcome' },
    { field: 'activeWorkflows', operator: 'eq', value: 'w1' },
  ],
  [
    { field: 'finishedWorkflows', operator: 'not_exists' },
    { field: 'finishedWorkflows', operator: 'not_exists' },
  ],
  // Numbers as numbers, days as moments, a range with its ends in order.
  [
    { field: 'customFields.num', operator: 'eq', value: '1,234' },
    { field: 'customFields.num', operator: 'eq', value: 1234 },
  ],
  [
    { field: 'customFields.num', operator: 'gte', value: '7' },
    range('customFields.num', { gte: 7 }),
  ],
  [
    { field: 'customFields.num', operator: 'between', value: '9', to: '7' },
    range('customFields.num', { gte: 7, lte: 9 }),
  ],
  [
    { field: 'customFields.day', operator: 'eq', value: '2026-03-31' },
    range('customFields.day', { gte: dayStart, lte: dayEnd }),
  ],
  [
    { field: 'customFields.day', operator: 'lte', value: '2026-03-31T09:00:00-05:00' },
    range('customFields.day', { lte: dayEnd }),
  ],
  [
    { field: 'dateAdded', operator: 'between', value: '2026-03-31', to: '2026-03-30' },
    range('dateAdded', { gte: dayStart - 86_400_000, lte: dayEnd }),
  ],
  [
    { field: 'dateAdded', operator: 'not_eq', value: '2026-03-31' },
    {
      group: 'OR',
      filters: [
        range('dateAdded', { lt: dayStart }),
        range('dateAdded', { gt: dayEnd }),
        { field: 'dateAdded', operator: 'not_exists' },
      ],
    },
  ],
  [
    { field: 'dateAdded', operator: 'eq', value: '2026-03-31 10:30' },
    range('dateAdded', {
      gte: Date.UTC(2026, 2, 31, 10, 30),
      lte: Date.UTC(2026, 2, 31, 10, 31) - 1,
    }),
  ],
  [
    { field: 'customFields.one', operator: 'eq', value: 'plus' },
    { field: 'customFields.one', operator: 'eq', value: 'Plus' },
  ],
  [
    { field: 'customFields.boxes.b1', operator: 'contains', value: 'Ada' },
    { field: 'customFields.boxes.b1', operator: 'contains', value: 'Ada' },
  ],
  [
    { field: 'opportunities.status', operator: 'eq', value: 'Won' },
    {
      field: 'opportunities',
      operator: 'nested',
      filters: [{ field: 'status', operator: 'eq', value: 'won' }],
    },
  ],
])('%j is asked as HighLevel takes it', async (filter, expected) => {
  expect(await sentFor([filter])).toEqual([expected]);
});

test('filters of one opportunity belong together; any of them alone', async () => {
  const filters = [
    { field: 'opportunities.pipelineId', operator: 'eq', value: 'sales' },
    { field: 'tags', operator: 'eq', value: 'VIP' },
    { field: 'opportunities.pipelineStageId', operator: 'eq', value: 'Sales · New' },
  ];
  const pipeline = { field: 'pipelineId', operator: 'eq', value: 'p1' };
  const stage = { field: 'pipelineStageId', operator: 'eq', value: 's1' };
  const nested = (...inner: object[]) => ({
    field: 'opportunities',
    operator: 'nested',
    filters: inner,
  });
  const tag = { field: 'tags', operator: 'eq', value: 'vip' };
  expect(await sentFor(filters)).toEqual([tag, nested(pipeline, stage)]);
  expect(await sentFor(filters, { match: 'any' })).toEqual([
    { group: 'OR', filters: [nested(pipeline), tag, nested(stage)] },
  ]);
});

test('without the definitions a custom field is text', async () => {
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(401, { message: 'The token is not authorized for this scope.' });
  const filter = { field: 'customFields.f1', operator: 'eq', value: 'Delta' };
  expect(await sentFor([filter])).toEqual([filter]);
});
