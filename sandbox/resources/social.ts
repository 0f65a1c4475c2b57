import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { isoDate, optionalText, text } from '../gateway/schemas.ts';
import { socialAccounts, socialPosts } from '../seed/social.ts';
import { iso } from './records.ts';

const version = '2021-07-28' as const;

const media = (type: zod.ZodType<string | undefined>) =>
  zod.array(zod.strictObject({ url: text, caption: optionalText, type, thumbnail: optionalText }));

const body = (type: zod.ZodType<string | undefined>) =>
  zod.strictObject({
    accountIds: zod.array(text),
    summary: optionalText,
    media: media(type).default([]),
    status: zod.enum(['draft', 'scheduled', 'in_review', 'published']).optional(),
    scheduleDate: isoDate.optional(),
    type: zod.enum(['post', 'story', 'reel']),
    userId: text,
    followUpComment: zod.string().max(280).optional(),
  });

/** v3 wants a type that it knows (social-planner-v3.json). */
const known = zod.enum(
  ['jpeg', 'jpg', 'png', 'gif']
    .map((one) => `image/${one}`)
    .concat(['mp4', 'mov', 'webm'].map((one) => `video/${one}`)),
);

/** The Social Planner (social-media-posting.json). */
export const socialEndpoints = [
  endpoint(
    'GET /social-media-posting/{locationId}/accounts',
    { version, scopes: ['socialplanner/account.readonly'] },
    ({ location }) => ({
      success: true,
      statusCode: 200,
      message: 'Fetched Accounts',
      results: { accounts: [...socialAccounts(location).values()], groups: [] },
    }),
  ),

  /** A date is wanted with `scheduled` (social-planner-v3.json, `status`). */
  endpoint(
    'POST /social-media-posting/{locationId}/posts',
    {
      version,
      scopes: ['socialplanner/post.write'],
      status: 201,
      body: body(optionalText),
      v3: { body: body(known) },
    },
    ({ body: { userId, ...sent }, location, state, now }) => {
      const { status = 'published', scheduleDate, accountIds } = sent;
      if (status === 'scheduled' && !scheduleDate) throw fail(400, 'scheduleDate is required');
      const strangers = accountIds.filter((id) => !socialAccounts(location).has(id));
      if (strangers.length > 0 || (status !== 'draft' && accountIds.length === 0))
        throw fail(400, 'Invalid accountIds');
      const id = state.newId('hex');
      socialPosts(location).set(id, { id, status, createdAt: now });
      const { followUpComment: _, scheduleDate: __, ...shown } = sent;
      const post = {
        _id: id,
        source: 'composer',
        ...shown,
        status,
        locationId: location.id,
        createdBy: userId,
        error: '',
        displayDate: scheduleDate ?? iso(now),
        createdAt: iso(now),
        updatedAt: iso(now),
      };
      return { success: true, statusCode: 201, message: 'Created Post', results: { post } };
    },
  ),
];
