import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { documentPages, signedDocuments } from '../../records/signedDocuments.ts';

const input = zod.object({ locationId });

const signed = ['completed', 'accepted'];

export default defineTrigger({
  key: 'document_signed',
  noun: 'Document',
  display: {
    label: 'Document Signed',
    description:
      'Triggers when a document or contract is signed by all, or a proposal is accepted.',
  },
  operation: trigger('GET /proposals/document', {
    input,
    request: (values) => ({ ...values, status: signed.join(',') }),
    record: signedDocuments,
    paging: documentPages,
    // One that goes back to draft is signed anew.
    revision: ({ status, documentRevision = 1 }) =>
      [status].flat().some((one) => signed.includes(String(one)))
        ? `signed-${documentRevision}`
        : undefined,
  }),
});
