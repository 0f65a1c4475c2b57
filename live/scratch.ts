/** What is made for the probes: few records, with names that tell where they come from, each removed at the end. */
import { randomBytes } from 'node:crypto';
import { asObject, isObject, type JsonObject } from '../lib/values.ts';
import { type Answer, type Lab, NotTried } from './lab.ts';

const mark = randomBytes(4).toString('hex');

/** The name of all that is made, and how often that name is tried. */
export const scratchName = `Zapier Live Check ${mark}`;

/** A tag that nothing else has. @param which the first, the second … */
export const scratchTag = (which: number | ''): string => `zapier-live-check-${mark}-${which}`;

/** An address that reaches nobody (RFC 2606). */
export const scratchEmail = (which: number): string =>
  `zapier-live-check-${mark}-${which}@example.com`;

/** Nothing is there to be removed. */
const gone: Answer = { status: 404, isFine: false, body: {}, words: '', isList: false };

const written = async (
  lab: Lab,
  route: string,
  input: JsonObject,
  wrapper: string,
): Promise<JsonObject> => {
  const { body, isFine, status, words } = await lab.ask(route, input);
  if (!isFine) throw new NotTried(`It could not be made: ${status} ${words}`.trim());
  return isObject(body[wrapper]) ? asObject(body[wrapper]) : body;
};

/** The contact with an address, found by the check that knows a new one at once (api#duplicate-search). */
export const findByEmail = async (lab: Lab, email: string): Promise<JsonObject> => {
  const { locationId } = lab;
  const { body } = await lab.ask('GET /contacts/search/duplicate', { locationId, email });
  return asObject(body.contact);
};

/** Removes a contact by its address, so that it goes even if the answer to its making was lost. */
const removeContact = async (lab: Lab, email: string) => {
  const { id: contactId } = await findByEmail(lab, email);
  // Nothing was made.
  if (!contactId) return gone;
  return lab.ask('DELETE /contacts/{contactId}', { contactId });
};

const tagRoute = 'DELETE /locations/{locationId}/tags/{tagId}';

/** Whether a tag could be removed again: it stays when the last contact that has it is gone (api#tag-names). */
const canRemoveTags = async (lab: Lab): Promise<boolean> => {
  const input = { locationId: lab.locationId, tagId: 'zzzzzzzzzzzzzzzzzzzz' };
  const status = await lab.askAs(tagRoute, input).then(
    (answer) => answer.status,
    () => 401,
  );
  return status !== 401 && status !== 403;
};

/** Removes every tag of the check, and sees whether they are gone. */
const removeTags = async (lab: Lab): Promise<Answer> => {
  const { locationId } = lab;
  const ownTags = async () =>
    (await lab.list('GET /locations/{locationId}/tags', { locationId }, 'tags')).filter(
      ({ name }) => String(name).startsWith(scratchTag('')),
    );
  for (const { id: tagId } of await ownTags()) await lab.askAs(tagRoute, { locationId, tagId });
  return (await ownTags()).length === 0 ? gone : { ...gone, status: 400 };
};

/** A contact that gets no messages. @param which the first, the second … */
export const scratchContact = (lab: Lab, which = 1): Promise<JsonObject> =>
  lab.make(`contact ${which}`, async () => {
    const email = scratchEmail(which);
    const { locationId } = lab;
    lab.later(`the contact “${scratchName}”`, () => removeContact(lab, email));
    const input = {
      locationId,
      firstName: 'Zapier Live',
      lastName: `Check ${mark}`,
      email,
      dnd: true,
    };
    return written(lab, 'POST /contacts/', input, 'contact');
  });

/** A contact with a tag that nothing else has. Throws if the tag could not be removed again. */
export const taggedContact = async (lab: Lab, which: number): Promise<void> => {
  if (!(await canRemoveTags(lab)))
    throw new NotTried('A tag would stay, since the token lacks the scope locations/tags.write.');
  const { id: contactId } = await scratchContact(lab, which);
  lab.later(`the tags that begin with “${scratchTag('')}”`, () => removeTags(lab));
  await lab.ask('POST /contacts/{contactId}/tags', { contactId, tags: [scratchTag(which)] });
};

