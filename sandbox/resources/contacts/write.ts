import { fail } from '../../gateway/errors.ts';
import type { Contact } from '../../seed/contact.ts';
import type { Location } from '../../state/state.ts';
import { customValuesAfter } from '../customValues.ts';
import { definedOnly } from '../records.ts';
import type { Write } from './schema.ts';
import { defineTags } from './tags.ts';

/** The contact with what was written to it. Tags are replaced as a whole (api#tags-are-replaced). */
export function contactAfter(
  contact: Contact,
  location: Location,
  write: Write,
  now: number,
): Contact {
  const { name, dateOfBirth, customFields: values, tags: newTags, dndSettings, ...plain } = write;
  const [first, ...rest] = (name ?? '').trim().split(/\s+/);
  const names = first ? { firstName: first, lastName: rest.join(' ') || null } : {};
  return {
    ...contact,
    ...definedOnly({ ...names, ...plain }),
    dnd: write.dnd ?? contact.dnd,
    inboundDndSettings: write.inboundDndSettings ?? contact.inboundDndSettings,
    dndSettings: { ...contact.dndSettings, ...(dndSettings as Contact['dndSettings']) },
    ...(write.email && { email: write.email.toLowerCase() }),
    // A phone that is no number is dropped without a word (api#phone-numbers).
    ...(write.phone && { phone: phoneNumber(write.phone) ?? contact.phone }),
    ...(dateOfBirth !== undefined && { dateOfBirth: dayOf(dateOfBirth) }),
    ...(newTags && { tags: defineTags(location, newTags) }),
    ...(values && {
      customFields: customValuesAfter(contact.customFields, location, 'contact', values),
    }),
    dateUpdated: now,
  };
}

/** "+1 888-888-8888" is kept as +18888888888; undefined for what is no number (api#phone-numbers). */
export function phoneNumber(phone: string): string | undefined {
  const digits = phone.replaceAll(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return undefined;
  return phone.trim().startsWith('+') || digits.length !== 10 ? `+${digits}` : `+1${digits}`;
}

/** The eight documented date formats (contacts.json, dateOfBirth). */
function dayOf(date: string | null): string | null {
  if (!date) return null;
  const [, y, m, d] = /^(\d{4})[-/._](\d{2})[-/._](\d{2})/.exec(date) ?? [];
  const [, m2, d2, y2] = /^(\d{2})[-/._](\d{2})[-/._](\d{4})$/.exec(date) ?? [];
  const day = y ? `${y}-${m}-${d}` : `${y2}-${m2}-${d2}`;
  if (Number.isNaN(Date.parse(day))) throw fail(422, ['dateOfBirth must be a valid date']);
  return day;
}
