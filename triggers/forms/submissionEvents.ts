import { lastDays } from '../../lib/polling/window.ts';
import type { RecordType } from '../../lib/record.ts';
import type { JsonObject } from '../../lib/values.ts';
import { newestSubmissionPages, submissionPages } from '../../records/submissions.ts';

/**
 * How submissions are read: newest first, as far as needed, if HighLevel gives them so. If it does not, those of the last
 * two weeks, whole.
 */
export const newSubmissions = (route: string, record: RecordType) => ({
  request: <Values extends JsonObject>(values: Values) => ({ ...values, ...lastDays(14) }),
  record,
  paging: submissionPages,
  ordered: {
    route,
    request: (values: JsonObject) => ({ ...values, ...lastDays(31) }),
    record,
    paging: newestSubmissionPages,
  },
  revision: 'new',
});
