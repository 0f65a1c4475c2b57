import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { text } from '../gateway/schemas.ts';
import { type Contact, contacts as contactsOf } from '../seed/contacts.ts';
import type { Location } from '../state/state.ts';
import {
  changed,
  contactOf,
  emptyContact,
  phoneNumber,
  refuseDuplicate,
  whole,
  written,
} from './contactRecord.ts';

const version = '2021-07-28' as const;
const reading = { version, scopes: ['contacts.readonly'] };
const writing = { version, scopes: ['contacts.write'] };
const maybe = zod.string().nullish();

/** Success has two spellings (reality d.3, d.7). */
const done = { succeded: true, succeeded: true };

export const contacts = [
  endpoint('GET /contacts/{contactId}', reading, ({ path, location }) => ({
    contact: whole(contactOf(location, path.contactId)),
  })),

  endpoint(
    'POST /contacts/',
    {
      ...writing,
      status: 201,
      body: zod.strictObject({ ...written, locationId: text, gender: maybe }),
    },
    ({ body: { locationId: _, ...body }, location, state, now }) => {
      const contact = changed(emptyContact(location, state.newId(), now), location, body, now);
      // reality d.3 (RR): HTTP 400 whose body says 422.
      if (!contact.email && !contact.phone && !contact.firstName && !contact.lastName) {
        throw fail(400, {
          statusCode: 422,
          message: ['Contact needs an email, a phone or a name'],
          error: 'Unprocessable Entity',
        });
      }
      refuseDuplicate(location, contact);
      contactsOf(location).set(contact);
      return { contact: { ...whole(contact), ...newContact(contact) } };
    },
  ),

  /** A strict whitelist: gender and locationId are refused, companyName is taken (reality d.3 #314, ⚡3). */
  endpoint(
    'PUT /contacts/{contactId}',
    {
      ...writing,
      body: zod.strictObject({ ...written, keyword: maybe, ssn: maybe, type: maybe }),
    },
    ({ path, body: { type, ...body }, location, now }) => {
      const known = contactOf(location, path.contactId);
      const contact = changed(known, location, { ...body, ...(type && { type }) }, now);
      refuseDuplicate(location, contact);
      contactsOf(location).set(contact);
      return { ...done, contact: { ...whole(contact), followers: contact.followers } };
    },
  ),

  /**
   * Matches by e-mail, then by phone. If they belong to two contacts the e-mail's wins and the phone
   * is not added (#37); a secondary e-mail becomes the primary one and the old primary is lost (#337);
   * gender is discarded on an existing contact (#313).
   */
  endpoint(
    'POST /contacts/upsert',
    {
      ...writing,
      body: zod.strictObject({
        ...written,
        locationId: text,
        gender: maybe,
        createNewIfDuplicateAllowed: zod.boolean().optional(),
      }),
    },
    ({ body, location, state, now }) => {
      const { locationId: _, createNewIfDuplicateAllowed, gender, ...write } = body;
      const store = contactsOf(location);
      const anew = createNewIfDuplicateAllowed && location.record.settings.allowDuplicateContact;
      const { known, phoneTaken } = matches(location, write.email, write.phone);
      const isNew = !known || anew === true;
      const contact = changed(
        isNew ? emptyContact(location, state.newId(), now) : known,
        location,
        { ...write, ...(isNew && { gender }), ...(phoneTaken && !isNew && { phone: undefined }) },
        now,
      );
      const { email } = contact;
      store.set({
        ...contact,
        additionalEmails: contact.additionalEmails.filter((address) => address !== email),
      });
      return {
        new: isNew,
        ...done,
        contact: { ...whole(contact), followers: contact.followers },
      };
    },
  ),

  endpoint('DELETE /contacts/{contactId}', writing, ({ path, location }) => {
    contactsOf(location).delete(contactOf(location, path.contactId).id);
    return done;
  }),

  /** Names "contactId" as the matching field even for an e-mail (reality d.3, NG). */
  endpoint(
    'GET /contacts/search/duplicate',
    {
      ...reading,
      query: zod.strictObject({
        locationId: text,
        number: zod.string().optional(),
        email: zod.string().optional(),
      }),
    },
    ({ query, location }) => {
      const { known } = matches(location, query.email, query.number);
      return known ? { contact: whole(known), matchingField: 'contactId' } : { contact: null };
    },
  ),
];

/** What only the answer to a create holds (recorded live, NG create-contact). */
function newContact({ dateOfBirth, dateAdded }: Contact): object {
  const [, month, day] = dateOfBirth?.split('-').map(Number) ?? [];
  return {
    deleted: false,
    bounceEmail: false,
    unsubscribeEmail: false,
    ...(month && { birthMonth: month, birthDay: day }),
    lastSessionActivityAt: new Date(dateAdded).toISOString(),
    validEmail: null,
    validEmailDate: null,
  };
}

function matches(
  location: Location,
  email: string | null | undefined,
  phone: string | null | undefined,
): { known: Contact | undefined; phoneTaken: boolean } {
  const store = contactsOf(location);
  const address = email?.toLowerCase();
  const byEmail =
    address &&
    (store.holderOf('email', address) ??
      [...store.written()].find(({ additionalEmails }) => additionalEmails.includes(address)));
  const byPhone = phone ? store.holderOf('phone', phoneNumber(phone)) : undefined;
  const known = byEmail || byPhone;
  return { known, phoneTaken: byPhone !== undefined && byPhone.id !== known?.id };
}
