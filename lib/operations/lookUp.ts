import { defineSearch, type Search, type Trigger } from 'zapier-platform-core';
import { withArticle } from '../texts.ts';
import { search } from './search.ts';
import { statementOf } from './trigger.ts';

/**
 * A search that finds what a trigger watches: the same request, form and record, read now.
 * @param label of the search (“Find Contact by ID”), which also gives its key
 */
export const lookUp = (
  { noun, operation }: Trigger,
  label: string,
  description = `Finds ${withArticle(noun.toLowerCase())} by its ID, for example one from an earlier step.`,
): Search => {
  const { route, statement } = statementOf(operation as Parameters<typeof statementOf>[0]);
  const { input, request, record, send, paging, filter, routes } = statement;
  return defineSearch({
    key: label.toLowerCase().replaceAll(' ', '_'),
    noun,
    display: { label, description },
    operation: search<string, typeof statement.record.sample>(route as never, {
      input,
      record,
      ...(request ? { request } : {}),
      ...(send ? { send } : {}),
      ...(paging ? { paging } : {}),
      ...(filter ? { matches: filter } : {}),
      ...(routes ? { routes } : {}),
    }),
  });
};
