import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { inAltId } from '../../fields/invoices.ts';
import { choices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_media_folder_choices',
  noun: 'Folder',
  display: {
    label: 'List Media Folder Choices',
    description: 'Fills the dropdown of the folders of the media library.',
    hidden: true,
  },
  operation: choices('GET /medias/files', {
    input: zod.object({ locationId }),
    request: ({ locationId: id }) => ({
      ...inAltId(id),
      type: 'folder',
      sortBy: 'createdAt',
      sortOrder: 'desc',
      fetchAll: 'true',
    }),
    list: 'files',
  }),
});
