import { type Ask, contactsVersion, first, type Happening, type Json } from './happening.ts';

const openOne = async (ask: Ask, locationId: string): Promise<Json> => {
  const { opportunities } = await ask(
    'GET',
    `/opportunities/search?location_id=${locationId}&status=open&limit=1`,
    contactsVersion,
  );
  return first(opportunities, 'open opportunity');
};

/** What happens to opportunities and businesses. */
export const deals: Record<string, Happening> = {
  movedOpportunity: {
    label: 'Moved opportunity',
    act: async (ask, { id: locationId }) => {
      const { pipelines } = await ask(
        'GET',
        `/opportunities/pipelines?locationId=${locationId}`,
        contactsVersion,
      );
      const opportunity = await openOne(ask, locationId);
      const pipeline = (pipelines as Json[]).find(({ id }) => id === opportunity.pipelineId);
      const stages = (pipeline?.stages ?? []) as Json[];
      const at = stages.findIndex(({ id }) => id === opportunity.pipelineStageId);
      const next = first([stages[(at + 1) % stages.length]], 'next stage');
      await ask('PUT', `/opportunities/${opportunity.id}`, contactsVersion, {
        pipelineId: opportunity.pipelineId,
        pipelineStageId: next.id,
      });
      return `“${opportunity.name}” has moved to the stage “${next.name}”.`;
    },
  },
  wonOpportunity: {
    label: 'Won opportunity',
    act: async (ask, { id: locationId }) => {
      const { id, name } = await openOne(ask, locationId);
      await ask('PUT', `/opportunities/${id}/status`, contactsVersion, { status: 'won' });
      return `“${name}” is won.`;
    },
  },
  changedBusiness: {
    label: 'Changed business',
    act: async (ask, { id: locationId }, { number }) => {
      const { businesses } = await ask(
        'GET',
        `/businesses/?locationId=${locationId}`,
        contactsVersion,
      );
      const { id, name } = first(businesses, 'business');
      const city = ['Yonkers', 'Hoboken', 'Newark'][number % 3];
      await ask('PUT', `/businesses/${id}`, contactsVersion, { city });
      return `“${name}” has moved to ${city}.`;
    },
  },
};
