import { campaignMembers } from '../../seed/contactParts.ts';
import { opportunities } from '../../seed/opportunities.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import { contactOf, type IndexedOpportunity } from '../../seed/opportunityIndex.ts';
import { type FoundPage, findPage } from '../../state/page.ts';
import { compareIds } from '../../state/sortedList.ts';
import type { Location } from '../../state/state.ts';
import type { Query } from './schema.ts';

type Aged = { createdAt: number; id: string };
type Test = (entry: IndexedOpportunity) => boolean;

const compareAge = (a: Aged, b: Aged): number => a.createdAt - b.createdAt || compareIds(a, b);

/** A page of those that pass, and how many pass in all; `after` is the cursor. */
export function findOpportunities(
  location: Location,
  direction: 'asc' | 'desc',
  passes: Test | undefined,
  { after, skip, take }: { after: Aged | undefined; skip: number; take: number },
): FoundPage<Opportunity> {
  const sign = direction === 'asc' ? 1 : -1;
  const { index } = opportunities(location);
  const isAfter: Test | undefined =
    after && (({ opportunity }) => sign * compareAge(opportunity, after) > 0);
  const found = findPage(index.inOrder(direction), passes, { isAfter, skip, take }, index.size);
  return { ...found, page: found.page.map(({ opportunity }) => opportunity) };
}

/** Whether the text holds the words; without words all pass. */
export function textTest(query: string | undefined): Test | undefined {
  const words = query?.trim().toLowerCase();
  return words ? ({ text }) => text.includes(words) : undefined;
}

/** What the query demands of an opportunity; undefined if it demands nothing. */
export function testOf(query: Query, location: Location): Test | undefined {
  const [month = 1, day, year] = query.date?.split('-').map(Number) ?? [];
  const since = year ? Date.UTC(year, month - 1, day) : 0;
  const members = campaignMembers(location);
  const status = query.status === 'all' ? undefined : query.status;
  const readers: [string | undefined, (one: Opportunity) => unknown][] = [
    [query.pipeline_id, ({ pipelineId }) => pipelineId],
    [query.pipeline_stage_id, ({ pipelineStageId }) => pipelineStageId],
    [query.contact_id, ({ contactId }) => contactId],
    [query.assigned_to, ({ assignedTo }) => assignedTo],
    [query.id, ({ id }) => id],
    [status, (one) => one.status],
    [query.country, (one) => contactOf(one, location)?.country],
  ];
  const conditions = readers.filter(([wanted]) => wanted !== undefined);
  const campaign = query.campaignId;
  const tests: (Test | false | '' | undefined)[] = [
    textTest(query.q),
    year !== undefined && (({ opportunity }) => opportunity.updatedAt >= since),
    campaign &&
      (({ opportunity: { contactId } }) => members.get(contactId ?? '')?.has(campaign) === true),
    conditions.length > 0 &&
      (({ opportunity }) => conditions.every(([wanted, read]) => read(opportunity) === wanted)),
  ];
  const needed = tests.filter((test) => typeof test === 'function');
  return needed.length > 0 ? (entry) => needed.every((test) => test(entry)) : undefined;
}
