/** The files of a new operation, from what its author and HighLevel's documents say. */

import type { Documented } from './scaffold/documents.ts';
import { expectationCode } from './scaffold/expectation.ts';
import { operationCode } from './scaffold/operation.ts';
import type { Vocabulary } from './scaffold/part.ts';
import { planFor } from './scaffold/plan.ts';
import type { KnownRecord } from './scaffold/records.ts';
import { folders, type Wanted } from './wanted.ts';

/** The operation and its test, by path; what nobody can know is marked with TODO. */
export const filesFor = (
  wanted: Wanted,
  documented: Documented,
  vocabulary: Vocabulary,
  records: KnownRecord[] = [],
): Record<string, string> => {
  const plan = planFor(wanted, documented, vocabulary, records);
  const name = `${folders[wanted.kind]}/${plan.folder}/${wanted.key}`;
  return {
    [`${name}.ts`]: operationCode(plan),
    [`test/${name}.test.ts`]: expectationCode(plan),
  };
};
