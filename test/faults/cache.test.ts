import type { Create, Trigger } from 'zapier-platform-core';
import updateContact from '../../creates/contacts/update_contact.ts';
import getRecordRelations from '../../triggers/associations/get_record_relations.ts';
import listBusinesses from '../../triggers/businesses/list_businesses.ts';
import getContactAppointments from '../../triggers/contacts/get_contact_appointments.ts';
import getContactTask from '../../triggers/contacts/get_contact_task.ts';
import searchContacts from '../../triggers/contacts/search_contacts.ts';
import listRecordChoices from '../../triggers/dropdowns/list_record_choices.ts';
import searchOpportunities from '../../triggers/opportunities/search_opportunities.ts';
import { agencyConnection } from '../support/api.ts';
import { bundleOf, performOf, plainZ } from '../support/zapier.ts';

const dateAdded = new Date().toISOString();
const customFields = [{ id: 'f1', value: 'x' }];
const definition = { id: 'f1', name: 'Insurer', fieldKey: 'contact.insurer', dataType: 'TEXT' };
const answers: [RegExp, object][] = [
  [/\/customFields/, { customFields: [definition] }],
  [/\/contacts\/search/, { contacts: [{ id: 'c1', dateAdded, customFields }] }],
  [/\/pipelines/, { pipelines: [{ id: 'p1', name: 'Treatments', stages: [] }] }],
  [
    /\/opportunities\/search/,
    { opportunities: [{ id: 'o1', createdAt: dateAdded, pipelineId: 'p1' }] },
  ],
  [/\/relations\//, { relations: [{ id: 'r1', associationId: 'a1' }] }],
  [/\/associations\//, { associations: [{ id: 'a1', key: 'owner_pet' }] }],
  [/\/appointments/, { events: [{ id: 'e1', startTime: '2026-03-04 10:00:00' }] }],
  [/\/locations\/loc1$/, { location: { id: 'loc1', timezone: 'Europe/Zurich' } }],
  [/\/locationToken/, { access_token: 'sub-token', expires_in: 86_399 }],
  [/\/businesses\//, { businesses: [{ id: 'b1' }] }],
  [/\/tasks\//, { task: { id: 't1', title: 'Call' } }],
  [/\/records\/search/, { records: [{ id: 'r1', properties: { age: '3', name: 'Rex' } }] }],
  [/\/objects\//, { objects: [{ key: 'pet', primaryDisplayProperty: 'pet.name' }] }],
  [/\/contacts\/c1$/, { contact: { id: 'c1', customFields } }],
];

const running = async (operation: Trigger | Create, inputData: object, junk?: unknown) => {
  const bearers = new Set<unknown>();
  const z = plainZ((request) => {
    bearers.add(request.headers?.Authorization);
    return answers.find(([path]) => path.test(request.url.replace(/\?.*/, '')))?.[1];
  });
  if (junk !== undefined) {
    const { get, set, delete: remove } = z.cache;
    const own = new Set<string>();
    const owned =
      <Given extends unknown[], Result>(action: (key: string, ...rest: Given) => Result) =>
      (key: string, ...rest: Given) => {
        own.add(key);
        return action(key, ...rest);
      };
    const found = async (key: string) => (own.has(key) ? get(key) : junk);
    Object.assign(z.cache, { get: found, set: owned(set), delete: owned(remove) });
  }
  const connection = 'locationId' in inputData ? agencyConnection : undefined;
  const gave = await performOf(operation)(z, bundleOf({ ...inputData }, {}, connection));
  return { gave, bearers };
};

const cases: [string, Trigger | Create, object][] = [
  ['the token of a sub-account', listBusinesses, { locationId: 'sub1' }],
  ['custom fields', searchContacts, {}],
  ['custom fields to write', updateContact, { contactId: 'c1', customField__f1: 'x' }],
  ['pipelines', searchOpportunities, {}],
  ['associations', getRecordRelations, { recordId: 'c1' }],
  ['the time zone', getContactAppointments, { contactId: 'c1' }],
  ['what objects are named by', listRecordChoices, { objectKey: 'pet' }],
  ['what a record has been', getContactTask, { contactId: 'c1', taskId: 't1' }],
];

// An older or a newer version of the app may have kept another shape under the same name.
describe.each(cases)('%s of another shape in the cache', (_, operation, inputData) => {
  test.each([
    7,
    [null],
    ['a', 'b'],
    [{ id: null }],
    { a: null },
    { until: null, access_token: 'x' },
  ])('%j counts for nothing', async (junk) => {
    expect(await running(operation, inputData, junk)).toEqual(await running(operation, inputData));
  });
});
