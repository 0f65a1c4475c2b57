import { defineTrigger } from 'zapier-platform-core';
import { doWithout } from '../../lib/api/errors.ts';
import { choicesFrom } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { allZones, zoneChoices, zonesIn } from './timeZones.ts';

const route = 'GET /locations/{locationId}/timezones';

const readZones = async (run: Run): Promise<string[]> => {
  const { locationId } = run;
  if (!locationId) return [];
  return run.call(route, { locationId }).then(zonesIn).catch(doWithout([]));
};

export default defineTrigger({
  key: 'list_timezones',
  noun: 'Zone',
  display: {
    label: 'List Timezones',
    description: 'Fills the dropdown of time zones.',
    hidden: true,
  },
  operation: choicesFrom(
    [route],
    async (run) => {
      const zones = await readZones(run);
      return zoneChoices(zones.length > 0 ? zones : allZones());
    },
    { worksAnywhere: true },
  ),
});
