import { chosen } from './ids.ts';

/** A custom object of the sub-account, by its key. */
export const customObjectKey = chosen('Custom Object', 'list_custom_object_choices.id.name').meta({
  altersDynamicFields: true,
});

/** A record of the chosen custom object. */
export const customObjectRecordId = chosen(
  'Record',
  'list_custom_object_record_choices.id.name',
).meta({
  dependsOn: ['schemaKey'],
  search: 'find_custom_object_record.id',
  helpText: 'Choose a record, or map one from an earlier step.',
});
