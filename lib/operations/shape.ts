import type { InputField, InputFieldGroups, PlainInputField } from 'zapier-platform-core';
import { endpointOf } from '../api/endpoints.ts';
import type { Form } from '../form/form.ts';
import { withRun } from '../perform.ts';
import type { Shown } from '../record.ts';
import { needsOwnToken } from '../tokens.ts';
import { lazy } from '../zapier.ts';

type Names<Route extends string> = Route extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** A route whose every `{name}` is a value of the request; otherwise a type that no string fits. */
export type Checked<Route extends string, Body> =
  Exclude<Names<Route>, keyof Body> extends never
    ? Route
    : `{${Exclude<Names<Route>, keyof Body>}} is no field of the input`;

interface Inputs {
  inputFields: InputField[];
  inputFieldGroups?: InputFieldGroups;
}

/** What stands in its place if the token of an agency cannot work in any sub-account. */
const noSubAccount: PlainInputField = {
  key: 'no_sub_account',
  label: 'Another Connection Is Needed',
  type: 'copy',
  helpText: needsOwnToken,
};

/** “Sub-Account”, first in the form of every sub-account operation on an agency connection; else no field. */
export const subAccountField = withRun(({ isAgency, hasPrivateToken }): PlainInputField[] => {
  if (isAgency && hasPrivateToken) return [noSubAccount];
  return isAgency
    ? [
        {
          key: 'locationId',
          label: 'Sub-Account',
          type: 'string',
          required: true,
          dynamic: 'list_sub_accounts.id.name',
          altersDynamicFields: true,
          helpText:
            'The sub-account to work in. The list shows only those that have this app installed.',
        },
      ]
    : [];
});

/** Works over the fields of a form. */
export type Rework = (own: InputField[]) => InputField[];

const inputsOf = (route: string, form: Form, rework: Rework): Inputs => {
  const isOfSubAccount = endpointOf(route).token === 'sub-account';
  const { inputFields, inputFieldGroups } = form;
  return {
    inputFields: rework(isOfSubAccount ? [subAccountField, ...inputFields] : inputFields),
    ...(inputFieldGroups.length > 0 ? { inputFieldGroups } : {}),
  };
};

/**
 * An operation with its form and with what it gives (a record type, or its `trigger`). The form is made when somebody
 * asks for it, which a run of another operation never does.
 */
export const withForm = <Operation extends object>(
  operation: Operation,
  { route, form, shown, rework }: { route: string; form: Form; shown: Shown; rework: Rework },
): Operation & Shown & Inputs => {
  const inputs = lazy(() => inputsOf(route, form, rework));
  return {
    ...operation,
    sample: shown.sample,
    get outputFields() {
      return shown.outputFields;
    },
    get inputFields() {
      return inputs().inputFields;
    },
    get inputFieldGroups() {
      return inputs().inputFieldGroups;
    },
  } as Operation & Shown & Inputs;
};
