import { readFileSync } from 'node:fs';
import { withoutPersonalData } from '../../live/discretion.ts';
import type { Lab } from '../../live/lab.ts';
import { orders } from '../../live/orders.ts';
import { notProbed, readingProbes, writingProbes } from '../../live/probes/index.ts';
import { anchorsOf } from '../docs/anchors.ts';

const page = 'docs/highlevel-api.md';
const probed = [...readingProbes, ...writingProbes].map(({ fact }) => fact);
const ordered = orders.map(({ fact }) => fact);

/** The headings of the facts whose last line says that something is unproven, as anchors. */
const unproven = (): string[] =>
  readFileSync(page, 'utf8')
    .split(/^### /m)
    .slice(1)
    .map((fact) =>
      fact
        .replace(/^## [\s\S]*/m, '')
        .trim()
        .split('\n'),
    )
    .filter((lines) => /unproven|not seen live/i.test(lines.at(-1) ?? ''))
    .map(([heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );

test('every fact that is unproven is asked about, or it says why not', () => {
  const facts = unproven();
  expect(facts.length).toBeGreaterThan(40);
  const asked = [...probed, ...ordered, ...Object.keys(notProbed)];
  expect(facts.filter((fact) => !asked.includes(fact))).toEqual([]);
});

test('every question is about a fact that is there', () => {
  const anchors = anchorsOf(page);
  const asked = [...probed, ...Object.keys(notProbed)];
  expect([...asked, ...ordered].filter((fact) => !anchors.includes(fact))).toEqual([]);
  expect(asked.filter((fact, index) => asked.indexOf(fact) !== index)).toEqual([]);
});

describe('the question whether v3 pages contacts of a business by name and ID', () => {
  const contacts = ['Ann', 'Ben', 'Cid'].map((contactName, id) => ({ id: `c${id}`, contactName }));
  const probe = readingProbes.find(({ fact }) => fact === 'contacts-of-a-business');
  const verdictFor = (answer: (cursor: unknown) => object[], all: object[] = contacts) =>
    probe?.ask({
      locationId: 'loc1',
      list: async () => [{ id: 'b1' }],
      ask: async (_: string, { startAfter, skip = 0 }: { startAfter?: unknown; skip?: number }) => {
        const found = startAfter ? answer(startAfter) : all.slice(skip, skip + 1);
        return { isFine: true, status: 200, words: '', body: { contacts: found } };
      },
    } as unknown as Lab);

  test('is answered by the second contact only', async () => {
    const cursors: unknown[] = [];
    const follow = (cursor: unknown) => {
      cursors.push(cursor);
      return contacts.slice(1, 2);
    };
    expect(await verdictFor(follow)).toMatchObject({ verdict: 'as written' });
    expect(cursors).toEqual([['ann', 'c0']]);
    expect(await verdictFor(() => contacts.slice(0, 1))).toMatchObject({ verdict: 'otherwise' });
    expect(await verdictFor(() => contacts.slice(2))).toMatchObject({ verdict: 'otherwise' });
    expect(await verdictFor(() => [])).toMatchObject({ verdict: 'otherwise' });
  });

  test('stays open if there is no second contact', async () => {
    const one = contacts.slice(0, 1);
    expect(await verdictFor(() => [], one)).toMatchObject({ verdict: 'open' });
  });
});

test.each([
  ['Contact with id FJMEtaWH5eTSzPct9IzQ not found', 'Contact with id … not found'],
  ['ada.byron@example.com is taken', '… is taken'],
  ['call +1 (415) 555-0177', 'call …'],
  ['see https://example.com/x?y=z', 'see …'],
  ['the name “Ada” or "Byron"', 'the name … or …'],
  ['Invalid Operator (trace 1-2-3)', 'Invalid Operator'],
])('%s is shown as %s', (text, shown) => {
  expect(withoutPersonalData(text)).toBe(shown);
});
