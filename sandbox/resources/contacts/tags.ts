import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { text } from '../../gateway/schemas.ts';
import type { Contact } from '../../seed/contact.ts';
import { contacts } from '../../seed/contacts.ts';
import { tags } from '../../seed/tags.ts';
import type { Location } from '../../state/state.ts';
import { succeeded } from '../records.ts';
import { contactOf, touch, writing } from './access.ts';

/** Tags are kept in lower case, each of them once, and defined in the sub-account for ever (api#tag-names). */
export function defineTags(location: Location, names: string[]): string[] {
  const wanted = [...new Set(names.map((name) => name.trim().toLowerCase()).filter(Boolean))];
  const defined = tags(location);
  const known = new Set([...defined.values()].map(({ name }) => name));
  for (const name of wanted.filter((tag) => !known.has(tag))) {
    const id = location.state.newId();
    defined.set(id, { id, name, locationId: location.id });
  }
  return wanted;
}

const tagNames = zod.strictObject({ tags: zod.array(text) });

export const contactTags = [
  endpoint(
    'POST /contacts/{contactId}/tags',
    { ...writing, status: 201, body: tagNames },
    ({ path, body, location }) => {
      const contact = contactOf(location, path.contactId);
      const added = defineTags(location, body.tags).filter((tag) => !contact.tags.includes(tag));
      const all = [...contact.tags, ...added];
      touch(location, contact, { tags: all });
      return { tags: all, tagsAdded: added };
    },
  ),

  endpoint(
    'DELETE /contacts/{contactId}/tags',
    { ...writing, body: tagNames },
    ({ path, body, location }) => {
      const contact = contactOf(location, path.contactId);
      // No document says that HighLevel finds a tag in other letters than those that it keeps.
      const unwanted = body.tags;
      const left = contact.tags.filter((tag) => !unwanted.includes(tag));
      const tagsRemoved = contact.tags.filter((tag) => unwanted.includes(tag));
      touch(location, contact, { tags: left });
      return { tags: left, tagsRemoved };
    },
  ),

  endpoint(
    'POST /contacts/bulk/tags/update/{type}',
    {
      ...writing,
      status: 201,
      body: zod.strictObject({
        contacts: zod.array(zod.string()),
        tags: zod.array(zod.string()),
        locationId: text,
        removeAllTags: zod.boolean().optional(),
      }),
    },
    ({ path: { type }, body, location, generation }) => {
      if (type !== 'add' && type !== 'remove') {
        throw fail(422, ['type must be one of the following values: add, remove']);
      }
      const named = type === 'add' ? defineTags(location, body.tags) : body.tags;
      const responses = body.contacts.map((contactId) => {
        const contact = contacts(location).get(contactId);
        if (!contact) {
          return { contactId, message: 'contact does not belong to location', type: 'error' };
        }
        const isUnwanted = (tag: string) => body.removeAllTags === true || named.includes(tag);
        const tagsRemoved = type === 'remove' ? contact.tags.filter(isUnwanted) : [];
        const tagsAdded = type === 'add' ? named.filter((tag) => !contact.tags.includes(tag)) : [];
        return retag(location, contact, tagsAdded, tagsRemoved);
      });
      const errorCount = responses.filter((response) => response.type === 'error').length;
      const flags = generation === 'v3' ? succeeded : { succeded: true };
      return { ...flags, errorCount, responses };
    },
  ),
];

function retag(location: Location, contact: Contact, tagsAdded: string[], tagsRemoved: string[]) {
  const { id: contactId, tags: oldTags } = contact;
  const left = oldTags.filter((tag) => !tagsRemoved.includes(tag));
  touch(location, contact, { tags: [...left, ...tagsAdded] });
  return { contactId, message: 'Tags updated', type: 'success', oldTags, tagsAdded, tagsRemoved };
}
