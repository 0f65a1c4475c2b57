import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail, forbidden } from '../gateway/errors.ts';
import { optionalText, skip, text } from '../gateway/schemas.ts';
import { customFields } from '../seed/customFields.ts';
import { medias } from '../seed/medias.ts';
import { contactOf, touch } from './contacts/access.ts';
import { wholeContact } from './contacts/shown.ts';
import { iso, pageOf } from './records.ts';

const version = '2021-07-28' as const;

const file = zod.instanceof(File);

/** Bytes (forms.json, medias.json). */
const LARGEST_VALUE = 50 * 1024 * 1024;
const LARGEST_MEDIA = 25 * 1024 * 1024;

/** Uploads (forms.json, medias.json). */
export const fileUploads = [
  /** The part of a file is named `<custom field>_<file>`; a field for one file keeps the last (api#uploading-a-file). */
  endpoint(
    'POST /forms/upload-custom-files',
    {
      version,
      scopes: ['forms.write'],
      status: 201,
      form: 'files',
      query: zod.strictObject({ contactId: text, locationId: text }),
      body: zod.record(zod.string(), file),
    },
    ({ query, body, location, generation }) => {
      const contact = contactOf(location, query.contactId);
      const known = new Map(contact.customFields.map((one) => [one.id, one]));
      for (const [part, { name, type, size }] of Object.entries(body)) {
        const [fieldId = '', fileId = ''] = part.split('_');
        const field = customFields(location).get(fieldId);
        if (field?.dataType !== 'FILE_UPLOAD' || !fileId) throw fail(400, `Invalid key: ${part}`);
        if (size > LARGEST_VALUE) throw fail(400, 'File too large');
        const before = field.isMultiFileAllowed ? known.get(fieldId)?.value : {};
        const added = {
          meta: { fieldname: part, originalname: name, mimetype: type, size },
          url: `https://files.example.com/${fieldId}/${fileId}`,
          documentId: fileId,
        };
        known.set(fieldId, { id: fieldId, value: { ...(before as object), [fileId]: added } });
      }
      const changed = touch(location, contact, { customFields: [...known.values()] });
      return { contact: wholeContact(changed, generation) };
    },
  ),

  /** `hosted` and `fileUrl` link to a file elsewhere; `altId` is not documented here. */
  endpoint(
    'POST /medias/upload-file',
    {
      version,
      scopes: ['medias.write'],
      form: 'files',
      body: zod.strictObject({
        file: file.optional(),
        hosted: optionalText,
        fileUrl: optionalText,
        name: optionalText,
        parentId: optionalText,
      }),
    },
    ({ body, location, state, now }) => {
      const { file: sent, hosted, fileUrl, parentId } = body;
      if (hosted === 'true' ? !fileUrl : !sent) throw fail(400, 'file is required');
      if (sent && sent.size > LARGEST_MEDIA) throw fail(400, 'File too large');
      const id = state.newId('hex');
      const url = fileUrl ?? `https://storage.example.com/${location.id}/media/${id}`;
      const name = body.name ?? sent?.name ?? id;
      medias(location).set(id, { id, name, type: 'file', url, parentId, createdAt: now });
      return { fileId: id, url };
    },
  ),

  endpoint(
    'GET /medias/files',
    {
      version,
      scopes: ['medias.readonly'],
      query: zod.strictObject({
        altId: text,
        altType: zod.literal('location'),
        sortBy: text,
        sortOrder: zod.enum(['asc', 'desc']),
        type: zod.enum(['file', 'folder']),
        query: optionalText,
        parentId: optionalText,
        fetchAll: optionalText,
        limit: zod.coerce.number().int().min(1).default(20),
        offset: skip,
      }),
    },
    ({ query, location }) => {
      if (query.altId !== location.id) throw forbidden();
      const found = [...medias(location).values()].filter(({ type }) => type === query.type);
      const page = query.fetchAll === 'true' ? found : pageOf(found, query.offset, query.limit);
      return {
        files: page.map(({ id, createdAt, ...rest }) => ({
          _id: id,
          altId: location.id,
          altType: 'location',
          ...rest,
          createdAt: iso(createdAt),
        })),
      };
    },
  ),
];
