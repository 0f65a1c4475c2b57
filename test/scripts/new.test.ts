import { wantedOf } from '../../scripts/wanted.ts';

const route = 'PUT /contacts/{contactId}/notes/{id}/pin';
const options = ['--key', 'pin_contact_note', '--category', 'Contacts'];

test('what is to be written', () => {
  expect(wantedOf(['create', route, ...options])).toEqual({
    kind: 'create',
    route,
    key: 'pin_contact_note',
    category: 'Contacts',
    label: 'Pin Contact Note',
    noun: 'Note',
  });
});

test.each([
  ['toString', route],
  ['constructor', route],
  ['create', 'PATCH /contacts/{contactId}'],
  ['create', 'PUT /../../elsewhere'],
  ['create', 'PUT /contacts/../../elsewhere'],
  ['create', 'PUT /contacts/./x'],
  ['create', 'PUT contacts'],
  ['create', 'PUT /contacts//x'],
  ['create', "PUT /contacts/'x"],
  ['create', 'PUT /contacts/{contact id}'],
])('%s “%s” is answered with the help', (kind, path) => {
  expect(wantedOf([kind, path, ...options])).toBeUndefined();
});

test.each([['../x'], ['Pin'], ['pin-note'], ['__proto__']])('a key like %s is refused', (key) => {
  expect(() => wantedOf(['create', route, '--key', key, '--category', 'Contacts'])).toThrow(
    'small letters, digits and _ only.',
  );
});

test.each([
  ['list_form_submissions', 'Submission'],
  ['list_companies', 'Company'],
  ['add_addresses', 'Address'],
  ['get_status', 'Status'],
])('the noun of %s is singular: %s', (key, noun) => {
  expect(wantedOf(['trigger', 'GET /x', '--key', key, '--category', 'Contacts'])).toMatchObject({
    noun,
  });
});
