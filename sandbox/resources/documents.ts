import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { limit, optionalText, skip, text } from '../gateway/schemas.ts';
import { documents } from '../seed/documents.ts';
import { iso, pageOf } from './records.ts';

/** Documents and contracts (proposals.json); no document states a scope (api#scope-of-documents). */
export const documentLists = [
  endpoint(
    'GET /proposals/document',
    {
      version: '2021-07-28',
      scopes: ['documents_contracts/list.readonly'],
      query: zod.strictObject({
        locationId: text,
        status: optionalText,
        paymentStatus: optionalText,
        limit: limit(100, 10),
        skip,
        query: optionalText,
        dateFrom: optionalText,
        dateTo: optionalText,
      }),
    },
    ({ query, location }) => {
      const wanted = query.status?.split(',');
      const all = [...documents(location).values()].filter(
        ({ status }) => !wanted || wanted.includes(status),
      );
      return {
        documents: pageOf(all, query.skip, query.limit).map((one) => ({
          _id: one.id,
          documentId: one.id,
          locationId: location.id,
          name: one.name,
          type: 'proposal',
          deleted: false,
          isExpired: false,
          documentRevision: 1,
          fillableFields: [],
          grandTotal: { amount: 450, currency: 'USD', discountPercentage: 0, discounts: [] },
          locale: 'en-US',
          status: [one.status],
          paymentStatus: ['no_payment'],
          recipients: [
            {
              id: one.contactId,
              firstName: one.firstName,
              lastName: one.lastName,
              email: one.email,
              hasCompleted: one.status === 'completed',
              role: 'signer',
              isPrimary: true,
              signingOrder: 1,
            },
          ],
          links: [],
          createdAt: iso(one.createdAt),
          updatedAt: iso(one.updatedAt),
        })),
        total: all.length,
      };
    },
  ),
];
