import type { Location } from '../state/state.ts';

/** The value of a custom field that a record has. */
export type CustomValue = { id: string; value: unknown };

type Channel = { status: 'active' | 'inactive' | 'permanent'; message?: string; code?: string };

/** A contact as it is stored; each endpoint shows it in its own way. */
export type Contact = {
  id: string;
  locationId: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  additionalEmails: string[];
  phone: string | null;
  companyName: string | null;
  address1: string | null;
  city: string | null;
  state: string | null;
  country: string | null;
  postalCode: string | null;
  website: string | null;
  timezone: string | null;
  source: string | null;
  type: string;
  gender: string | null;
  keyword: string | null;
  ssn: string | null;
  /** Date only: 1990-09-25. */
  dateOfBirth: string | null;
  dnd: boolean;
  dndSettings: Record<string, Channel>;
  inboundDndSettings: Record<string, unknown>;
  tags: string[];
  customFields: CustomValue[];
  assignedTo: string | null;
  followers: string[];
  businessId: string | null;
  createdBy: 'INTEGRATION' | 'WEB_USER';
  dateAdded: number;
  dateUpdated: number;
};

export const nameOf = ({ firstName, lastName }: Contact) =>
  [firstName, lastName].filter(Boolean).join(' ');

/** A contact without anything in it. */
export const emptyContact = (location: Location, id: string, now: number): Contact => ({
  id,
  locationId: location.id,
  firstName: null,
  lastName: null,
  email: null,
  additionalEmails: [],
  phone: null,
  companyName: null,
  address1: null,
  city: null,
  state: null,
  country: location.record.country, // filled in when absent (api#country-by-default)
  postalCode: null,
  website: null,
  timezone: null,
  source: null,
  type: 'lead',
  gender: null,
  keyword: null,
  ssn: null,
  dateOfBirth: null,
  dnd: false,
  dndSettings: {},
  inboundDndSettings: {},
  tags: [],
  customFields: [],
  assignedTo: null,
  followers: [],
  businessId: null,
  createdBy: 'INTEGRATION',
  dateAdded: now,
  dateUpdated: now,
});
