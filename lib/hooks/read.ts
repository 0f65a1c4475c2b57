import { objectsIn } from '../values.ts';
import { isAppEvent, readAppEvent } from './appEvent.ts';
import type { HookEvent } from './event.ts';
import type { Post } from './post.ts';
import { assertSigned } from './signature.ts';
import { readWorkflow } from './workflow.ts';

/** Reads a post. Refuses a webhook of an app that HighLevel has not signed; a workflow’s post has no signature. */
export const readEvent = (post: Post): HookEvent => {
  const hasSignature = post.header('x-ghl-signature') !== undefined;
  const isOfApp = isAppEvent(post.body, hasSignature);
  if (isOfApp) assertSigned(post);
  const read = isOfApp ? readAppEvent : readWorkflow;
  return { ...read(post.body), listed: objectsIn(post.body.value).map(read) };
};
