/** All differences of an account: in the answers themselves, by the documents, and what was refused. */
import { type Difference, differencesIn } from './compare.ts';
import { withoutPersonalData } from './discretion.ts';
import type { Documents } from './documents.ts';
import type { Recorded } from './gateway.ts';
import { routeOf, samplesOf } from './routes.ts';
import { isWithin } from './shapes.ts';
import type { Study } from './study.ts';

const byShape = (own: Study, model: Study, documents?: Documents): Difference[] =>
  [...own.shapes].flatMap(([route, found]) => {
    const documented = documents?.namesOf(route) ?? new Set<string>();
    const expected = model.shapes.get(route);
    return expected
      ? differencesIn(route, { model: expected, samples: samplesOf(route), documented }, found)
      : [];
  });

/** Whether the same has been told already: the documents may show a record without its wrapper. */
const isTold = (told: Difference[], { route, kind, where }: Difference): boolean =>
  told.some(
    (one) =>
      one.route === route &&
      (one.kind === 'wrapper' ||
        one.where === where ||
        isWithin(where, one.where) ||
        one.where.endsWith(`.${where}`) ||
        (kind === 'document' && (where === '' || one.where.startsWith(where)))),
  );

const byDocuments = (told: Difference[], own: Study, documents: Documents): Difference[] => {
  const found: Difference[] = [];
  for (const one of own.recorded.flatMap((exchange) => documents.judge(exchange)))
    if (!isTold([...told, ...found], one)) found.push(one);
  return found;
};

const isSorted = ({ target, body }: Recorded): boolean =>
  /[?&"]sort(By|Direction)?["=]/.test(target + body);

const wordsIn = (answer: string): string => {
  try {
    const { message } = JSON.parse(answer) as { message?: unknown };
    return withoutPersonalData([message ?? ''].flat().join('; '));
  } catch {
    return '';
  }
};

/** Requests that were refused here and not by the model. A missing scope is no difference. */
const byRefusal = (recorded: readonly Recorded[], model: Study): Difference[] => {
  const expected = new Set(
    model.recorded.filter(({ status }) => status >= 400).map((one) => routeOf(one)),
  );
  const found = recorded.flatMap((one): Difference[] => {
    const route = routeOf(one);
    if (!route || one.status < 400 || expected.has(route)) return [];
    const words = wordsIn(one.answer);
    // A record may be deleted while others are read.
    if (/not authorized for this scope|not found/i.test(words)) return [];
    const what = `refused: ${one.status} ${words}`.trim();
    return [{ route, kind: isSorted(one) ? 'order' : 'refused', where: '', what }];
  });
  return found.filter(
    (one, i) =>
      found.findIndex(({ route, kind }) => route === one.route && kind === one.kind) === i,
  );
};

/** All of them, each told once. @param ordered orders that do not hold */
export const differencesOf = (
  own: Study,
  model: Study,
  { documents, ordered }: { documents: Documents | undefined; ordered: Difference[] },
): Difference[] => {
  const shaped = byShape(own, model, documents);
  const documented = documents ? byDocuments(shaped, own, documents) : [];
  const refused = byRefusal(own.recorded, model);
  const orders = ordered.filter(
    ({ route }) => !refused.some((one) => one.kind === 'order' && one.route === route),
  );
  return [...shaped, ...documented, ...refused, ...orders];
};
