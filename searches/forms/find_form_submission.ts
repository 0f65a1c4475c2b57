import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { date, locationId, text } from '../../fields/common.ts';
import { contactId, formId } from '../../fields/ids.ts';
import { search } from '../../lib/operations.ts';
import { latestFirst } from '../../lib/order.ts';
import { lastDays } from '../../lib/polling/window.ts';
import { fitsText } from '../../lib/texts.ts';
import { formSubmissions, submissionPages } from '../../records/submissions.ts';

const input = zod.object({
  locationId,
  formId: formId.optional(),
  contactId: contactId.optional(),
  q: text('Search Text', 'A name, an email or a phone number.').optional(),
  startAt: date('Submitted On or After', 'Leave this empty to look a year back.').optional(),
  endAt: date('Submitted On or Before').optional(),
});

export default defineSearch({
  key: 'find_form_submission',
  noun: 'Submission',
  display: {
    label: 'Find Form Submission',
    description: 'Finds what was last submitted through a form, for example by a contact.',
  },
  operation: search('GET /forms/submissions', {
    input,
    // HighLevel itself looks a month back, up to its own today (forms.json, startAt and endAt).
    request: ({ contactId: contact, q, startAt, endAt, ...query }) => {
      const days = lastDays(366, endAt);
      return { ...query, q: q ?? contact, ...days, startAt: startAt ?? days.startAt };
    },
    record: formSubmissions,
    paging: submissionPages,
    matches: (submission, { contactId: contact }) => fitsText(submission.contactId, contact),
    order: () => latestFirst('createdAt'),
  }),
});
