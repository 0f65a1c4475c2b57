import * as zod from 'zod';

/** A file that the app fetches and hands on. */
export const fileToUpload = zod.string().meta({
  label: 'File',
  type: 'file',
  helpText: 'A file of an earlier step, or the web address of one. It may have up to 25 MB.',
});
