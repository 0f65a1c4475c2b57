import * as zod from 'zod';
import { limit, optionalText, text } from '../../gateway/schemas.ts';
import { filterSchema } from './filters.ts';
import { sortSchema } from './order.ts';

/** The document lists `all` among the statuses of a write; it is for searching only (api#opportunity-status-all). */
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

const date = zod
  .string()
  .regex(/^\d{2}-\d{2}-\d{4}$/, 'must be in format mm-dd-yyyy')
  .optional();

const flag = zod.stringbool().optional();

export const searchQuery = zod.strictObject({
  q: optionalText,
  location_id: text,
  pipeline_id: optionalText,
  pipeline_stage_id: optionalText,
  contact_id: optionalText,
  status: zod.enum([...statusSchema.options, 'all']).default('all'),
  assigned_to: optionalText,
  campaignId: optionalText,
  id: optionalText,
  order: optionalText,
  endDate: date,
  startAfter: zod.coerce.number().optional(),
  startAfterId: optionalText,
  date,
  country: optionalText,
  page: zod.coerce.number().int().min(1).default(1),
  limit: limit(100, 20),
  getTasks: flag,
  getNotes: flag,
  getCalendarEvents: flag,
});

export type Query = zod.output<typeof searchQuery>;

export const searchBody = zod.strictObject({
  locationId: text,
  query: zod.string().max(75).optional(),
  limit: zod.number().int().min(1).max(500),
  page: zod.number().int().min(1).optional(),
  searchAfter: zod.array(zod.union([zod.string(), zod.number()])).optional(),
  filters: zod.array(filterSchema).default([]),
  sort: sortSchema,
  additionalDetails: zod
    .strictObject({
      notes: zod.boolean().optional(),
      tasks: zod.boolean().optional(),
      calendarEvents: zod.boolean().optional(),
      unReadConversations: zod.boolean().optional(),
    })
    .optional(),
});
