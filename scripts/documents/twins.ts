/** What is the same in both generations of the API. */
import type { Entry } from '../../documents/digest.ts';

/** What people read, and what a request bears by itself. */
const said = ['about', 'helpText', 'title', 'area', 'version'];

/** Whether two entries want the same request and answer the same. */
export const isAlike = (one: Entry, other: Entry): boolean => {
  const [first, second] = [one, other].map((entry) =>
    JSON.stringify(entry, (name, value: unknown) =>
      name === 'scopes' || (said.includes(name) && typeof value === 'string') ? undefined : value,
    ),
  );
  return first === second;
};