/** The pipelines of the account. Throws if it has none. */
export const pipelinesOf = async (lab: Lab): Promise<JsonObject[]> => {
  const { locationId } = lab;
  const found = await lab.list('GET /opportunities/pipelines', { locationId }, 'pipelines');
  if (found.length === 0) throw new NotTried('There is no pipeline.');
  return found;
};

const stageOf = ({ stages }: JsonObject): unknown => asObject([stages].flat()[0]).id;

/** The request of an opportunity of the scratch contact. */
export const opportunityInput = async (lab: Lab, which = 1): Promise<JsonObject> => {
  const [pipeline = {}] = await pipelinesOf(lab);
  const { id: contactId } = await scratchContact(lab, which);
  return {
    locationId: lab.locationId,
    pipelineId: pipeline.id,
    pipelineStageId: stageOf(pipeline),
    contactId,
    name: scratchName,
    status: 'open',
  };
};

/** Makes an opportunity and sees to it that it is removed. */
export const makeOpportunity = async (lab: Lab, input: JsonObject): Promise<JsonObject> => {
  const made = await written(lab, 'POST /opportunities/', input, 'opportunity');
  lab.later(`the opportunity “${scratchName}”`, () =>
    lab.ask('DELETE /opportunities/{id}', { id: made.id }),
  );
  return made;
};

/** The opportunity of the probes. */
export const scratchOpportunity = (lab: Lab): Promise<JsonObject> =>
  lab.make('opportunity', async () => makeOpportunity(lab, await opportunityInput(lab)));

/** A task and a note of the scratch contact. */
export const scratchTask = (lab: Lab): Promise<JsonObject> =>
  lab.make('task', async () => {
    const { id: contactId } = await scratchContact(lab);
    const input = {
      contactId,
      title: scratchName,
      dueDate: '2030-01-01T09:00:00Z',
      completed: false,
    };
    const task = await written(lab, 'POST /contacts/{contactId}/tasks', input, 'task');
    const taskId = task.id;
    lab.later(`the task “${scratchName}”`, () =>
      lab.ask('DELETE /contacts/{contactId}/tasks/{taskId}', { contactId, taskId }),
    );
    return task;
  });

export const scratchNote = (lab: Lab): Promise<JsonObject> =>
  lab.make('note', async () => {
    const { id: contactId } = await scratchContact(lab);
    const input = { contactId, body: scratchName };
    const note = await written(lab, 'POST /contacts/{contactId}/notes', input, 'note');
    const { id } = note;
    lab.later(`the note “${scratchName}”`, () =>
      lab.ask('DELETE /contacts/{contactId}/notes/{id}', { contactId, id }),
    );
    return note;
  });

/** The request of an appointment far ahead, with nobody notified. */
export const appointmentInput = async (lab: Lab): Promise<JsonObject> => {
  const { locationId } = lab;
  const calendars = await lab.list('GET /calendars/', { locationId }, 'calendars');
  const calendar = calendars.find(({ isActive }) => isActive !== false);
  if (!calendar) throw new NotTried('There is no calendar.');
  const { id: contactId } = await scratchContact(lab);
  // Three in the morning, two months ahead: few calendars are open then.
  const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  return {
    locationId,
    calendarId: calendar.id,
    contactId,
    title: scratchName,
    startTime: `${day}T03:00:00Z`,
    endTime: `${day}T03:30:00Z`,
    toNotify: false,
  };
};

/** The appointment of the probes. */
export const scratchAppointment = (lab: Lab): Promise<JsonObject> =>
  lab.make('appointment', async () => {
    const input = { ...(await appointmentInput(lab)), ignoreFreeSlotValidation: true };
    const made = await written(lab, 'POST /calendars/events/appointments', input, 'appointment');
    lab.later(`the appointment “${scratchName}”`, () =>
      lab.ask('DELETE /calendars/events/{eventId}', { eventId: made.id }),
    );
    return made;
  });

/** A custom field of the account of one of these types. Throws if it has none. */
export const fieldOf = async (
  lab: Lab,
  model: 'contact' | 'opportunity',
  types: string[],
): Promise<JsonObject> => {
  const { locationId } = lab;
  const route = 'GET /locations/{locationId}/customFields';
  const fields = await lab.list(route, { locationId, model }, 'customFields');
  const found = fields.find(({ dataType }) => types.includes(String(dataType)));
  if (!found)
    throw new NotTried(`No ${model} field of your own is of the type ${types.join(' or ')}.`);
  return found;
};
