import listContactNoteChoices from '../../../triggers/dropdowns/list_contact_note_choices.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('notes by their titles, else by how they begin: one line, without HTML', async () => {
  highlevel()
    .get('/contacts/c1/notes')
    .reply(200, {
      notes: [
        { id: 'n1', title: 'Call summary', body: 'x' },
        { id: 'n2', bodyText: 'Asked for a quote\n  on whitening', body: '<p>x</p>' },
        { id: 'n3', body: '<p>Call</p><p>back</p>' },
        { id: 'n4', body: 'a'.repeat(70) },
        { id: 'n5', body: '<br>' },
      ],
    });
  const filling = { meta: { isFillingDynamicDropdown: true, page: 0 } };
  expect(await poll(listContactNoteChoices, { contactId: 'c1' }, filling)).toMatchObject([
    { id: 'n1', name: 'Call summary' },
    { id: 'n2', name: 'Asked for a quote on whitening' },
    { id: 'n3', name: 'Call back' },
    { id: 'n4', name: 'a'.repeat(60) },
    { id: 'n5', name: 'n5' },
  ]);
});
