import type { Step } from '../lib/operations.ts';
import { asObject } from '../lib/values.ts';
import { writtenId } from './writtenId.ts';

interface Tagged {
  contactId?: string | undefined;
  tags?: string[] | undefined;
  tagsMode: 'add' | 'replace';
}

const addRoute = 'POST /contacts/{contactId}/tags';

/**
 * Adds the chosen tags to the contact after an update or upsert, because sending them along would wipe the others
 * (api#tags-are-replaced).
 */
export const addTags: Step<Tagged> = {
  routes: [addRoute],
  after: async (run, contact, { tags = [], tagsMode, contactId }) => {
    if (tags.length === 0 || tagsMode === 'replace') return contact;
    const id = contactId ?? writtenId(contact);
    const answer = await run.call(addRoute, { contactId: id, tags });
    return { ...contact, tags: asObject(answer).tags ?? contact.tags };
  },
};
