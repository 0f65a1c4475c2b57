import type { PlainInputField } from 'zapier-platform-core';
import * as zod from 'zod';

/** A zod schema of fields; `$ZodType` keeps type-checking quick where `zod.ZodType` makes it crawl. */
export type Schema<Values = Record<string, unknown>> = zod.core.$ZodType<Values>;

declare module 'zod' {
  interface GlobalMeta extends Omit<Partial<PlainInputField>, 'group'> {
    /** Filled from the connection (locationId, companyId), never asked for. */
    connection?: boolean;
    /** Label of the section of the form that the field stands in. */
    group?: string;
    /** The section is open from the start. */
    emphasize?: boolean;
    /** A day may be filled in as well as a moment; this end of it counts. */
    day?: 'start' | 'end';
    /** The number is an amount of money. */
    money?: boolean;
  }
}

/** What a schema says of a field, in the words of JSON Schema and of Zapier. */
export interface JsonSchema
  extends Omit<Partial<PlainInputField>, 'group' | 'type' | 'required' | 'schema'> {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  enum?: (string | number)[];
  minimum?: number;
  maximum?: number;
  /** Zapier’s type of the field, if JSON Schema has no such type: password, file, text. */
  fieldType?: NonNullable<PlainInputField['type']>;
  additionalProperties?: unknown;
  required?: string[];
  format?: string;
  connection?: boolean;
  group?: string;
  emphasize?: boolean;
  day?: 'start' | 'end';
  money?: boolean;
}

/** What a schema says of what people fill in. What its transforms make of it is no part of that. */
export const describeInput = (schema: Schema): JsonSchema =>
  zod.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonSchema;

/** An object with members that are known: a section of the form, or a line item. */
export const hasMembers = ({ type, properties }: JsonSchema): boolean =>
  type === 'object' && properties !== undefined;

/** An object whose members only the sub-account knows, like custom fields: a step adds them to the form. */
export const hasUnknownMembers = ({
  type,
  additionalProperties,
  properties,
}: JsonSchema): boolean =>
  type === 'object' && properties === undefined && additionalProperties !== undefined;
