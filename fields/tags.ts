import { choice } from './common.ts';
import { tags } from './ids.ts';

/** The tags of an existing contact: they are added to its other tags, unless the person chooses to replace all. */
export const tagFields = {
  tags: tags.meta({ group: 'Tags' }).optional(),
  tagsMode: choice(
    'Existing Tags',
    { add: 'Keep them and add these tags', replace: 'Replace all tags with these tags' },
    'HighLevel itself replaces all tags of the contact. This app keeps them unless you choose to replace them.',
  )
    .meta({ group: 'Tags' })
    .default('add'),
};

/** The request with `tags` only if they are to replace all; added tags go through their own endpoint. */
export const withoutAddedTags = <Values extends { tags?: string[] | undefined; tagsMode: string }>({
  tags: chosen,
  tagsMode,
  ...rest
}: Values) => ({ ...rest, ...(tagsMode === 'replace' ? { tags: chosen } : {}) });
