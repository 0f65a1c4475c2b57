import type { Guide, Station } from './station.ts';

const created = ({ result }: Guide) => ({ businessId: result('create_business').id });

/** The business operations in the order of a business's life; the delete comes after what needs the business. */
export const businesses: Station[] = [
  {
    key: 'create_business',
    input: { name: 'Tour Bakery', phone: '+14155550188', email: 'tour.bakery@example.com' },
  },
  {
    key: 'get_business',
    input: created,
    change: (guide) => guide.run('update_business', { ...created(guide), city: 'Albany' }),
  },
  {
    key: 'list_businesses',
    change: ({ run }) => run('create_business', { name: 'Tour Florist' }),
  },
  {
    key: 'update_business',
    input: (guide) => ({ ...created(guide), website: 'https://tour.example' }),
  },
];

/** What ends a business's life. */
export const lastBusinesses: Station[] = [{ key: 'delete_business', input: created }];
