/**
 * HighLevel's documents as a second judge, if they are there: HIGHLEVEL_OPENAPI_DIR, else the folder in which
 * `npm run contract` looks for them.
 */
import {
  answerNames,
  type Exchanged,
  found,
  generations,
  isDocumented,
  loadDocuments,
} from '../test/contract/documents.ts';
import { judge } from '../test/contract/judge.ts';
import type { Difference } from './compare.ts';
import type { Recorded } from './gateway.ts';
import { routeOf } from './routes.ts';

export interface Documents {
  /** Every name that a documented answer of a route has. */
  namesOf: (route: string) => Set<string>;
  /** What they say against an answer. */
  judge: (exchange: Recorded) => Difference[];
}

const exchangedOf = ({ method, target, headers, body, status, answer }: Recorded): Exchanged => {
  const [path = '', query = ''] = target.split('?');
  const lists = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query))
    lists.set(name, [...(lists.get(name) ?? []), value]);
  return {
    method,
    path,
    query: Object.fromEntries(
      [...lists].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]),
    ),
    version: headers.version ?? '',
    requestBody: method === 'GET' ? '' : body,
    status,
    answer,
  };
};

const wayOf = (pointer: string): string =>
  pointer.replaceAll('/*', '[]').replaceAll('/', '.').replace(/^\./, '');

/** A sentence of the judge as a difference. */
const differenceOf = (route: string, sentence: string): Difference => {
  const [, pointer = '', words = ''] =
    /^(\S*) ?(.*)$/.exec(
      sentence.trimStart().startsWith('must') ? ` ${sentence.trimStart()}` : sentence,
    ) ?? [];
  const way = wayOf(pointer);
  const [, missing] = /required property '(.*?)'/.exec(words) ?? [];
  if (missing)
    return {
      route,
      kind: 'missing',
      where: way ? `${way}.${missing}` : missing,
      what: 'required by the document',
    };
  const [, type, other] = /^must be (.*), not (\w+)$/.exec(words) ?? [];
  if (type) return { route, kind: 'type', where: way, what: `${other}, not ${type}` };
  return { route, kind: 'document', where: way, what: words };
};

/** The documents, loaded; undefined if they are not there. */
export const openDocuments = async (): Promise<Documents | undefined> => {
  if (!found) return undefined;
  await loadDocuments();
  return {
    namesOf: (route) =>
      new Set(
        generations
          .filter((generation) => isDocumented(route, generation))
          .flatMap((generation) => [...answerNames(route, generation)]),
      ),
    judge: (exchange) => {
      const route = routeOf(exchange);
      if (!route || exchange.status >= 300 || !/^[[{]/.test(exchange.answer)) return [];
      return judge(exchangedOf(exchange))
        .filter(({ side }) => side === 'answer')
        .map(({ what }) => differenceOf(route, what));
    },
  };
};
