import { chosen } from './ids.ts';

/** A custom object of the sub-account, by its key. */
export const customObjectKey = chosen('Custom Object', 'list_custom_object_choices.id.name').meta({
  altersDynamicFields: true,
});
