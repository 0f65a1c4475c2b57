import { type Context, type Raw, record } from '../lib/record.ts';

const withContact = ([answer = {}]: Raw[], { input }: Context): Raw[] => [
  { id: input.contactId, ...answer },
];

/** The tags of a contact after some were added (reality d.3: `{ tags, tagsAdded }`). */
export const taggedContact = record({
  noun: 'contact',
  sample: {
    id: 'ocQHyuzHvysMo5N5VsXc',
    tags: ['new lead', 'newsletter'],
    tagsAdded: ['newsletter'],
  },
  complete: withContact,
});

/** The tags of a contact after some were removed. */
export const untaggedContact = record({
  noun: 'contact',
  sample: {
    id: 'ocQHyuzHvysMo5N5VsXc',
    tags: ['new lead'],
    tagsRemoved: ['newsletter'],
  },
  complete: withContact,
});

/** What a bulk change of tags says (contacts.json, UpdateTagsResponseDTO). */
export const bulkTagged = record({
  noun: 'bulk change',
  sample: {
    succeeded: true,
    errorCount: 0,
    responses: [
      {
        contactId: 'ocQHyuzHvysMo5N5VsXc',
        type: 'success',
        message: 'Tags updated',
        oldTags: ['new lead'],
        tagsAdded: ['newsletter'],
        tagsRemoved: ['recall'],
      },
    ],
  },
  labels: {
    errorCount: 'Number of Errors',
    'responses[]contactId': 'Contact IDs',
    'responses[]type': 'Outcomes by Contact',
    'responses[]message': 'Messages by Contact',
    'responses[]oldTags': 'Tags Before by Contact',
    'responses[]tagsAdded': 'Added Tags by Contact',
    'responses[]tagsRemoved': 'Removed Tags by Contact',
  },
  complete: ([answer = {}]) => {
    const { succeded, ...rest } = answer;
    return [{ ...rest, succeeded: rest.succeeded ?? succeded ?? true }];
  },
});

/** A tag of the sub-account (locations.json, LocationTagsSchema). */
export const locationTags = record({
  noun: 'tag',
  many: 'tags',
  sample: { id: 'bfMEJ5nSfoM2eRTLKzpR', name: 'new lead', locationId: 've9EPM428h8vShlRW1KT' },
});
