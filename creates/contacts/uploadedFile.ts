import { record } from '../../lib/record.ts';
import { asObject, type JsonObject, objectsIn } from '../../lib/values.ts';
import { readCustomValue } from '../../records/customValues.ts';

/** HighLevel takes the file under the ID of the field and one that we make (forms.json), and keeps it by that. */
export const partOf = (customFieldId: string, fileId: string): string =>
  `${customFieldId}_${fileId}`;

/** The files that a contact has, by the part of the form under which each was uploaded. */
export const filesOf = ({ customFields }: JsonObject): JsonObject =>
  Object.fromEntries(
    objectsIn(customFields).flatMap((one) =>
      Object.entries(asObject(readCustomValue(one))).map(([fileId, file]) => [
        partOf(String(one.id), fileId),
        file,
      ]),
    ),
  );

/** The file as the contact, read back, has it. */
export const uploadedFile = record({
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
    const { url = null } = asObject(filesOf(read)[partOf(String(customFieldId), String(fileId))]);
    const { name } = values.file as File;
    return [{ fileId, name, url, contactId: owner, customFieldId }];
  },
});
