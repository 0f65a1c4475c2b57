import type { Guide, Station } from './station.ts';

const made = (guide: Guide) => ({ userId: guide.result('create_user').id });

let people = 0;

/** An address is used once. */
const address = (name: string) => {
  people += 1;
  return `${name}.${people}@users.tour.example.com`.toLowerCase();
};

const hire = ({ run, sandbox }: Guide, email: string) =>
  run('create_user', {
    firstName: 'Una',
    lastName: 'Tour',
    email,
    password: 'Correct-Horse-7',
    locationIds: [sandbox.state.main.id],
  });

/** The user operations in the order of a user's life; one of them is open to agencies only. */
export const users: Station[] = [
  {
    key: 'create_user',
    input: ({ sandbox }) => ({
      email: address('Ulla'),
      locationIds: [sandbox.state.main.id],
      permissions__refundsEnabled: false,
      scopes: ['contacts.write', 'calendars.readonly'],
    }),
  },
  {
    key: 'get_user',
    input: made,
    change: ({ run }, { id }) => run('update_user', { userId: id, phone: '+14155550191' }),
  },
  {
    key: 'search_users',
    input: { role: 'user' },
    change: (guide) => hire(guide, address('Ugo')),
  },
  { key: 'list_users_by_location', change: (guide) => hire(guide, address('Una')) },
  {
    key: 'filter_users_by_email',
    input: ({ result }) => ({ emails: [result('create_user').email, 'uwe@tour.example.com'] }),
    change: (guide) => hire(guide, 'uwe@tour.example.com'),
  },
  {
    key: 'update_user',
    input: (guide) => ({
      ...made(guide),
      lastName: 'Renamed',
      permissions__exportPaymentsEnabled: false,
    }),
  },
  { key: 'delete_user', input: made },
];
