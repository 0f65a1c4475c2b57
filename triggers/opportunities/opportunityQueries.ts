import type * as zod from 'zod';
import { dayOf } from '../../fields/common.ts';
import { searchFor, withoutDetails } from '../../records/opportunityPages.ts';
import type { opportunityFilters } from './opportunityFilters.ts';

type Values = { locationId: string } & zod.output<zod.ZodObject<typeof opportunityFilters>>;

/** Characters that `POST /opportunities/search` takes as a text. */
const longestQuery = 75;

/** A picked day as `mm-dd-yyyy` (opportunities.json, `date`). */
const monthDayYear = (picked: string | undefined) =>
  picked && dayOf(picked).replace(/^(\d{4})-(\d{2}-\d{2})$/, '$2-$1');

/** The filters as `GET /opportunities/search` takes them. */
export const asQuery = ({
  locationId: location_id,
  pipelineId: pipeline_id,
  pipelineStageId: pipeline_stage_id,
  contactId: contact_id,
  assignedTo: assigned_to,
  query: q,
  date,
  endDate,
  ...rest
}: Values) => ({
  location_id,
  pipeline_id,
  pipeline_stage_id,
  contact_id,
  assigned_to,
  q,
  date: monthDayYear(date),
  endDate: monthDayYear(endDate),
  ...rest,
});

/**
 * The same for `POST /opportunities/search` (api#opportunity-search), which gives the list in order, but knows neither
 * country nor campaign, and no longer texts. The days are kept to by the record type.
 */
export const asSearch = (values: Values) => {
  const { locationId: location, query = '', country: lives, campaignId: campaign } = values;
  if (lives || campaign || query.length > longestQuery) return undefined;
  const equal = {
    id: values.id,
    pipeline_id: values.pipelineId,
    pipeline_stage_id: values.pipelineStageId,
    status: values.status === 'all' ? undefined : values.status,
    assigned_to: values.assignedTo,
    contact_id: values.contactId,
  };
  return {
    ...searchFor(location, equal),
    query,
    additionalDetails: {
      ...withoutDetails,
      notes: values.getNotes ?? false,
      tasks: values.getTasks ?? false,
      calendarEvents: values.getCalendarEvents ?? false,
    },
  };
};
