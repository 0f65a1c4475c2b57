import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import { asObject, isTrue, objectsIn } from '../../lib/values.ts';

const route = 'GET /social-media-posting/{locationId}/accounts';

export default defineTrigger({
  key: 'list_social_account_choices',
  noun: 'Account',
  display: {
    label: 'List Social Account Choices',
    description: 'Fills the dropdown of the accounts of the Social Planner.',
    hidden: true,
  },
  operation: choicesFrom([route], async (run) => {
    const answer = asObject(await run.call(route, { locationId: run.locationId }));
    const accounts = objectsIn(asObject(answer.results).accounts);
    return accounts.map(({ id, name, platform, isExpired }) => ({
      id: String(id),
      name: [name, platform, isTrue(isExpired) && 'must be connected again']
        .filter(Boolean)
        .join(' · '),
    }));
  }),
});
