import { randomUUID } from 'node:crypto';
import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { fetchFile } from '../../documents/files.ts';
import { locationId } from '../../fields/common.ts';
import { fileToUpload } from '../../fields/files.ts';
import { chosen, contactId } from '../../fields/ids.ts';
import { create, type Step } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';
import type { Run } from '../../lib/run.ts';
import { asObject, type JsonObject, objectsIn } from '../../lib/values.ts';
import { contact } from '../../records/contacts.ts';
import { readCustomValue } from '../../records/customValues.ts';

const input = zod.object({
  locationId,
  contactId,
  customFieldId: chosen('Custom Field', 'list_file_field_choices.id.name'),
  file: fileToUpload,
});

const readRoute = 'GET /contacts/{contactId}';

interface Upload extends JsonObject {
  contactId: string;
  locationId: string;
}

/** HighLevel takes the file under the ID of the field and one that we make (forms.json), and keeps it by that. */
const partOf = (customFieldId: string, fileId: string): string => `${customFieldId}_${fileId}`;

const prepare: Step<zod.output<typeof input>> = {
  before: async (run, { file }) => ({ file: await fetchFile(run, file), fileId: randomUUID() }),
};

/** The file that a contact has under a part of the form. */
const fileIn = ({ customFields }: JsonObject, part: string): JsonObject | undefined => {
  const values = objectsIn(customFields).map((one): [unknown, JsonObject] => [
    one.id,
    asObject(readCustomValue(one)),
  ]);
  const files = values.flatMap(([id, value]) =>
    Object.entries(value).map(([fileId, file]) => [partOf(String(id), fileId), file] as const),
  );
  const found = files.find(([name]) => name === part)?.[1];
  return found ? asObject(found) : undefined;
};

/** Uploads the file, and reads the contact back, which alone says where the file is. */
const upload = async (run: Run, body: Upload): Promise<unknown> => {
  await run.call(route, body);
  return run.call(readRoute, { contactId: body.contactId }).catch(() => ({}));
};

const route =
  'POST /forms/upload-custom-files?contactId={contactId}&locationId={locationId}' as const;

const uploadedFile = record({
  noun: 'file',
  one: 'contact',
  sample: {
    fileId: '0b6f1f1e-6a0c-4a35-9f0a-2f6f9f6b1c11',
    name: 'insurance-card.png',
    url: 'https://services.leadconnectorhq.com/documents/download/insurance-card',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    customFieldId: 'MgobCB14YMVKuE4Ka8p1',
  },
  labels: { name: 'File Name', url: 'File URL' },
  complete: ([read = {}], { values = {} }) => {
    const { fileId, customFieldId, contactId: owner } = values;
    const found = fileIn(read, partOf(String(customFieldId), String(fileId)));
    const { name } = values.file as File;
    return [{ fileId, name, url: found?.url ?? null, contactId: owner, customFieldId }];
  },
});

export default defineCreate({
  key: 'upload_file_to_custom_field',
  noun: 'File',
  display: {
    label: 'Upload File to Custom Field',
    description: 'Uploads a file to a custom field of a contact that is for files.',
  },
  operation: create(route, {
    input,
    request: ({
      contactId: owner,
      locationId: location,
      customFieldId,
      file,
      fileId = '',
    }: zod.output<typeof input> & { fileId?: string }): Upload => ({
      contactId: owner,
      locationId: location,
      [partOf(customFieldId, fileId)]: file,
    }),
    record: uploadedFile,
    steps: [prepare],
    send: upload,
    routes: [readRoute],
    lookAgain: {
      route: readRoute,
      record: contact,
      isIt: (found, body) => Object.keys(body).some((part) => fileIn(found, part)),
      isUnique: true,
    },
  }),
});
