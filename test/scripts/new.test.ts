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

test('without arguments, and with --help, the help is the answer', () => {
  expect(wantedOf([])).toBeUndefined();
  expect(wantedOf(['create', route, '--help'])).toBeUndefined();
});

test.each([
  ['toString', route],
  ['constructor', route],
])('“%s” is no kind of operation', (kind, path) => {
  expect(() => wantedOf([kind, path, ...options])).toThrow('create, trigger, or search.');
});

test.each([
  ['PATCH /contacts/{contactId}'],
  ['PUT /../../elsewhere'],
  ['PUT /contacts/../../elsewhere'],
  ['PUT /contacts/./x'],
  ['PUT contacts'],
  ['PUT /contacts//x'],
  ["PUT /contacts/'x"],
  ['PUT /contacts/{contact id}'],
  ['PUT'],
])('“%s” is no endpoint', (path) => {
  expect(() => wantedOf(['create', path, ...options])).toThrow(`“${path}” is not an endpoint.`);
});

test.each([
  ['what --key is for', ['create', route, '--category', 'Contacts'], '--key'],
  ['what --category is for', ['create', route, '--key', 'pin_contact_note'], '--category'],
  ['what kind of operation it is', options, 'Say first what kind of operation it is'],
  ['which endpoint it calls', ['create', ...options], 'Say after “create” which endpoint it calls'],
  [
    'which option it does not know',
    ['create', route, ...options, '--kategory', 'x'],
    'There is no option --kategory. See npm run new -- --help.',
  ],
  ['where quotes are missing', ['create', route, ...options, '&', 'Appointments'], 'quotes around'],
])('says %s', (_, args, part) => {
  expect(() => wantedOf(args)).toThrow(part);
});

test.each([['../x'], ['Pin'], ['pin-note'], ['__proto__']])('a key like %s is refused', (key) => {
  expect(() => wantedOf(['create', route, '--key', key, '--category', 'Contacts'])).toThrow(
    'use lowercase letters, digits, and “_”',
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
