import { record } from '../lib/record.ts';

const sample = {
  id: 'rWQ709Pb62syqGLceg1x',
  name: 'Opening Hours',
  fieldKey: '{{ custom_values.opening_hours }}',
  value: 'Monday to Friday, 9 am to 5 pm',
  locationId: 've9EPM428h8vShlRW1KT',
};

const labels = { fieldKey: 'Merge Tag', locationId: 'Sub-Account ID' };

/** A custom value of the sub-account (locations.json, CustomValueSchema); it has no change date. */
export const customValue = record({ noun: 'custom value', one: 'customValue', sample, labels });
