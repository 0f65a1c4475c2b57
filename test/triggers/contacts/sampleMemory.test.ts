import type { Trigger } from 'zapier-platform-core';
import getContactTask from '../../../triggers/contacts/get_contact_task.ts';
import searchContacts from '../../../triggers/contacts/search_contacts.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

const at = new Date().toISOString();
const cases: [Trigger, object, object][] = [
  [
    searchContacts,
    { triggerOn: 'changed' },
    { contacts: [{ id: 'c1', dateAdded: at, dateUpdated: at }] },
  ],
  [getContactTask, { contactId: 'c1', taskId: 't1' }, { task: { id: 't1', title: 'Call' } }],
];

/** What a run writes where the next one can find it, by name. */
const writtenBy = async (trigger: Trigger, input: object, answer: object, meta: object) => {
  const z = plainZ(({ url }) => (url.includes('/customFields') ? { customFields: [] } : answer));
  const names: string[] = [];
  const remember = (name: string) => {
    names.push(name);
    return Promise.resolve(true);
  };
  Object.assign(z.cache, { set: remember });
  Object.assign(z.cursor, { set: () => remember('cursor') });
  await performOf(trigger)(z, bundleOf({ ...input }, meta));
  return names.filter((name) => !name.includes('definitions') && !name.includes('custom'));
};

test.each(cases)(
  'a sample in the editor leaves no memory, a poll does: %#',
  async (trigger, input, answer) => {
    expect(await writtenBy(trigger, input, answer, { isLoadingSample: true })).toEqual([]);
    expect(await writtenBy(trigger, input, answer, {})).not.toEqual([]);
  },
);
