import findCustomField from '../../../searches/locations/find_custom_field.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const customFields = [
  { id: 'd1', name: 'Insurance Plan', documentType: 'folder' },
  { id: 'f1', name: 'Insurance Plan', fieldKey: 'contact.insurance_plan', documentType: 'field' },
  { id: 'f2', name: 'Insurance Plan', fieldKey: 'opportunity.insurance_plan' },
];

test.each([
  [{ name: 'insurance plan' }, 'all', ['f1', 'f2']],
  [{ fieldKey: 'contact.insurance_plan', model: 'contact' }, 'contact', ['f1']],
  [{ name: 'Shade' }, 'all', []],
])('%j', async (input, model, ids) => {
  highlevel().get(`/locations/loc1/customFields?model=${model}`).reply(200, { customFields });
  expect((await poll(findCustomField, input)).map(({ id }) => id)).toEqual(ids);
});
