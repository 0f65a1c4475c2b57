import { creates, type Field, searches, triggers } from '../../workbench/app.ts';
import { clearDependents } from '../../workbench/dependents.ts';

const forms = [triggers, creates, searches].flatMap((catalog) =>
  Object.values(catalog)
    .flat()
    .map(({ operation }) =>
      ((operation.inputFields ?? []) as object[]).filter((one): one is Field => 'key' in one),
    ),
);

test('a field that names another one in “dependsOn” is emptied when that one changes', () => {
  const pairs = forms.flatMap((fields) =>
    fields.flatMap(({ key, dependsOn = [] }) =>
      dependsOn.map((parent) => ({ fields, key, parent })),
    ),
  );
  expect(pairs.length).toBeGreaterThan(10);
  const stale = pairs.filter(({ fields, key, parent }) => {
    const left = clearDependents(fields, { [key]: 'old', [parent]: 'new' }, parent);
    return key in left || !(parent in left);
  });
  expect(stale.map(({ key, parent }) => `${key} of ${parent}`)).toEqual([]);
});
