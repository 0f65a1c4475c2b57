/** What only writing an opportunity can tell. */
import { asObject, type JsonObject, objectsIn } from '../../lib/values.ts';
import type { Lab } from '../lab.ts';
import { open, type Probe, settled, short, verdict } from '../probe.ts';
import {
  fieldOf,
  makeOpportunity,
  opportunityInput,
  pipelinesOf,
  scratchName,
  scratchOpportunity,
} from '../scratch.ts';

const read = async (lab: Lab, id: unknown): Promise<JsonObject> => {
  const { body } = await lab.ask('GET /opportunities/{id}', { id });
  return asObject(body.opportunity ?? body);
};

const update = (lab: Lab, id: unknown, input: JsonObject) =>
  lab.ask('PUT /opportunities/{id}', { id, ...input });

const readValue = async (lab: Lab, id: unknown, fieldId: unknown): Promise<unknown> => {
  const { customFields } = await read(lab, id);
  const { id: _, ...rest } = objectsIn(customFields).find((one) => one.id === fieldId) ?? {
    id: '',
  };
  return Object.values(rest).find((value) => value !== null && value !== '');
};

/** Whether a custom value takes effect under a name. */
const takes = async (lab: Lab, field: JsonObject, name: string): Promise<boolean> => {
  const { id } = await scratchOpportunity(lab);
  const value = `${scratchName} ${name}`;
  await update(lab, id, { customFields: [{ id: field.id, [name]: value }] });
  return (await readValue(lab, id, field.id)) === value;
};

export const deals: Probe[] = [
  {
    fact: 'custom-value-key',
    question: 'Under which name do opportunities take a custom value?',
    ask: async (lab) => {
      const field = await fieldOf(lab, 'opportunity', ['TEXT', 'LARGE_TEXT']);
      const names: string[] = [];
      for (const name of ['field_value', 'fieldValue'])
        if (await takes(lab, field, name)) names.push(name);
      return settled(names.join(' and ') || 'neither field_value nor fieldValue');
    },
  },
  {
    fact: 'custom-value-shapes',
    question: 'Does a single opportunity name a date “fieldValue”?',
    ask: async (lab) => {
      const field = await fieldOf(lab, 'opportunity', ['DATE', 'CHECKBOX', 'MULTIPLE_OPTIONS']);
      const { id } = await scratchOpportunity(lab);
      const value =
        field.dataType === 'DATE' ? '2030-05-17' : [field.picklistOptions].flat(2).slice(0, 1);
      await update(lab, id, {
        customFields: [{ id: field.id, field_value: value, fieldValue: value }],
      });
      const { customFields } = await read(lab, id);
      const found = objectsIn(customFields).find((one) => one.id === field.id);
      if (!found) return open('the value was dropped');
      const names = Object.keys(found).filter((name) => /value/i.test(name));
      return verdict(names.includes('fieldValue'), `${names.join(', ')} (${field.dataType})`);
    },
  },
  {
    fact: 'duplicate-opportunity',
    question: 'Does a closed opportunity stand in the way of a second one?',
    ask: async (lab) => {
      const input = await opportunityInput(lab, 2);
      const { id } = await makeOpportunity(lab, input);
      const second = await lab.ask('POST /opportunities/', input);
      if (second.isFine) {
        const made = asObject(second.body.opportunity ?? second.body);
        lab.later('a second opportunity', () =>
          lab.ask('DELETE /opportunities/{id}', { id: made.id }),
        );
        return open('a second open one was made: this sub-account allows it');
      }
      await update(lab, id, { status: 'lost' });
      const third = await lab.ask('POST /opportunities/', input);
      if (third.isFine) {
        const made = asObject(third.body.opportunity ?? third.body);
        lab.later('an opportunity after a lost one', () =>
          lab.ask('DELETE /opportunities/{id}', { id: made.id }),
        );
      }
      return settled(`second: ${short(second)}; after the first was lost: ${short(third)}`);
    },
  },
  {
    fact: 'opportunity-status-all',
    question: 'Is the status “all” refused in a write?',
    ask: async (lab) => {
      const { id } = await scratchOpportunity(lab);
      const answer = await update(lab, id, { status: 'all' });
      if (answer.isFine) await update(lab, id, { status: 'open' });
      return verdict(!answer.isFine, short(answer));
    },
  },
  {
    fact: 'slash-of-the-create',
    question: 'Is an opportunity refused without the slash at the end?',
    ask: async (lab) => {
      const answer = await lab.askAs('POST /opportunities', await opportunityInput(lab, 3));
      const made = asObject(answer.body.opportunity ?? answer.body);
      if (answer.isFine)
        lab.later('an opportunity without a slash', () =>
          lab.ask('DELETE /opportunities/{id}', { id: made.id }),
        );
      return verdict(answer.status === 404, short(answer));
    },
  },
  {
    fact: 'stage-and-pipeline',
    question: 'What becomes of the stage if only the pipeline changes?',
    ask: async (lab) => {
      const [, other] = await pipelinesOf(lab);
      if (!other) return open('only one pipeline');
      const { id } = await scratchOpportunity(lab);
      const answer = await update(lab, id, { pipelineId: other.id });
      const { pipelineId, pipelineStageId } = await read(lab, id);
      if (!answer.isFine) return settled(short(answer));
      const isOwn = objectsIn(other.stages).findIndex((one) => one.id === pipelineStageId);
      const stage = isOwn < 0 ? 'a stage of the old pipeline' : `stage ${isOwn + 1} of the new one`;
      return settled(pipelineId === other.id ? stage : 'the pipeline stayed');
    },
  },
];
