/** What only writing a contact can tell. */
import { asObject, type JsonObject, objectsIn } from '../../lib/values.ts';
import type { Lab } from '../lab.ts';
import { open, type Probe, settled, short, verdict } from '../probe.ts';
import {
  fieldOf,
  findByEmail,
  scratchContact,
  scratchEmail,
  scratchTag,
  taggedContact,
} from '../scratch.ts';

const readContact = async (lab: Lab, contactId: unknown): Promise<JsonObject> => {
  const { body } = await lab.ask('GET /contacts/{contactId}', { contactId });
  return asObject(body.contact ?? body);
};

const update = (lab: Lab, contactId: unknown, input: JsonObject) =>
  lab.ask('PUT /contacts/{contactId}', { contactId, ...input });

/** Writes a custom value and gives what is read back. */
const writeValue = async (lab: Lab, field: JsonObject, value: unknown) => {
  const { id: contactId } = await scratchContact(lab);
  const customFields = [{ id: field.id, field_value: value }];
  const answer = await update(lab, contactId, { customFields });
  const contact = await readContact(lab, contactId);
  const kept = objectsIn(contact.customFields).find(({ id }) => id === field.id);
  return { answer, value: kept?.value ?? kept?.fieldValue };
};

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || String(value) === '';

export const contacts: Probe[] = [
  {
    fact: 'duplicate-contact',
    question: 'Is a second contact with the same email refused with the ID of the first?',
    ask: async (lab) => {
      const { id } = await scratchContact(lab);
      const email = scratchEmail(1);
      const input = {
        locationId: lab.locationId,
        firstName: 'Zapier Live',
        lastName: 'Check again',
        email,
        dnd: true,
      };
      const answer = await lab.ask('POST /contacts/', input);
      const made = asObject(answer.body.contact).id;
      if (answer.isFine) {
        lab.later('a second contact of the check', () =>
          lab.ask('DELETE /contacts/{contactId}', { contactId: made }),
        );
        return open('a second contact was made: this sub-account allows duplicates');
      }
      const meta = asObject(answer.body.meta);
      const isAsWritten = answer.status === 400 && meta.contactId === id;
      return verdict(
        isAsWritten,
        `${short(answer)}; ${meta.contactId ? 'with' : 'without'} meta.contactId`,
      );
    },
  },
  {
    fact: 'duplicate-search',
    question: 'Does the check for duplicates know a new contact at once?',
    ask: async (lab) => {
      const { id } = await scratchContact(lab);
      const found = await findByEmail(lab, scratchEmail(1));
      return verdict(found.id === id, found.id === id ? 'it does' : 'it does not');
    },
  },
  {
    fact: 'empty-email',
    question: 'Is an empty phone refused with 422?',
    ask: async (lab) => {
      const { id } = await scratchContact(lab);
      const answer = await update(lab, id, { phone: '' });
      return verdict(answer.status === 422, short(answer));
    },
  },
  {
    fact: 'emptying-a-field',
    question: 'Does an empty text empty a field that cannot be null?',
    ask: async (lab) => {
      const { id } = await scratchContact(lab);
      await update(lab, id, { postalCode: '10001' });
      const answer = await update(lab, id, { postalCode: '' });
      if (!answer.isFine) return verdict(false, short(answer));
      const { postalCode } = await readContact(lab, id);
      return verdict(
        isEmpty(postalCode),
        isEmpty(postalCode) ? 'it is empty' : 'it keeps its value',
      );
    },
  },
  {
    fact: 'several-values',
    question: 'Do several values in one filter mean any of them?',
    ask: async (lab) => {
      await taggedContact(lab, 1);
      await taggedContact(lab, 2);
      await lab.settle();
      const filters = [{ field: 'tags', operator: 'eq', value: [scratchTag(1), scratchTag(2)] }];
      const input = { locationId: lab.locationId, pageLimit: 5, filters };
      const answer = await lab.ask('POST /contacts/search', input);
      if (!answer.isFine) return verdict(false, short(answer));
      const count = objectsIn(answer.body.contacts).length;
      return verdict(count === 2, `${count} of two contacts with one of two tags`);
    },
  },
  {
    fact: 'second-tag',
    question: 'Is a second tag of the same name refused with 400?',
    ask: async (lab) => {
      await taggedContact(lab, 1);
      const input = { locationId: lab.locationId, name: scratchTag(1) };
      const answer = await lab.askAs('POST /locations/{locationId}/tags', input);
      return verdict(answer.status === 400, short(answer));
    },
  },
  {
    fact: 'change-date-of-a-contact',
    question: 'Does a new tag change “dateUpdated”?',
    ask: async (lab) => {
      const { id } = await scratchContact(lab, 3);
      const { dateUpdated: before } = await readContact(lab, id);
      await taggedContact(lab, 3);
      const { dateUpdated: after } = await readContact(lab, id);
      return verdict(before !== after, before === after ? 'it does not' : 'it does');
    },
  },
  {
    fact: 'dropped-values',
    question: 'Is an option that does not exist dropped with 200?',
    ask: async (lab) => {
      const field = await fieldOf(lab, 'contact', ['SINGLE_OPTIONS', 'RADIO']);
      const { answer, value } = await writeValue(lab, field, 'no such option');
      if (!answer.isFine) return verdict(false, short(answer));
      return verdict(
        isEmpty(value),
        isEmpty(value) ? `${answer.status}, dropped` : `${answer.status}, kept`,
      );
    },
  },
  {
    fact: 'date-fields',
    question: 'Is the time of a date field dropped?',
    ask: async (lab) => {
      const field = await fieldOf(lab, 'contact', ['DATE']);
      const { answer, value } = await writeValue(lab, field, '2030-05-17T15:30:00Z');
      if (!answer.isFine) return verdict(false, short(answer));
      const hasTime =
        /T(?!00:00)/.test(String(value)) || (typeof value === 'number' && value % 86_400_000 !== 0);
      const shape = typeof value === 'number' ? 'milliseconds' : 'text';
      return verdict(
        !hasTime && !isEmpty(value),
        isEmpty(value)
          ? 'the value was dropped'
          : `${shape} ${hasTime ? 'with' : 'without'} a time`,
      );
    },
  },
  {
    fact: 'clearing-a-custom-value',
    question: 'Which types keep a value that is emptied by an empty text, or by an empty list?',
    ask: async (lab) => {
      const samples: Record<string, unknown> = {
        TEXT: 'check',
        NUMERICAL: 7,
        DATE: '2030-05-17',
        MONETORY: 5,
      };
      const kept: string[] = [];
      const cleared: string[] = [];
      for (const [type, sample] of Object.entries(samples)) {
        const field = await fieldOf(lab, 'contact', [type]).catch(() => undefined);
        if (!field) continue;
        await writeValue(lab, field, sample);
        const { value } = await writeValue(lab, field, '');
        (isEmpty(value) ? cleared : kept).push(type);
      }
      for (const type of ['CHECKBOX', 'MULTIPLE_OPTIONS']) {
        const field = await fieldOf(lab, 'contact', [type]).catch(() => undefined);
        const [option] = [field?.picklistOptions].flat();
        if (!field || typeof option !== 'string') continue;
        await writeValue(lab, field, [option]);
        const { value } = await writeValue(lab, field, []);
        (isEmpty(value) ? cleared : kept).push(type);
      }
      if (kept.length + cleared.length === 0) return open('no custom field to try');
      const saw = [kept.length > 0 && `kept: ${kept}`, cleared.length > 0 && `emptied: ${cleared}`];
      return settled(saw.filter(Boolean).join('; '));
    },
  },
  {
    fact: 'file-and-list-values',
    question: 'How is a list of text boxes written?',
    ask: async (lab) => {
      const field = await fieldOf(lab, 'contact', ['TEXTBOX_LIST']);
      const [box] = objectsIn(field.picklistOptions);
      if (!box) return open('the field has no box');
      const { answer, value } = await writeValue(lab, field, { [String(box.id)]: 'check' });
      const isKept = JSON.stringify(value ?? '').includes('check');
      return settled(
        `${short(answer)}; a map by the ID of the box was ${isKept ? 'kept' : 'dropped'}`,
      );
    },
  },
  {
    fact: 'draft-workflows',
    question: 'Does adding to a draft workflow answer 200?',
    ask: async (lab) => {
      const { locationId } = lab;
      const workflows = await lab.list('GET /workflows/', { locationId }, 'workflows');
      const draft = workflows.find(({ status }) => status === 'draft');
      if (!draft) return open('no draft workflow');
      const { id: contactId } = await scratchContact(lab);
      const input = { contactId, workflowId: draft.id };
      const route = '/contacts/{contactId}/workflow/{workflowId}';
      lab.later('the contact in a draft workflow', () => lab.ask(`DELETE ${route}`, input));
      const answer = await lab.ask(`POST ${route}`, input);
      return verdict(answer.isFine, short(answer));
    },
  },
];
