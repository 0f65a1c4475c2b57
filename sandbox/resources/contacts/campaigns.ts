import { endpoint } from '../../gateway/endpoint.ts';
import { campaignMembers } from '../../seed/contactParts.ts';
import { campaigns } from '../../seed/workflows.ts';
import type { Location } from '../../state/state.ts';
import { existing, succeeded } from '../records.ts';
import { contactOf, writing } from './access.ts';

const removeAll = ({ path, location }: { path: { contactId: string }; location: Location }) => {
  membershipsOf(location, path.contactId).clear();
  return succeeded;
};

/** Members are kept, though no endpoint of the catalog shows them. */
export const contactCampaigns = [
  endpoint(
    'POST /contacts/{contactId}/campaigns/{campaignId}',
    { ...writing, status: 201 },
    ({ path, location }) => {
      checkCampaign(location, path.campaignId);
      membershipsOf(location, path.contactId).add(path.campaignId);
      return succeeded;
    },
  ),

  endpoint(
    'DELETE /contacts/{contactId}/campaigns/removeAll',
    { ...writing, until: 'renamed' },
    removeAll,
  ),

  endpoint(
    'DELETE /contacts/{contactId}/campaigns/remove-all',
    { ...writing, since: 'v3' },
    removeAll,
  ),

  endpoint('DELETE /contacts/{contactId}/campaigns/{campaignId}', writing, ({ path, location }) => {
    checkCampaign(location, path.campaignId);
    membershipsOf(location, path.contactId).delete(path.campaignId);
    return succeeded;
  }),
];

function checkCampaign(location: Location, id: string): void {
  existing(campaigns(location).get(id), 'Campaign', id);
}

function membershipsOf(location: Location, contactId: string): Set<string> {
  const { id } = contactOf(location, contactId);
  const members = campaignMembers(location);
  const memberships = members.get(id) ?? new Set();
  members.set(id, memberships);
  return memberships;
}
