import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { inSubAccount, nameToFind } from '../../fields/find.ts';
import { search } from '../../lib/operations.ts';
import { fitsText } from '../../lib/texts.ts';
import { locationTags } from '../../records/tags.ts';

const input = zod.object({ locationId, name: nameToFind('Tag') });

export default defineSearch({
  key: 'find_tag',
  noun: 'Tag',
  display: { label: 'Find Tag', description: 'Finds a tag of the sub-account by its name.' },
  operation: search('GET /locations/{locationId}/tags', {
    input,
    request: inSubAccount,
    record: locationTags,
    matches: (tag, { name }) => fitsText(tag.name, name),
  }),
});
