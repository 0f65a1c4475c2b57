import type { Trigger } from 'zapier-platform-core';
import { bodyOf } from '../../hooks/bodies.ts';
import { highlevel } from '../../support/api.ts';
import { HookedZap, signed } from '../../support/hooked.ts';

/** The sub-account of the bodies. */
export const locationId = 'LocAAAAAAAAAAAAAAA01';

const authData = { access_token: 'token-of-the-test', locationId, companyId: '', userId: '' };

/** A Zap with this trigger, connected to the sub-account of the bodies. */
export const hookedTo = (trigger: Trigger): HookedZap =>
  new HookedZap(trigger, { cache: {}, authData });

/** Posts a body to a new Zap; an app webhook is signed. */
export const deliver = (trigger: Trigger, name: string, change: object = {}) => {
  const body = { ...bodyOf(name), ...change };
  const text = JSON.stringify(body);
  return hookedTo(trigger).post(
    text,
    name.startsWith('marketplace') ? { headers: signed(text) } : {},
  );
};

/** Answers the look-up of custom fields, of which there are none. */
export const noFields = () =>
  highlevel()
    .get(`/locations/${locationId}/customFields`)
    .query({ model: 'contact' })
    .reply(200, { customFields: [] });

/** Answers the look-up of a contact. */
export const contactAnswers = (id: string, firstName = 'Mara') =>
  highlevel()
    .get(`/contacts/${id}`)
    .reply(200, { contact: { id, firstName, email: 'mara.okafor@example.com' } });

/** The sample’s keys that a record lacks. */
export const missingKeys = ({ operation }: Trigger, record: object = {}): string[] =>
  Object.keys((operation as { sample?: object }).sample ?? {}).filter((key) => !(key in record));
