import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { optionalText, text } from '../../gateway/schemas.ts';
import { type Contact, emptyContact } from '../../seed/contact.ts';
import { contacts } from '../../seed/contacts.ts';
import { iso, succeeded, succeededIn } from '../records.ts';
import { contactOf, reading, writing } from './access.ts';
import { findMatch, refuseDuplicate } from './duplicates.ts';
import { optional, written, writtenV3 } from './schema.ts';
import { wholeContact } from './shown.ts';
import { contactAfter } from './write.ts';

const createBody = zod.strictObject({ ...written, locationId: text, gender: optional });

const updateBody = zod.strictObject({
  ...written,
  keyword: optional,
  ssn: optional,
  type: optional,
});

const upsertBody = zod.strictObject({
  ...written,
  // An empty phone passes here, seen live; creates refuse it (api#empty-email).
  phone: optional,
  locationId: text,
  gender: optional,
  createNewIfDuplicateAllowed: zod.boolean().optional(),
});

export const contactRecords = [
  endpoint('GET /contacts/{contactId}', reading, ({ path, location, generation }) => ({
    contact: wholeContact(contactOf(location, path.contactId), generation),
  })),

  endpoint(
    'POST /contacts/',
    { ...writing, status: 201, body: createBody, v3: { body: createBody.extend(writtenV3) } },
    ({ body: { locationId: _, ...body }, location, generation, state, now }) => {
      const contact = contactAfter(emptyContact(location, state.newId(), now), location, body, now);
      // HTTP 400 whose body says 422 (api#status-in-the-body).
      if (!contact.email && !contact.phone && !contact.firstName && !contact.lastName) {
        throw fail(400, {
          statusCode: 422,
          message: ['Contact needs an email, a phone or a name'],
          error: 'Unprocessable Entity',
        });
      }
      refuseDuplicate(location, contact);
      contacts(location).set(contact);
      return {
        contact: {
          ...wholeContact(contact, generation),
          // Nothing of it is in the document of v3.
          ...(generation === 'classic' && newContact(contact)),
        },
      };
    },
  ),

  /**
   * A strict whitelist: gender and locationId are refused, companyName is taken (api#contact-update-whitelist,
   * api#company-name-on-update).
   */
  endpoint(
    'PUT /contacts/{contactId}',
    { ...writing, body: updateBody, v3: { body: updateBody.extend(writtenV3) } },
    ({ path, body: { type, ...body }, location, generation, now }) => {
      const known = contactOf(location, path.contactId);
      const contact = contactAfter(known, location, { ...body, ...(type && { type }) }, now);
      refuseDuplicate(location, contact);
      contacts(location).set(contact);
      return {
        ...succeededIn(generation),
        contact: { ...wholeContact(contact, generation), followers: contact.followers },
      };
    },
  ),

  /**
   * Matches by what the sub-account has set, in that order. If email and phone belong to two contacts the first one's
   * wins and the other value is not added; a secondary email becomes the primary one and the old primary is lost (api#upsert-of-two-contacts);
   * gender is discarded on an existing contact (api#gender).
   */
  endpoint(
    'POST /contacts/upsert',
    { ...writing, body: upsertBody, v3: { body: upsertBody.extend(writtenV3) } },
    ({ body, location, generation, state, now }) => {
      const { locationId: _, createNewIfDuplicateAllowed, gender, ...write } = body;
      const store = contacts(location);
      const isAnother =
        createNewIfDuplicateAllowed && location.record.settings.allowDuplicateContact;
      const { known, taken } = findMatch(location, write.email, write.phone);
      const isNew = !known || isAnother === true;
      const contact = contactAfter(
        isNew ? emptyContact(location, state.newId(), now) : known,
        location,
        {
          ...write,
          ...(isNew ? { gender } : Object.fromEntries(taken.map((name) => [name, undefined]))),
        },
        now,
      );
      const { email } = contact;
      store.set({
        ...contact,
        additionalEmails: contact.additionalEmails.filter((address) => address !== email),
      });
      return {
        new: isNew,
        ...succeeded,
        contact: { ...wholeContact(contact, generation), followers: contact.followers },
      };
    },
  ),

  endpoint('DELETE /contacts/{contactId}', writing, ({ path, location }) => {
    contacts(location).delete(contactOf(location, path.contactId).id);
    return succeeded;
  }),

  /** Names "contactId" as the matching field even for an email (api#duplicate-search). */
  endpoint(
    'GET /contacts/search/duplicate',
    {
      ...reading,
      query: zod.strictObject({
        locationId: text,
        number: optionalText,
        email: optionalText,
      }),
    },
    ({ query, location }) => {
      const { known } = findMatch(location, query.email, query.number);
      return known
        ? { contact: wholeContact(known), matchingField: 'contactId' }
        : { contact: null };
    },
  ),
];

/** What only the answer to a create holds (api#contact-after-a-create). */
function newContact({ dateOfBirth, dateAdded }: Contact): object {
  const [, month, day] = dateOfBirth?.split('-').map(Number) ?? [];
  return {
    deleted: false,
    bounceEmail: false,
    unsubscribeEmail: false,
    ...(month && { birthMonth: month, birthDay: day }),
    lastSessionActivityAt: iso(dateAdded),
    validEmail: null,
    validEmailDate: null,
  };
}
