import type { PlainInputField } from 'zapier-platform-core';
import { readTwoWays } from '../../lib/values.ts';
import {
  answering,
  chosenFor,
  connectionFor,
  formFields,
  type Kind,
  type Operation,
  operations,
} from '../support/operations.ts';
import { bundleOf, performOf, plainZ } from '../support/zapier.ts';
import { fitting } from './fitting.ts';

/** Numbers that may be below zero: discounts, returns, losses, scores. */
const signed = /^(monetaryValue|amount|qty|scoreProfile(Min|Max))$/;

/** A field for a number, with its line item. */
interface Place {
  field: PlainInputField;
  row?: PlainInputField;
}

const isNumber = ({ type, placeholder }: PlainInputField) => !type && Number(placeholder) > 0;

const placesIn = (form: PlainInputField[]): Place[] =>
  form.flatMap((field) =>
    (field.children ?? []).length > 0
      ? (field.children ?? []).filter(isNumber).map((child) => ({ field: child, row: field }))
      : [field].filter(isNumber).map((one) => ({ field: one })),
  );

/** What the owner of the Zap reads if a number is filled in as this text; empty if the step runs. */
const said = async (
  { kind, operation }: { kind: Kind; operation: Operation },
  { field, row }: Place,
  text: string,
): Promise<string> => {
  const rows = row && [
    Object.fromEntries((row.children ?? []).map((one) => [one.key, fitting(one)])),
  ];
  const filled = rows ? rows.map((one) => ({ ...one, [field.key]: text })) : text;
  const inputData = { ...chosenFor(operation), [row?.key ?? field.key]: filled };
  const z = plainZ(answering(operation, kind));
  const bundle = bundleOf(inputData, { isLoadingSample: true }, connectionFor(operation));
  return performOf(operation)(z, bundle).then(
    () => '',
    ({ message }: Error) => message,
  );
};

const withNumbers = async () => {
  const all = await Promise.all(
    operations.map(async (one) => {
      const form = await formFields(one.operation, one.kind);
      return placesIn(form).map((place) => ({ one, place }));
    }),
  );
  return all.flat();
};

test('a number below zero is refused by the label of its field', async () => {
  const found = await withNumbers();
  expect(found.length).toBeGreaterThan(40);
  for (const { one, place } of found) {
    const { key, label } = place.field;
    if (signed.test(key)) continue;
    const sentence = await said(one, place, '-5');
    expect(`${one.key} ${sentence}`).toMatch(new RegExp(`“${label}” (\\(item 1\\) )?must be`));
  }
});

test('“1.000” is no 1 where only whole numbers or amounts of money are taken', async () => {
  expect(readTwoWays('1.000')).toEqual(['1000', '1']);
  for (const { one, place } of await withNumbers()) {
    const { key, label } = place.field;
    if (!/amount|monetaryValue|count|quantity|days|minutes/i.test(key)) continue;
    const sentence = await said(one, place, '1.000');
    expect(`${one.key} ${sentence}`).toContain(`“${label}”`);
    expect(sentence).toContain('could mean both');
  }
});
