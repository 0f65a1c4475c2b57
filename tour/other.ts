import type { Sandbox } from '../sandbox/index.ts';
import { blogAuthors, blogCategories, blogSites } from '../sandbox/seed/blogs.ts';
import { customFields } from '../sandbox/seed/customFields.ts';
import type { Guide, Result, Station } from './station.ts';

/** Adds a copy of the first seeded record under another id: what no endpoint of the API creates. */
const addCopy = <T extends { id: string }>(records: Map<string, T>, changes: Partial<T>): void => {
  const [first] = records.values();
  if (!first) throw new Error('The sandbox holds no record to copy.');
  const copy = { ...first, id: `${first.id}-copy`, ...changes };
  records.set(copy.id, copy);
};

const main = ({ sandbox }: Guide): Sandbox['state']['main'] => sandbox.state.main;

let made = 0;
/** A name that nothing has yet, however often a station is visited. */
const fresh = (name: string): string => {
  made += 1;
  return `${name}_${made}`;
};

const policies = 'custom_objects.insurance_policies';
const between = (name: string) => ({
  key: fresh(name),
  firstObjectKey: 'contact',
  firstObjectLabel: 'Payer',
  secondObjectKey: policies,
  secondObjectLabel: 'Paid Policy',
});
const withAssociation = ({ result }: Guide) => ({ associationId: result('create_association').id });
const relabel = (guide: Guide, polled: Result) =>
  guide.run('update_association', {
    associationId: polled.id,
    firstObjectLabel: `Second ${polled.firstObjectLabel}`,
    secondObjectLabel: polled.secondObjectLabel,
  });

const post = (urlSlug: string) => ({
  title: 'A tour of the practice',
  urlSlug,
  rawHTML: '<p>Welcome, {{contact.first_name}}</p>',
  imageUrl: 'https://www.brightsmiledental.example/images/tour.jpg',
});
const again = ({ result, run }: Guide, urlSlug: string) => {
  const { author, categories } = result('create_blog_post');
  const { id: blogId } = result('list_blogs');
  return run('create_blog_post', {
    ...post(urlSlug),
    blogId,
    author,
    categories,
    description: 'Another one',
    imageAltText: 'The practice',
    publishedAt: '2030-01-01T09:00:00Z',
  });
};

/** Associations and relations, from definition to deletion. */
const associations: Station[] = [
  { key: 'create_association', input: () => between('tour_payer') },
  {
    key: 'find_associations',
    change: ({ run }) => run('create_association', between('tour_second')),
  },
  { key: 'get_association', input: withAssociation, change: relabel },
  {
    key: 'get_association_by_key',
    input: ({ result }) => ({ key_name: result('create_association').key }),
    change: relabel,
  },
  {
    key: 'get_association_by_object_keys',
    input: { objectKey: policies },
    change: ({ run }) => run('create_association', between('tour_third')),
  },
  {
    key: 'update_association',
    input: (guide) => ({ ...withAssociation(guide), firstObjectLabel: 'Payer' }),
  },
  {
    key: 'create_relation',
    input: async (guide) => {
      const email = `${fresh('payer')}@example.com`;
      const { id: firstRecordId } = await guide.run('create_contact', {
        name: 'Paul Payer',
        email,
      });
      return { ...withAssociation(guide), firstRecordId };
    },
  },
  {
    key: 'get_record_relations',
    input: ({ result }) => ({
      objectKey: 'contact',
      recordId: result('create_relation').firstRecordId,
    }),
    change: async ({ result, run }) => {
      const { firstRecordId, secondRecordId } = result('create_relation');
      const { id: associationId } = await run('create_association', between('tour_fourth'));
      return run('create_relation', { associationId, firstRecordId, secondRecordId });
    },
  },
  {
    key: 'delete_relation',
    input: ({ result }) => ({ relationId: result('create_relation').id }),
  },
  { key: 'delete_association', input: withAssociation },
];

/** Blog sites, and a post from draft to change. */
const blogs: Station[] = [
  {
    key: 'list_blogs',
    change: (guide) => addCopy(blogSites(main(guide)), { name: 'Second Journal' }),
  },
  {
    key: 'list_blog_authors',
    change: (guide) => addCopy(blogAuthors(main(guide)), { name: 'Sofia Reyes' }),
  },
  {
    key: 'list_blog_categories',
    change: (guide) => addCopy(blogCategories(main(guide)), { label: 'Braces' }),
  },
  { key: 'create_blog_post', input: post('tour-of-the-practice') },
  {
    key: 'list_blog_posts',
    input: ({ result }) => ({ blogId: result('list_blogs').id }),
    change: (guide) => again(guide, 'second-tour'),
  },
  {
    key: 'check_blog_slug',
    input: { urlSlug: 'third-tour' },
    change: (guide) => again(guide, 'third-tour'),
  },
  {
    key: 'update_blog_post',
    input: ({ result }) => ({
      postId: result('create_blog_post').id,
      rawHTML: '<p>The new text</p>',
      status: 'PUBLISHED',
    }),
  },
];

/** Sub-accounts and the agency; what writes them needs an agency connection. */
const locations: Station[] = [
  {
    key: 'list_locations',
    input: { triggerOn: 'changed' },
    change: (guide) => {
      main(guide).record.phone = '+16465550000';
    },
  },
  { key: 'find_location' },
  {
    key: 'list_custom_fields',
    change: (guide) => addCopy(customFields(main(guide)), { name: 'Tour Field' }),
  },
  {
    key: 'get_company',
    change: ({ sandbox }) => {
      sandbox.state.company.record.phone = '+13125550199';
    },
  },
  {
    key: 'create_location',
    input: { name: 'Tour Practice', settings__allowDuplicateContact: true, country: 'US' },
  },
  {
    key: 'update_location',
    input: ({ result }) => ({ locationId: result('create_location').id, city: 'Brooklyn' }),
  },
  {
    key: 'delete_location',
    input: ({ result }) => ({
      locationId: result('create_location').id,
      confirmation: 'Tour Practice',
    }),
  },
];

/** Locations, the agency, associations and blogs. */
export const other: Station[] = [...locations, ...associations, ...blogs];
