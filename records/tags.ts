import { HighLevelError } from '../lib/api/errors.ts';
import { type Context, record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';

const addContactId = ([answer = {}]: JsonObject[], { input }: Context): JsonObject[] => [
  { id: input.contactId, ...answer },
];

/** The tags of a contact after some were added (`{ tags, tagsAdded }`, api#tag-endpoints). */
export const taggedContact = record({
  noun: 'contact',
  sample: {
    id: 'ocQHyuzHvysMo5N5VsXc',
    tags: ['new lead', 'newsletter'],
    tagsAdded: ['newsletter'],
  },
  complete: addContactId,
});

/** The tags of a contact after some were removed. */
export const untaggedContact = record({
  noun: 'contact',
  sample: {
    id: 'ocQHyuzHvysMo5N5VsXc',
    tags: ['new lead'],
    tagsRemoved: ['newsletter'],
  },
  complete: addContactId,
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
    warning: 'HighLevel did not change the tags of 1 of 2 contacts: contact is deleted.',
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
    // An answer that says “no” is an error before it comes here (lib/api/explain.ts).
    const { succeded: _, ...rest } = answer;
    return [{ ...rest, succeeded: rest.succeeded ?? true }];
  },
});

/**
 * A bulk change with a warning if HighLevel refused some contacts. Throws if it refused all of them, which HighLevel
 * itself calls a success (contacts.json, the example of UpdateTagsResponseDTO).
 * @param asked how many contacts the change was for
 */
export const reportBulkChange = (change: JsonObject, asked: number): JsonObject => {
  const responses = [change.responses].flat() as (JsonObject | undefined)[];
  const refused = responses.filter((response) => response?.type === 'error');
  const failed = Math.max(refused.length, Number(change.errorCount) || 0);
  if (failed === 0) return change;
  const reasons = [...new Set(refused.map((response) => response?.message))].join('; ');
  const said = reasons ? `: ${reasons}` : '';
  if (failed < asked)
    return {
      ...change,
      warning: `HighLevel did not change the tags of ${failed} of ${asked} contacts${said}.`,
    };
  throw new HighLevelError(
    'refused',
    `HighLevel did not change the tags of any of these contacts${said}. Check that they were not deleted and that they belong to this sub-account.`,
    { status: 422 },
  );
};

/** A tag of the sub-account (locations.json, LocationTagsSchema). */
export const locationTags = record({
  noun: 'tag',
  many: 'tags',
  sample: { id: 'bfMEJ5nSfoM2eRTLKzpR', name: 'new lead', locationId: 've9EPM428h8vShlRW1KT' },
  labels: { locationId: 'Sub-Account ID' },
});

/** Whether a contact has a tag, which HighLevel keeps in lower case (api#tag-names). */
export const hasTag = ({ tags }: JsonObject, tag: string): boolean =>
  Array.isArray(tags) && tags.some((one) => String(one).trim().toLowerCase() === tag);
