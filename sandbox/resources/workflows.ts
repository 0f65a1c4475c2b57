import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { isoDate, text } from '../gateway/schemas.ts';
import { businesses } from '../seed/businesses.ts';
import { contacts } from '../seed/contacts.ts';
import { users } from '../seed/users.ts';
import {
  campaigns as campaignsOf,
  enrolments,
  snapshots,
  workflows as workflowsOf,
} from '../seed/workflows.ts';
import type { Location } from '../state/state.ts';
import { contactOf, touch } from './contactRecord.ts';

const version = '2021-07-28' as const;
const writing = { version, scopes: ['contacts.write'] };

/** Success has two spellings (reality d.7, NG). */
const done = { succeded: true, succeeded: true };

const lists = [
  endpoint(
    'GET /workflows/',
    { version, scopes: ['workflows.readonly'], query: zod.strictObject({ locationId: text }) },
    ({ location }) => ({ workflows: [...workflowsOf(location).values()] }),
  ),

  endpoint(
    'GET /campaigns/',
    {
      version,
      scopes: ['campaigns.readonly'],
      query: zod.strictObject({ locationId: text, status: zod.string().optional() }),
    },
    ({ query, location }) => ({
      campaigns: [...campaignsOf(location).values()].filter(
        ({ status }) => !query.status || status === query.status,
      ),
    }),
  ),

  endpoint(
    'GET /snapshots/',
    {
      version,
      scopes: ['snapshots.readonly'],
      token: 'agency',
      query: zod.strictObject({ companyId: text }),
    },
    ({ query, state }) => {
      if (query.companyId !== state.company.id) throw fail(403, 'Forbidden resource');
      return { snapshots: [...snapshots(state.company).values()] };
    },
  ),
];

const eventStart = zod.strictObject({ eventStartTime: isoDate.optional() });

/** Who is in which workflow. */
const workflowEndpoints = [
  /** A draft answers 200 and does nothing; so does enrolling somebody who is in already (reality d.8, PC). */
  endpoint(
    'POST /contacts/{contactId}/workflow/{workflowId}',
    { ...writing, body: eventStart },
    ({ path, body, location, now }) => {
      const contact = contactOf(location, path.contactId);
      const { status } = workflowOf(location, path.workflowId);
      const active = enrolments(location).some(
        ({ contactId, workflowId }) => contactId === contact.id && workflowId === path.workflowId,
      );
      if (status === 'published' && !active) {
        enrolments(location).push({
          contactId: contact.id,
          workflowId: path.workflowId,
          enrolledAt: now,
          ...(body.eventStartTime && { eventStartTime: body.eventStartTime }),
        });
      }
      return done;
    },
  ),

  endpoint(
    'DELETE /contacts/{contactId}/workflow/{workflowId}',
    { ...writing, body: eventStart },
    ({ path, location }) => {
      const contact = contactOf(location, path.contactId);
      const { id } = workflowOf(location, path.workflowId);
      const all = enrolments(location);
      const at = all.findIndex((one) => one.contactId === contact.id && one.workflowId === id);
      if (at >= 0) all.splice(at, 1);
      return done;
    },
  ),
];

const userIds = zod.strictObject({ followers: zod.array(text) });

const followers = [
  endpoint(
    'POST /contacts/{contactId}/followers',
    { ...writing, status: 201, body: userIds },
    ({ path, body, location, state, now }) => {
      const contact = contactOf(location, path.contactId);
      const unknown = body.followers.find((id) => !users(state.company).has(id));
      if (unknown) throw fail(400, `User with id ${unknown} not found`);
      const followersAdded = body.followers.filter((id) => !contact.followers.includes(id));
      const all = [...contact.followers, ...followersAdded];
      touch(contacts(location), contact, now, { followers: all });
      return { followers: all, followersAdded };
    },
  ),

  endpoint(
    'DELETE /contacts/{contactId}/followers',
    { ...writing, body: userIds },
    ({ path, body, location, now }) => {
      const contact = contactOf(location, path.contactId);
      const left = contact.followers.filter((id) => !body.followers.includes(id));
      const followersRemoved = contact.followers.filter((id) => body.followers.includes(id));
      touch(contacts(location), contact, now, { followers: left });
      return { followers: left, followersRemoved };
    },
  ),
];

const bulk = [
  /** `null` takes the contacts out of their business (contacts.json; reality d.3 #22). */
  endpoint(
    'POST /contacts/bulk/business',
    {
      ...writing,
      body: zod.strictObject({
        locationId: text,
        ids: zod.array(zod.string().max(50)),
        businessId: zod.string().nullable(),
      }),
    },
    ({ body: { ids, businessId }, location, now }) => {
      if (businessId !== null && !businesses(location).has(businessId)) {
        throw fail(400, `Business with id ${businessId} not found`);
      }
      const store = contacts(location);
      const found = ids.filter((id) => store.get(id));
      for (const id of found) touch(store, contactOf(location, id), now, { businessId });
      return { success: true, ids: found };
    },
  ),
];

export const workflows = [...lists, ...workflowEndpoints, ...followers, ...bulk];

function workflowOf(location: Location, id: string) {
  const workflow = workflowsOf(location).get(id);
  if (!workflow) throw fail(400, `Workflow with id ${id} not found`);
  return workflow;
}
