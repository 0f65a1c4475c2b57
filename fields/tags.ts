import type { BasicCreateOperation } from 'zapier-platform-core';
import { isBlank } from '../lib/inputFields.ts';
import { withPerform } from '../lib/operation.ts';
import type { Raw } from '../lib/record.ts';
import { call, writtenId } from '../lib/request.ts';
import { choice } from './common.ts';
import { tags } from './ids.ts';

/** Tags of a contact that exists: added to those that it has, unless the person chooses to replace them all. */
export const tagFields = {
  tags: tags.meta({ group: 'Tags' }).optional(),
  tagsMode: choice(
    'Existing Tags',
    { add: 'Keep them and add these tags', replace: 'Replace all tags with these tags' },
    'HighLevel itself would replace all tags of the contact; this app keeps them unless you choose otherwise.',
  )
    .meta({ group: 'Tags' })
    .default('add'),
};

/** Keeps `tags` in the request only where they are to replace all; added tags go through their own endpoint. */
export const withoutAddedTags = <Body extends { tags?: string[] | undefined; tagsMode: string }>(
  body: Body,
) => {
  const { tags: given, tagsMode, ...rest } = body;
  return { ...rest, ...(tagsMode === 'replace' ? { tags: given } : {}) };
};

const addRoute = 'POST /contacts/{contactId}/tags';

/** After an update or upsert: adds the chosen tags to the contact, because sending them along would wipe the others (reality d.3). */
export const addingTags = (operation: BasicCreateOperation): BasicCreateOperation =>
  withPerform(operation, [addRoute], (perform) => async (z, bundle) => {
    const contact = await perform(z, bundle);
    const given = [bundle.inputData.tags]
      .flat()
      // An empty row is no tag; what else is no text the form has refused.
      .filter((tag) => typeof tag !== 'object')
      .map((tag) => String(tag ?? ''))
      .filter((tag) => !isBlank(tag));
    if (given.length === 0 || bundle.inputData.tagsMode === 'replace') return contact;
    const contactId = bundle.inputData.contactId || writtenId(contact);
    const answer = await call({ z, bundle }, addRoute, { contactId, tags: given });
    return { ...contact, tags: (answer as Raw).tags ?? contact.tags };
  });
