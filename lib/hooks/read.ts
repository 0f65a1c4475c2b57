import { isAppEvent, readAppEvent } from './appEvent.ts';
import type { HookEvent } from './event.ts';
import type { Post } from './post.ts';
import { assertSigned } from './signature.ts';
import { readWorkflow } from './workflow.ts';

/** Reads a post. Refuses a webhook of an app that HighLevel has not signed; a workflow’s post has no signature. */
export const readEvent = (post: Post): HookEvent => {
  if (!isAppEvent(post.body)) return readWorkflow(post.body);
  assertSigned(post);
  return readAppEvent(post.body);
};
