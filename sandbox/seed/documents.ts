import { collection } from '../state/collection.ts';
import { contacts } from './contacts.ts';

/** A document that people sign (proposals.json, DocumentDto). */
export type SignedDocument = {
  id: string;
  name: string;
  status: 'draft' | 'sent' | 'viewed' | 'completed' | 'accepted';
  contactId: string;
  firstName: string;
  lastName: string;
  email: string;
  createdAt: number;
  updatedAt: number;
};

const STATUSES = ['completed', 'sent', 'draft'] as const;

export const documents = collection<SignedDocument>('documents', ({ place, hexId, ago }) =>
  Array.from({ length: place.isMain ? 7 : 1 }, (_, i) => {
    const contact = contacts(place).seededAt(i);
    return {
      id: hexId(i),
      name: `Treatment plan ${i + 1}`,
      status: STATUSES[i % STATUSES.length] ?? 'draft',
      contactId: contact?.id ?? '',
      firstName: contact?.firstName ?? '',
      lastName: contact?.lastName ?? '',
      email: contact?.email ?? '',
      createdAt: ago(20 - i),
      updatedAt: ago(10 - i),
    };
  }),
);
