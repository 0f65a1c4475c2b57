/** The digest is what `npm run documents` makes of the documents, and small. */
import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import digest from '../../documents/digest.json' with { type: 'json' };
import { listRoutes } from '../../documents/lists.ts';
import { digestOf } from '../../scripts/documents/digest.ts';
import { readDocuments } from '../../scripts/documents/openApi.ts';

const folder = '../shared/highlevel-documents';
const withDocuments = existsSync(folder) ? test : test.skip;

withDocuments('digest and documents agree; if not, run `npm run documents`', () => {
  const fresh = JSON.parse(JSON.stringify(digestOf(readDocuments(folder))));
  expect(fresh.lists).toEqual(digest.lists);
  const byRoute = new Map(digest.endpoints.map((one) => [one.route, JSON.stringify(one)]));
  const changed = (fresh.endpoints as { route: string }[]).filter(
    (one) => byRoute.get(one.route) !== JSON.stringify(one),
  );
  expect(changed.map(({ route }) => route)).toEqual([]);
  expect(fresh.endpoints).toHaveLength(digest.endpoints.length);
});

test('the dropdowns of the app are those of the digest', () => {
  expect(listRoutes).toEqual(digest.lists);
});

test('it takes at most 120 KB of build.zip', () => {
  const packed = deflateRawSync(readFileSync('documents/digest.json'), { level: 9 });
  expect(packed.length).toBeLessThanOrEqual(120 * 1024);
});
