/** A schema of HighLevel’s documents, without references: what a request is checked by and an answer is made by. */
export type Schema = {
  type?: 'object' | 'array' | 'string' | 'number' | 'boolean';
  format?: string;
  enum?: (string | number | boolean)[];
  example?: string | number | boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
};

/** What an endpoint takes and answers, as one generation of the documents has it. */
export type Described = {
  query: Schema;
  /** Undefined if none is documented. */
  body?: Schema;
  form?: 'plain' | 'files';
  status: number;
  /** What a refused request gets. */
  refusal: 400 | 422;
  /** Undefined if the documents show none. */
  answer?: Schema;
};

/** An endpoint of the documents. */
export type DocumentedEndpoint = {
  route: string;
  version: '2021-04-15' | '2021-07-28';
  scopes: string[];
  token: 'sub-account' | 'agency' | 'either';
  classic?: Described;
  /** Left out if it is as the classic documents say, `false` if v3 has no such endpoint. */
  v3?: Described | false;
};
