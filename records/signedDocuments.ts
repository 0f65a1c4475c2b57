import { bySkip, type Paging } from '../lib/polling/paging.ts';
import { record } from '../lib/record.ts';
import { asObject, type JsonObject, objectsIn } from '../lib/values.ts';

const fullName = ({ firstName, lastName }: JsonObject) =>
  [firstName, lastName].filter(Boolean).join(' ');

/** Documents and contracts (proposals.json, DocumentDto), short of their fields and links. */
export const signedDocuments = record({
  noun: 'document',
  many: 'documents',
  sample: {
    id: '67ac9a51106ee8311e911a01',
    documentId: '67ac9a51106ee8311e911a00',
    locationId: 've9EPM428h8vShlRW1KT',
    name: 'Treatment plan for Maria Alvarez',
    type: 'proposal',
    status: 'completed',
    paymentStatus: 'no_payment',
    amount: 450,
    currency: 'USD',
    recipients: [
      {
        id: 'ocQHyuzHvysMo5N5VsXc',
        name: 'Maria Alvarez',
        email: 'maria.alvarez@example.com',
        role: 'signer',
        hasCompleted: true,
      },
    ],
    documentRevision: 1,
    isExpired: false,
    createdAt: '2026-03-02T16:04:11.000Z',
    updatedAt: '2026-03-04T09:30:45.000Z',
  },
  labels: {
    documentId: 'Content ID',
    locationId: 'Sub-Account ID',
    documentRevision: 'Draft Number',
    'recipients[]id': 'Recipient Contact IDs',
    'recipients[]name': 'Recipient Names',
    'recipients[]email': 'Recipient Emails',
    'recipients[]role': 'Recipient Roles',
    'recipients[]hasCompleted': 'Recipients Have Completed',
  },
  complete: (records) =>
    records.map(
      ({ _id, grandTotal, recipients, fillableFields, links, locale, deleted, ...one }) => ({
        ...one,
        id: one.id ?? _id,
        status: [one.status].flat().join(', '),
        paymentStatus: [one.paymentStatus].flat().join(', '),
        amount: asObject(grandTotal).amount ?? null,
        currency: asObject(grandTotal).currency ?? null,
        recipients: objectsIn(recipients).map((person) => ({
          id: person.id ?? null,
          name: fullName(person) || null,
          email: person.email ?? null,
          role: person.role ?? null,
          hasCompleted: person.hasCompleted ?? null,
        })),
      }),
    ),
});

/** By `skip` and `limit`; the document states neither order nor largest page. */
export const documentPages: Paging = bySkip(100);
