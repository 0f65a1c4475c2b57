import { collection } from '../state/collection.ts';

/** What the seeded contacts are tagged with. */
export const TAGS = [
  'new patient',
  'recall',
  'whitening',
  'implants',
  'insurance',
  'vip',
  'no show',
  'referral',
  'newsletter',
  'follow-up',
];

/** The tags of a sub-account: once used on a contact they stay for ever (api#tag-names). */
export const tags = collection('tags', ({ place, id }) =>
  TAGS.map((name) => ({ id: id(name), name, locationId: place.id })),
);
