import { cachedById } from '../lib/cache.ts';
import { type Context, record, withLookUp } from '../lib/record.ts';
import { timeOf } from '../lib/time.ts';
import { type JsonObject, objectsIn } from '../lib/values.ts';
import { endOfDay, zonedIso } from '../lib/zones.ts';
import { customFieldOutputs, nameCustomFields } from './customFields.ts';
import { readCustomValue } from './customValues.ts';
import { loadNames, stageNames } from './pipelines.ts';

/** The names of pipeline and stage, if they were read. */
const pipelineNames = ({ pipelineName, pipelineStageName }: JsonObject): JsonObject =>
  pipelineName === undefined ? {} : { pipelineName, pipelineStageName };

/** Adds the names of pipeline and stage. */
const addNames = async (records: JsonObject[], { run }: Context): Promise<JsonObject[]> => {
  const idsOf = ({ pipelineId, pipelineStageId }: JsonObject) =>
    [pipelineId, pipelineStageId].map((id) => String(id || ''));
  const needed = records.flatMap(idsOf).filter(Boolean);
  if (records.every(({ pipelineId }) => !pipelineId)) return records;
  const names = await cachedById(run.cache, stageNames, needed, () => loadNames(run, needed));
  return records.map((raw) => {
    const [pipelineName = null, pipelineStageName = null] = idsOf(raw).map((id) => names[id]);
    return { ...raw, pipelineName, pipelineStageName };
  });
};

const uselessKeys = new Set([
  'sort',
  'indexVersion',
  'pipelineStageUId',
  'isAttribute',
  'internalSource',
  'attributions',
]);

/** A custom value as the single record has it: `{ id, fieldValue }` (api#custom-value-shapes). */
const unifyValue = (entry: JsonObject): JsonObject => ({
  id: entry.id,
  fieldValue: readCustomValue(entry) ?? null,
});

const unifyShape = (raw: JsonObject): JsonObject => ({
  ...Object.fromEntries(Object.entries(raw).filter(([key]) => !uselessKeys.has(key))),
  customFields: objectsIn(raw.customFields).map(unifyValue),
});

const complete = async (records: JsonObject[], context: Context): Promise<JsonObject[]> => {
  const shaped = records.map(unifyShape);
  // Pipelines and custom fields are looked up at the same time.
  const [named, valued] = await Promise.all([
    withLookUp(shaped, context, (all) => addNames(all, context)),
    withLookUp(shaped, context, (all) => nameCustomFields(context.run, 'opportunity', all)),
  ]);
  return named.map((one, index) => ({ ...valued[index], ...pipelineNames(one) }));
};

const sample = {
  id: 'yWQobCRIhRguQtD2llvk',
  name: 'Whitening for Maria Alvarez',
  monetaryValue: 500,
  pipelineId: 'VDm7RPYC2GLUvdpKmBfC',
  pipelineName: 'Treatments',
  pipelineStageId: 'e93ba61a-53b3-45e7-985a-c7732dbcdb69',
  pipelineStageName: 'Consultation booked',
  status: 'open',
  source: 'Website form',
  assignedTo: 'GCs5KuzPqTls7vWclkEV',
  lostReasonId: 'CLu7BaljjqrEjBGKTNNe',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  contact: {
    id: 'ocQHyuzHvysMo5N5VsXc',
    name: 'Maria Alvarez',
    companyName: 'Alvarez Landscaping',
    email: 'maria.alvarez@example.com',
    phone: '+14155550134',
    tags: ['new lead', 'newsletter'],
  },
  relations: [
    {
      associationId: 'OPPORTUNITIES_CONTACTS_ASSOCIATION',
      relationId: 'yWQobCRIhRguQtD2llvk',
      primary: true,
      objectKey: 'contact',
      recordId: 'ocQHyuzHvysMo5N5VsXc',
      fullName: 'Maria Alvarez',
      contactName: 'Maria Alvarez',
      companyName: 'Alvarez Landscaping',
      email: 'maria.alvarez@example.com',
      phone: '+14155550134',
      tags: ['new lead', 'newsletter'],
    },
  ],
  followers: ['GCs5KuzPqTls7vWclkEV'],
  customFields: [{ id: 'MgobCB14YMVKuE4Ka8p1', fieldValue: '12 months' }],
  locationId: 've9EPM428h8vShlRW1KT',
  forecastExpectedCloseDate: '2026-05-20',
  forecastProbability: 20,
  effectiveProbability: 14.29,
  lastActionDate: '2026-03-04T09:30:45.000Z',
  createdAt: '2026-03-02T16:04:11.000Z',
  updatedAt: '2026-03-04T09:30:45.000Z',
  lastStatusChangeAt: '2026-03-02T16:04:11.000Z',
  lastStageChangeAt: '2026-03-04T09:30:45.000Z',
};

const labels = {
  monetaryValue: 'Value',
  pipelineStageId: 'Stage ID',
  pipelineStageName: 'Stage Name',
  assignedTo: 'Assigned User ID',
  followers: 'Follower IDs',
  locationId: 'Sub-Account ID',
  contact__id: 'ID of the Contact',
  forecastExpectedCloseDate: 'Expected Close Date',
  forecastProbability: 'Forecast Probability in Percent',
  effectiveProbability: 'Probability in Percent',
  'customFields[]id': 'Custom Field IDs',
  'customFields[]fieldValue': 'Custom Field Values',
};

/** What all kinds of opportunities have in common. */
export const opportunityStatement = {
  noun: 'opportunity',
  changed: 'updatedAt',
  sample,
  labels,
  complete,
  ...customFieldOutputs('opportunity'),
} as const;

/** The API’s status of an opportunity → what people read. */
export const opportunityStatuses = {
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  abandoned: 'Abandoned',
} as const;

/** An opportunity (opportunities.json, SearchOpportunitiesResponseSchema). */
export const opportunity = record({ ...opportunityStatement, one: 'opportunity' });

/**
 * Opportunities as the searches give them, within the days of the form: `GET` ignores `endDate` (api#opportunity-dates),
 * and how `POST` compares dates is not known (api#dates-in-a-range).
 */
export const opportunities = record({
  ...opportunityStatement,
  many: 'opportunities',
  complete: (records, context) => {
    const { date, endDate } = context.values ?? {};
    const { timeZone } = context.run;
    const end = endDate ? endOfDay(String(endDate), timeZone) : Number.POSITIVE_INFINITY;
    const midnight = `${String(date).slice(0, 10)}T00:00`;
    const start = date ? timeOf(zonedIso(midnight, timeZone || 'UTC')) : 0;
    return complete(
      // An opportunity without a readable date stays.
      records.filter(({ updatedAt }) => {
        const changed = Date.parse(String(updatedAt));
        return !(changed >= end || changed < start);
      }),
      context,
    );
  },
});

const warned = {
  ...opportunityStatement,
  one: 'opportunity',
  sample: {
    ...sample,
    warning: 'HighLevel did not keep what you filled in for these custom fields: Financing.',
  },
};

/** An opportunity after a write, with a warning if a custom field did not keep its value. */
export const writtenOpportunity = record(warned);

/** An opportunity after an upsert, and whether it is new. */
export const upsertedOpportunity = record({
  ...warned,
  sample: { ...warned.sample, new: true },
  labels: { ...labels, new: 'Is New' },
  complete: async (records, context) => {
    const finished = await complete(records, context);
    return finished.map((one) => ({ ...one, new: (context.answer as JsonObject).new ?? null }));
  },
});
