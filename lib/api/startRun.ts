import type { Bundle, ZObject } from 'zapier-platform-core';
import { OwnCache } from '../cache.ts';
import { Deadline, type Labels, type Run } from '../run.ts';
import { knownZone } from '../zones.ts';
import { callJson } from './transport.ts';

/** Starts a run of an operation. */
export const startRun = (z: ZObject, bundle: Bundle, labels: Labels = {}): Run => {
  const { authData, inputData, meta } = bundle;
  // People fill in the ID of a connection with a private token themselves.
  const own = String(authData.locationId ?? '').trim();
  const locationId = own || String(inputData.locationId ?? '').trim();
  const run: Run = {
    z,
    bundle,
    labels,
    isAgency: !own,
    hasPrivateToken: Boolean(authData.privateToken),
    locationId,
    // Read by few runs, and looking it up takes time.
    get timeZone() {
      return knownZone(meta?.timezone);
    },
    deadline: new Deadline(),
    cache: new OwnCache(z, `${authData.companyId ?? ''}:${locationId}`),
    locationToken: undefined,
    makes: '',
    hasCreated: false,
    warnings: [],
    coreNotes: [],
    call: (route, input) => callJson(run, route, input),
  };
  return run;
};
