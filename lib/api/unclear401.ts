import type { Run } from '../run.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';
import { HighLevelError } from './errors.ts';
import { unmerged } from './forms.ts';
import { hasProblem } from './outages.ts';
import { buildRequest, headersOf } from './requests.ts';
import { isCut, isUnauthorized, unauthorized } from './thrown.ts';

const route = 'GET /locations/{locationId}';

/** Whether HighLevel refuses the token at a read as well. */
const isRefused = async (run: Run, bearer: string | undefined): Promise<boolean> => {
  const endpoint = endpointOf(route);
  const { locationId, deadline } = run;
  const options = buildRequest(endpoint, { locationId });
  const headers = headersOf(options, endpoint, bearer);
  const request = { ...options, ...unmerged, headers, timeout: deadline.timeFor(5_000) };
  const asked = run.z.request({ ...request, skipThrowForStatus: true, middlewareData: { run } });
  return asked.then(
    ({ status }) => status === 401,
    (error: unknown) => isUnauthorized(error) && unauthorized(run, endpoint).kind === 'token',
  );
};

/**
 * What a 401 of a request says. Of a create it counts twice: a time-out whose words core has cut off would pass for a
 * token that has run out, and the record would be made again with a new one. So a read tells if the token is good.
 */
export const whyUnauthorized = async (
  run: Run,
  endpoint: Endpoint,
  bearer: string | undefined,
): Promise<HighLevelError> => {
  const error = unauthorized(run, endpoint);
  if (!endpoint.createsRecord || error.kind !== 'token' || !isCut(run) || !run.locationId)
    return error;
  return (await isRefused(run, bearer))
    ? error
    : new HighLevelError('unavailable', hasProblem(401), { status: 503 });
};
