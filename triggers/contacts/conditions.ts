import type { Run } from '../../lib/run.ts';
import { assertStage } from '../../records/pipelines.ts';
import type { Value } from './filterValues.ts';

/** A condition of `POST /contacts/search`, or several of which one must hold (api#search-operators). */
export type Condition =
  | { field: string; operator: string; value?: Value | Record<string, number> }
  | { field: string; operator: 'nested'; filters: Condition[] }
  | { group: 'OR'; filters: Condition[] };

const nestedPrefix = 'opportunities.';

/** Whether a condition is one of an opportunity. */
export const isNested = (condition: Condition): condition is Condition & { field: string } =>
  'field' in condition && condition.field.startsWith(nestedPrefix);

/** Conditions on one and the same opportunity (api#nested-filters). */
export const nest = (conditions: (Condition & { field: string })[]): Condition => ({
  field: 'opportunities',
  operator: 'nested',
  filters: conditions.map((one) => ({ ...one, field: one.field.slice(nestedPrefix.length) })),
});

/** The ID that a condition of an opportunity asks for. */
const idIn = (conditions: Condition[], name: string): string | undefined => {
  const field = `${nestedPrefix}${name}`;
  const found = conditions.find(
    (one) => 'operator' in one && one.field === field && one.operator === 'eq',
  );
  return found && 'value' in found ? String(found.value) : undefined;
};

/** Refuses a stage of another pipeline than the one asked for: no opportunity is in both. */
export const checkStage = async (run: Run, conditions: Condition[]): Promise<void> => {
  const [pipelineId, stageId] = ['pipelineId', 'pipelineStageId'].map((name) =>
    idIn(conditions, name),
  );
  await assertStage(run, pipelineId, stageId);
};
