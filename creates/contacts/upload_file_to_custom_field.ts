import { randomUUID } from 'node:crypto';
import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { fetchFile } from '../../documents/files.ts';
import { locationId } from '../../fields/common.ts';
import { fileToUpload } from '../../fields/files.ts';
import { chosen, contactId } from '../../fields/ids.ts';
import { create, type Step } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import { contact } from '../../records/contacts.ts';
import { filesOf, partOf, uploadedFile } from './uploadedFile.ts';

const input = zod.object({
  locationId,
  contactId,
  customFieldId: chosen('Custom Field', 'list_file_field_choices.id.name'),
  file: fileToUpload,
});

type Values = zod.output<typeof input>;

const readRoute = 'GET /contacts/{contactId}';

interface Upload extends JsonObject {
  contactId: string;
  locationId: string;
}

const prepare: Step<Values> = {
  before: async (run, { file }) => ({ file: await fetchFile(run, file), fileId: randomUUID() }),
};

/** Uploads the file, and reads the contact back, which alone says where the file is. */
const upload = async (run: Run, body: Upload): Promise<unknown> => {
  await run.call(route, body);
  return run.call(readRoute, { contactId: body.contactId }).catch(() => ({}));
};

const route =
  'POST /forms/upload-custom-files?contactId={contactId}&locationId={locationId}' as const;

export default defineCreate({
  key: 'upload_file_to_custom_field',
  noun: 'File',
  display: {
    label: 'Upload File to Custom Field',
    description: 'Uploads a file to a contact’s custom field for files.',
  },
  operation: create(route, {
    input,
    request: ({
      customFieldId,
      file,
      fileId = '',
      ...values
    }: Values & { fileId?: string }): Upload => ({
      ...values,
      [partOf(customFieldId, fileId)]: file,
    }),
    record: uploadedFile,
    steps: [prepare],
    send: upload,
    routes: [readRoute],
    lookAgain: {
      route: readRoute,
      record: contact,
      isIt: (found, body) => Object.keys(filesOf(found)).some((part) => part in body),
      isUnique: true,
    },
  }),
});
