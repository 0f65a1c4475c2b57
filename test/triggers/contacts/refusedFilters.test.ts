import { sentFor } from '../../support/contactFilters.ts';
import { failure } from '../../support/run.ts';

test.each<[object, string]>([
  [{ field: 'email', operator: 'eq' }, '“Value” (item 1) is required for this condition.'],
  ...['soon', 'call 5', '7', '2026-02-30', '03/31/2026'].map((value): [object, string] => [
    { field: 'dateAdded', operator: 'gte', value },
    '“Value” (item 1) must be a date',
  ]),
  [
    { field: 'dateAdded', operator: 'between', value: '2026-01-01', to: 'soon' },
    '“Up To” (item 1) must be a date',
  ],
  [
    { field: 'dateAdded', operator: 'between', value: '2026-01-01' },
    '“Up To” (item 1) is required',
  ],
  [{ field: 'dnd', operator: 'eq', value: 'perhaps' }, '“Value” (item 1) must be yes or no.'],
  [{ field: 'email', operator: 'like', value: 'x' }, '“Condition” (item 1) must be one of: “is”,'],
  // What can match nothing.
  [
    { field: 'email', operator: 'contains', value: 'x' },
    '“Condition” (item 1): HighLevel cannot search “Email” by “contains”, only by “is”, “is not”, “is filled in”, “is empty”.',
  ],
  [{ field: 'website', operator: 'not_contains', value: 'x' }, 'cannot search “Website”'],
  [{ field: 'city', operator: 'gte', value: 'x' }, 'cannot search “City”'],
  [{ field: 'customFields.many', operator: 'contains', value: 'W' }, 'cannot search “Wishes”'],
  [{ field: 'customFields.day', operator: 'contains', value: '2026' }, 'cannot search “Recall”'],
  [{ field: 'customFields.file', operator: 'exists' }, '“Field” (item 1) is a custom field that'],
  [
    { field: 'businessId', operator: 'eq', value: 'b1' },
    '“Field” (item 1): HighLevel cannot search',
  ],
  [{ field: 'customFields.num', operator: 'eq', value: 'many' }, 'must be a number'],
  [{ field: 'customFields.one', operator: 'eq', value: 'Gold' }, 'must be one of: Basic, Plus.'],
  [{ field: 'phone', operator: 'eq', value: '646 200 0001' }, 'must start with the country code'],
  [{ field: 'city', operator: 'eq', value: 'x'.repeat(76) }, 'must have 75 characters or fewer'],
  [{ field: 'assignedTo', operator: 'eq', value: 'Zoe' }, 'HighLevel has no user “Zoe”'],
  [{ field: 'assignedTo', operator: 'eq', value: 'Ben' }, 'several users have the name “Ben”'],
  [{ field: 'country', operator: 'eq', value: 'Narnia' }, 'must be a country'],
  [{ field: 'opportunities.status', operator: 'eq', value: 'maybe' }, 'Open, Won, Lost, Abandoned'],
  [
    { field: 'opportunities.pipelineStageId', operator: 'eq', value: 'New' },
    'several pipelines have a stage “New”',
  ],
])('refuses %j', async (filter, sentence) => {
  expect(await failure(sentFor([filter]))).toContain(sentence);
});

test('an empty filter counts: a message names the one that the user sees', async () => {
  const bad = { field: 'dnd', operator: 'eq', value: 'perhaps' };
  for (const [filters, row] of [
    [[{ field: '', operator: '', value: '' }, bad], 2],
    [[null, { field: 'dnd', operator: 'exists' }, {}, bad], 4],
  ] as const)
    expect(await failure(sentFor(filters as never))).toContain(`“Value” (item ${row}) must be yes`);
});

test('a stage of another pipeline can match nothing, and says so', async () => {
  const filters = [
    { field: 'opportunities.pipelineId', operator: 'eq', value: 'Sales' },
    { field: 'opportunities.pipelineStageId', operator: 'eq', value: 'Care · New' },
  ];
  expect(await failure(sentFor(filters))).toContain(
    'The stage belongs to another pipeline, “Care”.',
  );
});
