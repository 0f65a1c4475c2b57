import * as zod from 'zod';
import { optionalText } from '../../gateway/schemas.ts';

/** The document lists `all` among the statuses of a write; it is for searching only (reality d.5). */
export const statusSchema = zod.enum(['open', 'won', 'lost', 'abandoned']);

/** The properties that create and update have in common (opportunities.json, UpdateOpportunityDto). */
export const written = {
  pipelineId: optionalText,
  name: optionalText,
  pipelineStageId: optionalText,
  status: statusSchema.optional(),
  monetaryValue: zod.number().optional(),
  assignedTo: optionalText,
};

export const customValues = zod
  .array(zod.looseObject({ id: optionalText, key: optionalText }))
  .optional();

/** What is written to an opportunity, checked. */
export type Write = zod.output<zod.ZodObject<typeof written>> & {
  customFields?: zod.output<typeof customValues>;
  lostReasonId?: string | undefined;
};
