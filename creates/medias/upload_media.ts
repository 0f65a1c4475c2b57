import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { fetchFile } from '../../documents/files.ts';
import { text } from '../../fields/common.ts';
import { fileToUpload } from '../../fields/files.ts';
import { chosen } from '../../fields/ids.ts';
import { create, type Step } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';

const input = zod.object({
  file: fileToUpload,
  name: text('Name', 'Leave empty to keep the name of the file.').optional(),
  parentId: chosen('Folder', 'list_media_folder_choices.id.name').optional(),
});

const fetchIt: Step<zod.output<typeof input>> = {
  before: async (run, { file, name }) => {
    const fetched = await fetchFile(run, file);
    return { file: fetched, name: name ?? fetched.name };
  },
};

const media = record({
  noun: 'file',
  sample: {
    id: '686f9817f0d3165be9fbcef6',
    url: 'https://storage.googleapis.com/msgsndr/ve9EPM428h8vShlRW1KT/media/whitening.png',
    name: 'whitening.png',
  },
  complete: ([answer = {}], { values }) => [
    { id: answer.fileId ?? answer.id, url: answer.url, name: values?.name },
  ],
});

export default defineCreate({
  key: 'upload_media',
  noun: 'File',
  display: {
    label: 'Upload Media',
    description: 'Uploads a file to the media library, for example for a post or an email.',
  },
  operation: create('POST /medias/upload-file', { input, record: media, steps: [fetchIt] }),
});
