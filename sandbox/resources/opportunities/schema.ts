import * as zod from 'zod';
import { limit, optionalText, text } from '../../gateway/schemas.ts';
import { filterSchema } from './filters.ts';
import { sortSchema } from './order.ts';

/** The document lists `all` among the statuses of a write; it is for searching only (api#opportunity-status-all). */
export const statusSchema = zod.enum(['open', 'won', 'lost', 'abandoned']);

/** The eight documented formats of a date (opportunities-v3.json, forecastExpectedCloseDate). */
const forecastDate = zod
  .string()
  .regex(/^(\d{4}[-/.]\d{2}[-/.]\d{2}([T ].*)?|\d{2}[-/.]\d{2}[-/.]\d{4})$/, 'must be a valid date')
  .transform((date) => {
    const [, month, day, year] = /^(\d{2}).(\d{2}).(\d{4})$/.exec(date) ?? [];
    return year ? `${year}-${month}-${day}` : date.slice(0, 10).replaceAll(/[/.]/g, '-');
  });

/** The properties that create and update have in common (opportunities.json, UpdateOpportunityDto). */
export const written = {
  pipelineId: optionalText,
  name: optionalText,
  pipelineStageId: optionalText,
  status: statusSchema.optional(),
  monetaryValue: zod.number().optional(),
  assignedTo: optionalText,
};

/** Only v3 takes a forecast; it is answered as YYYY-MM-DD and in percent (opportunities-v3.json). */
export const forecast = {
  forecastExpectedCloseDate: forecastDate.optional(),
  forecastProbability: zod.number().optional(),
};

export const customValues = zod
  .array(zod.looseObject({ id: optionalText, key: optionalText }))
  .optional();

/** The same in v3, which refuses `field_value` (opportunities-v3.json, CreateDtoV3). */
export const writtenV3 = {
  ...forecast,
  customFields: zod
    .array(zod.strictObject({ id: optionalText, key: optionalText, fieldValue: zod.unknown() }))
    .optional(),
};

/** What is written to an opportunity, checked. */
export type Write = zod.output<zod.ZodObject<typeof written>> & {
  customFields?: zod.output<typeof customValues>;
  lostReasonId?: string | undefined;
  forecastExpectedCloseDate?: string | undefined;
  forecastProbability?: number | undefined;
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

/** The same in v3, in camel case throughout (opportunities-v3.json). */
export const searchQueryV3 = searchQuery
  .omit({
    location_id: true,
    pipeline_id: true,
    pipeline_stage_id: true,
    contact_id: true,
    assigned_to: true,
  })
  .extend({
    locationId: text,
    pipelineId: optionalText,
    pipelineStageId: optionalText,
    contactId: optionalText,
    assignedTo: optionalText,
  })
  .transform(({ locationId, pipelineId, pipelineStageId, contactId, assignedTo, ...rest }) => ({
    ...rest,
    location_id: locationId,
    pipeline_id: pipelineId,
    pipeline_stage_id: pipelineStageId,
    contact_id: contactId,
    assigned_to: assignedTo,
  }));

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

export type SearchBody = zod.output<typeof searchBody>;
