import App from '../../index.ts';
import { entries } from '../../workbench/catalog.ts';
import { findOperations } from '../../workbench/search.ts';

const labels = (query: string, kind?: string) =>
  findOperations(query, kind).map(({ label }) => label);

test.each([
  ['lead', /^New Contact$/],
  ['new lead', /^New Contact$/],
  ['new deal', /^New Opportunity$/],
  ['payment', /^New Payment$/],
  ['deal', /Opportunity/],
  ['sms', /^Send SMS$/],
  ['text', /^Send SMS$/],
  ['invoice', /Invoice/],
  ['tag', /^Contact Tagged$/],
  ['tags', /^Add Tags to Contact$/],
  ['find tag', /^Find Tag$/],
  ['note', /^Create Contact Note$/],
  ['move stage', /^Update Opportunity$/],
  ['stage changed', /^Opportunity Stage Changed$/],
  ['phone call', /^Missed Call$/],
  ['contcat', /Contact/],
  ['todo', /Task/],
  ['book', /Appointment/],
  ['CREATE contact NOTE', /^Create Contact Note$/],
])('“%s” finds what people mean by it, first', (query, expected) => {
  expect(labels(query)[0]).toMatch(expected);
});

test('what HighLevel advises against comes last', () => {
  for (const query of ['contact', 'lead', 'list contacts'])
    expect(labels(query).findIndex((label) => /Deprecated/.test(label))).toBe(
      labels(query).length - 1,
    );
});

test('nothing typed is the whole catalog, in its order', () => {
  expect(findOperations('  ')).toEqual(entries);
  const searches = Object.values(App.searches ?? {}).filter(({ display }) => !display.hidden);
  expect(labels('', 'searches')).toEqual(searches.map(({ display }) => display.label));
});

test('every operation is found by its own name, first', () => {
  for (const { label } of entries) expect(labels(label)[0]).toBe(label);
});

test('nonsense finds nothing', () => {
  expect(labels('xyzzy')).toEqual([]);
});
