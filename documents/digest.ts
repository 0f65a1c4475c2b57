import type { Encoding } from '../lib/api/endpoints.ts';
import type { Token } from '../lib/api/families.ts';
import type { JsonSchema } from '../lib/form/schema.ts';

/** What a record of an answer has: the type of each member (`s` text, `n` number, `b` yes or no, `d` moment), or its own members. */
export type Shape = { [member: string]: string | Shape | [string | Shape] };

/** An endpoint as HighLevel documents it. */
export interface Entry {
  /** `POST /invoices/{invoiceId}/send`, with the query of a request that has a body. */
  route: string;
  /** What people read of its family: “Invoices”. */
  area: string;
  title: string;
  about?: string;
  version: string;
  /** v3 wants the same request and answers the same, so that either Version does. */
  asInV3?: true;
  scopes: string[];
  token: Token;
  deprecated?: boolean;
  /** How the body goes out, if not as JSON. */
  encoding?: Encoding;
  /** Required members that the form cannot show: they come in as JSON. */
  unsaid?: string[];
  /** The body is a list: what this member holds. */
  bodyMember?: string;
  /** Members that can only be one thing. */
  constants?: Record<string, string>;
  /** Members that the connection fills in. */
  fromConnection?: Record<string, 'locationId' | 'companyId'>;
  /** The form: path, query and body. */
  input: JsonSchema;
  answer: {
    /** The member that holds the record or the list: `invoices`, `data.items`. */
    wrapper?: string;
    isList?: boolean;
    shape?: Shape;
  };
}

/** HighLevel's documents, digested by `npm run documents`. */
export interface Digest {
  endpoints: Entry[];
  /** The lists that fill dropdowns. */
  lists: string[];
}
