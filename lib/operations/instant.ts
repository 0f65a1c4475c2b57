import type { BasicHookOperation } from 'zapier-platform-core';
import * as zod from 'zod';
import { endpointOf } from '../api/endpoints.ts';
import { buildForm, type Form } from '../form/form.ts';
import { claimEvent } from '../hooks/doubles.ts';
import { type HookEvent, type Part, partsOf } from '../hooks/event.ts';
import { type Post, readPost } from '../hooks/post.ts';
import { readEvent } from '../hooks/read.ts';
import { tracked } from '../perform.ts';
import { fingerprint } from '../polling/revision.ts';
import { finishRecords, type RecordType } from '../record.ts';
import type { Run } from '../run.ts';
import { withArticle } from '../texts.ts';
import { assertConnection } from '../tokens.ts';
import { isEmpty, type JsonObject } from '../values.ts';
import { refuse } from '../zapier.ts';
import { withForm } from './shape.ts';

/** Recent records by the API, for the editor’s test. */
export interface Recent {
  routes: readonly string[];
  read: (run: Run) => Promise<JsonObject[]>;
}

interface Statement {
  /** What comes out. It reads what a post lacks. */
  record: RecordType;
  /** The endpoints that the record calls. */
  routes: readonly string[];
  /** The parts that such an event may hold; a post that holds only others is about something else. Without it, any. */
  about?: Part[];
  /** The app webhooks that count; without it, all. */
  events?: string[];
  /** What a post is about instead (“a message that was sent”), if what it says disproves that this has happened. */
  disproved?: (record: JsonObject) => string | undefined;
  recent: Recent;
}

const form = buildForm(zod.object({}));

/** The parts that say what happened. A contact that came by a form keeps it, whatever happens later. */
const blocksOf = (event: HookEvent): Part[] => partsOf(event).filter((part) => part !== 'form');

/** What a post is about, if that shows that something else happened. The name of a workflow proves nothing. */
const otherSubject = (
  event: HookEvent,
  { about, events, disproved }: Statement,
): string | undefined => {
  const { source, type = '', record } = event;
  if (source === 'app' && events && !events.includes(type)) return type;
  const held = blocksOf(event);
  const isOther =
    about !== undefined && held.length > 0 && !held.some((part) => about.includes(part));
  return isOther ? held.map(withArticle).join(' and ') : disproved?.(record);
};

/**
 * Whether an event, or one in a list of them, belongs to another sub-account, or to another agency if it names none. To an
 * agency’s connection a new sub-account is one of its own: no Zap can have been in it before.
 */
const isElsewhere = (event: HookEvent, run: Run): boolean => {
  const { type, locationIds, companyId, listed = [] } = event;
  const isNew = run.isAgency && type === 'LocationCreate';
  const ofSubAccount = locationIds.length > 0 && !isNew;
  const own = ofSubAccount ? run.locationId : run.bundle.authData.companyId;
  const named = ofSubAccount ? locationIds : [companyId ?? own];
  return Boolean(own && !named.includes(own)) || listed.some((one) => isElsewhere(one, run));
};

/**
 * Refuses a workflow’s post that cannot be what the trigger is for. An app sends all its webhooks to one address, so
 * those of other kinds and of other sub-accounts only do not fire.
 */
const isWanted = (event: HookEvent, run: Run, statement: Statement): boolean => {
  const isOthers = isElsewhere(event, run);
  const other = otherSubject(event, statement);
  if (event.source === 'app') return !isOthers && other === undefined;
  if (isOthers)
    refuse(
      'This post came from a workflow of another sub-account. Choose the connection of that sub-account in this Zap, or take its URL out of that workflow.',
    );
  if (other !== undefined)
    refuse(
      `This post is about ${other}, so it did not trigger the Zap. Paste its URL only into a workflow that starts with the trigger named in the setup, or use “Workflow Event (Instant)”.`,
    );
  return true;
};

interface Event {
  raw: JsonObject;
  /** Tells two events of one contact apart, should Zapier compare them. */
  revision: string;
  /** The id of an event without a contact. */
  name: string;
}

/** Records as they leave. */
const finish = async (
  run: Run,
  { record, routes: [route = ''] }: Statement,
  events: Event[],
): Promise<{ id: string }[]> => {
  const { locationId } = run;
  const raw = events.map((event) => event.raw);
  const records = await finishRecords(raw, record, { run, input: { locationId, route } });
  return records.map((one, index) => ({
    ...one,
    id: String(one.id ?? events[index]?.name),
    revision: events[index]?.revision,
  }));
};

/** What a record is made of. An app webhook has custom fields by their ids: only a workflow says them by their labels. */
const rawOf = ({ source, record, type, others }: HookEvent): JsonObject => ({
  ...record,
  eventType: type ?? null,
  ...(source === 'app' ? { otherFields: others } : { others }),
});

const receive = async (run: Run, statement: Statement): Promise<{ id: string }[]> => {
  const post: Post = readPost(run.bundle);
  if (Object.values(post.body).every(isEmpty))
    refuse(
      'This post was empty, so it did not trigger the Zap. In the webhook of the workflow, choose the method POST.',
    );
  const event = readEvent(post);
  if (!isWanted(event, run, statement)) return [];
  const claim = await claimEvent(run, post, event);
  if (!claim) return [];
  const revision = event.id ?? `${fingerprint(post.body)}-${Date.now()}`;
  try {
    return await finish(run, statement, [{ raw: rawOf(event), revision, name: revision }]);
  } catch (error) {
    // Zapier or whoever sent it may try again.
    await claim.release();
    throw error;
  }
};

/**
 * An instant trigger: Zapier shows a URL, which the person pastes into a workflow of HighLevel, and each post to it is
 * an event. No endpoint subscribes to workflows (api#workflow-webhooks), so nothing is subscribed. A post says what there is now, not
 * what happened: the trigger that the person chose in HighLevel decides.
 */
export const instant = (statement: Statement): BasicHookOperation => {
  const { record, routes, recent } = statement;
  const [route = ''] = routes;
  const called = [...routes, ...recent.routes];
  const guarded =
    (work: (run: Run) => Promise<{ id: string }[]>) =>
    (run: Run): Promise<{ id: string }[]> => {
      assertConnection(run, endpointOf(route));
      return work(run);
    };
  const readRecent = async (run: Run) =>
    finish(
      run,
      statement,
      (await recent.read(run)).map((raw) => ({ raw, revision: 'new', name: fingerprint(raw) })),
    );
  return withForm(
    {
      type: 'hook' as const,
      perform: tracked(
        called,
        guarded((run) => receive(run, statement)),
      ),
      performList: tracked(called, guarded(readRecent)),
    },
    {
      route,
      form: form as Form,
      shown: record.trigger,
      rework: (own) => [...own, ...record.inputs],
    },
  );
};
