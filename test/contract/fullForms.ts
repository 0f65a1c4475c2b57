import type { Guide, Input } from '../../tour/station.ts';

const dndSettings = ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB'].map((channel) => ({
  channel,
  status: 'inactive',
  message: 'asked by phone',
  code: 'P1',
}));

/**
 * What to fill in where a form with every field filled by itself would be refused: values that must be unique, fields
 * that exclude each other (undefined leaves one empty). By operation.
 */
export const fullForms: Record<string, Input | ((guide: Guide) => Input | Promise<Input>)> = {
  create_contact: { email: 'all.fields@example.com', phone: '+14155550188', dndSettings },
  update_contact: {
    clear: undefined,
    email: 'all.updated@example.com',
    phone: '+14155550189',
    tagsMode: 'replace',
    dndSettings,
  },
  upsert_contact: {
    email: 'all.upserted@example.com',
    phone: '+14155550190',
    tagsMode: 'replace',
    dndSettings,
  },
};
