import { listIn } from '../../lib/api/answers.ts';
import { HighLevelError } from '../../lib/api/errors.ts';
import type { Step } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { timeOf } from '../../lib/time.ts';
import { asObject, idOf, isEmpty, type JsonObject } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { blogPages, blogPosts, readTitles, rememberTitles } from '../../records/blogs.ts';

const listRoute = 'GET /blogs/posts/all';

const mostPages = 40;

/** Milliseconds that the update itself needs. */
const timeToWrite = 8_000;

/** What the list gives of a post and the update takes. It does not give the content. */
const members = [
  'title',
  'description',
  'author',
  'categories',
  'urlSlug',
  'imageUrl',
  'imageAltText',
  'tags',
  'canonicalLink',
  'status',
];

/** The ids of authors and categories that are written out; all else as it is. */
const toIds = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(toIds) : (idOf(asObject(value)) ?? value);

interface Values {
  locationId: string;
  blogId: string;
  postId: string;
}

/** A page of the posts. @param searchTerm only posts with this in their title */
const readPosts = async (
  run: Run,
  { locationId, blogId }: Values,
  { index, searchTerm }: { index: number; searchTerm?: string },
): Promise<JsonObject[]> => {
  const page = blogPages.params({ index, size: blogPages.size, changed: false, last: undefined });
  const answer = await run.call(listRoute, { locationId, blogId, ...page, searchTerm });
  return listIn(answer, blogPosts);
};

/** The post under the title that it had when it was last seen; undefined if it is not known, or was renamed. */
const findByTitle = async (run: Run, values: Values): Promise<JsonObject | undefined> => {
  const searchTerm = (await readTitles(run, values.blogId))[values.postId];
  if (!searchTerm) return undefined;
  const posts = await readPosts(run, values, { index: 0, searchTerm });
  return posts.find((post) => String(idOf(post)) === values.postId);
};

const findPost = async (run: Run, values: Values): Promise<JsonObject> => {
  const known = await findByTitle(run, values);
  if (known) return known;
  for (let index = 0; index < mostPages && run.deadline.timeLeft > timeToWrite; index += 1) {
    const posts = await readPosts(run, values, { index });
    const found = posts.find((post) => String(idOf(post)) === values.postId);
    if (found) return found;
    if (posts.length < blogPages.size) {
      refuse(
        'HighLevel did not find this blog post in the chosen blog site. Check that it was not deleted.',
      );
    }
  }
  throw new HighLevelError(
    'unavailable',
    'This blog site has too many posts to find this one in time, so nothing was changed. Replay this run later, or change the post in HighLevel.',
    { status: 503 },
  );
};

/**
 * An update of a post writes all of it, and no endpoint reads a single one: looks the post up in its blog site, so
 * that what the person leaves empty is sent again as it is.
 */
export const keepPost: Step<Values> = {
  routes: [listRoute],
  before: async (run, values) => {
    const post = await findPost(run, values);
    const published = timeOf(post.publishedAt);
    const known: JsonObject = {
      ...Object.fromEntries(members.map((name) => [name, toIds(post[name])])),
      publishedAt: Number.isNaN(published) ? undefined : new Date(published).toISOString(),
    };
    const rest = Object.entries(known).filter(([, value]) => !isEmpty(value));
    const all: JsonObject = { ...Object.fromEntries(rest), ...values };
    await rememberTitles(run, values.blogId, [{ id: values.postId, title: all.title }]);
    return all;
  },
};
