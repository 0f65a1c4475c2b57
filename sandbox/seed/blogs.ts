import { collection } from '../state/collection.ts';
import { slugOf } from '../state/ids.ts';

/** Blog records keep their id as `_id` too (blogs.json). */
type Named = { id: string; locationId: string; updatedAt: string; canonicalLink: string };

type BlogSite = { id: string; name: string };
type BlogAuthor = Named & { name: string };
type BlogCategory = Named & { label: string; urlSlug: string };

/** A post, with the content that no endpoint shows. */
export type BlogPost = {
  id: string;
  blogId: string;
  rawHTML: string;
  title: string;
  description: string;
  imageUrl: string;
  imageAltText: string;
  status: 'DRAFT' | 'PUBLISHED' | 'SCHEDULED' | 'ARCHIVED';
  urlSlug: string;
  canonicalLink?: string | undefined;
  author: string;
  categories: string[];
  tags?: string[] | undefined;
  publishedAt: string;
  updatedAt: string;
};

const HOST = 'https://blog.brightsmiledental.example';

export const blogSites = collection<BlogSite>('blogSites', ({ place, id }) =>
  place.isMain ? [{ id: id('Smile Journal'), name: 'Smile Journal' }] : [],
);

export const blogAuthors = collection<BlogAuthor>('blogAuthors', ({ place, hexId, ago }) =>
  (place.isMain ? ['Amelia Hart', 'Daniel Okafor'] : []).map((name, i) => ({
    id: hexId(name),
    name,
    locationId: place.id,
    updatedAt: new Date(ago(200 - i)).toISOString(),
    canonicalLink: `${HOST}/author/${slugOf(name)}`,
  })),
);

export const blogCategories = collection<BlogCategory>('blogCategories', ({ place, hexId, ago }) =>
  (place.isMain ? ['Prevention', 'Whitening', 'Practice News'] : []).map((label, i) => ({
    id: hexId(label),
    label,
    urlSlug: slugOf(label),
    locationId: place.id,
    updatedAt: new Date(ago(200 - i)).toISOString(),
    canonicalLink: `${HOST}/category/${slugOf(label)}`,
  })),
);

const TITLES = ['How Often Should You Floss?', 'Whitening at Home', 'Our New X-Ray Machine'];
const STATES = ['PUBLISHED', 'PUBLISHED', 'DRAFT'] as const;

export const blogPosts = collection<BlogPost>('blogPosts', ({ place, faker, hexId, ago }) => {
  const [site] = blogSites(place).values();
  const authors = [...blogAuthors(place).keys()];
  const categories = [...blogCategories(place).keys()];
  return (site ? TITLES : []).map((title, i) => ({
    id: hexId(title),
    blogId: site?.id ?? '',
    rawHTML: `<h1>${title}</h1><p>${faker.lorem.paragraph()}</p>`,
    title,
    description: faker.lorem.sentence(),
    imageUrl: `https://www.brightsmiledental.example/images/${i + 1}.jpg`,
    imageAltText: title,
    status: STATES[i % STATES.length] ?? 'DRAFT',
    urlSlug: slugOf(title),
    canonicalLink: `${HOST}/post/${slugOf(title)}`,
    author: authors[i % authors.length] ?? '',
    categories: categories.slice(i, i + 1),
    tags: ['teeth'],
    publishedAt: new Date(ago(60 - 10 * i)).toISOString(),
    updatedAt: new Date(ago(50 - 10 * i)).toISOString(),
  }));
});
