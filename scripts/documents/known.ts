/** What of a request nobody has to fill in. */
import type { Entry } from '../../documents/digest.ts';
import type { JsonSchema } from '../../lib/form/schema.ts';

/** What the connection fills in by itself. */
const isLocation = (name: string): boolean => ['locationId', 'location_id', 'altId'].includes(name);

/** The members of a request. */
export interface Members {
  properties: Record<string, JsonSchema>;
  required: string[];
}

/** Takes out what the connection knows, and what can only be one thing. */
export const withoutKnown = ({ properties, required }: Members, token: Entry['token']) => {
  const fromConnection: Record<string, 'locationId' | 'companyId'> = {};
  const constants: Record<string, string> = {};
  const shown: Record<string, JsonSchema> = {};
  for (const [name, one] of Object.entries(properties)) {
    const values = one.enum ?? [];
    if (isLocation(name) && token !== 'agency') fromConnection[name] = 'locationId';
    else if (name === 'companyId') fromConnection[name] = 'companyId';
    else if (name === 'altType' && values.includes('location')) constants[name] = 'location';
    else if (required.includes(name) && values.length === 1)
      constants[name] = String(values[0] ?? '');
    else shown[name] = one;
  }
  return { fromConnection, constants, shown, required: required.filter((name) => name in shown) };
};
