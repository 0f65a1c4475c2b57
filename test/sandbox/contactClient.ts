import { customFields } from '../../sandbox/seed/customFields.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

export type Contact = Record<string, unknown> & { id: string };

/** A sandbox with a connection, and the words of the tests about its contacts. */
export const useContacts = () => {
  const sandbox = useSandbox();
  let client: Client;
  beforeAll(async () => {
    client = await clientOf(sandbox());
  });
  const call: Client['call'] = (...request) => client.call(...request);
  const locationId = () => client.locationId;

  const create = async (write: object): Promise<Contact> => {
    const { body } = await call('POST /contacts/', { locationId: locationId(), ...write });
    return body.contact as Contact;
  };
  const read = async (id: string) =>
    (await call(`GET /contacts/${id}`)).body.contact as Contact & { customFields: unknown };
  const search = async (body: object = {}): Promise<{ contacts: Contact[]; total: number }> => {
    const request = { locationId: locationId(), pageLimit: 20, ...body };
    const answer = await call('POST /contacts/search', request);
    return answer.body as { contacts: Contact[]; total: number };
  };
  const where = (field: string, operator: string, value?: unknown) =>
    search({ filters: [{ field, operator, ...(value !== undefined && { value }) }] });
  const fieldId = (name: string) =>
    [...customFields(sandbox().state.main).values()].find((field) => field.name === name)?.id ?? '';

  return { sandbox, call, locationId, create, read, search, where, fieldId };
};
