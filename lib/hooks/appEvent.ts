import { asObject, isEmpty, isObject, type JsonObject } from '../values.ts';
import type { HookEvent, Part } from './event.ts';
import { canBeId, textIn } from './post.ts';

/** What HighLevel calls the events of an app (webhook-events). */
const types =
  /^((Contact|Opportunity|Appointment|Task|Note|Invoice|Order|Product|Price|Association|Relation|Record|ObjectSchema|Location|User|Campaign|Conversation)[A-Z]\w*|(Inbound|Outbound)Message|LCEmailStats|INSTALL|UNINSTALL|PLAN_CHANGE)$/;

/** Which part an event holds, by how its type begins; a contact’s own events are contacts. */
const partOf: [RegExp, Part][] = [
  [/^Opportunity/, 'opportunity'],
  [/^Appointment/, 'appointment'],
  [/^(Inbound|Outbound)Message/, 'message'],
  [/^Task/, 'task'],
  [/^Note/, 'note'],
  [/^Invoice/, 'invoice'],
  [/^Order/, 'order'],
];

/** Members around what happened (api#app-webhooks). */
const envelope = new Set(['type', 'locationId', 'versionId', 'appId', 'webhookId', 'timestamp']);

const withoutEnvelope = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([key]) => !envelope.has(key)));

/** The documents show invoices without a type. */
const isBareInvoice = (body: JsonObject): boolean =>
  'invoiceNumber' in body && 'contactDetails' in body;

/** An author may write a “type” of the same sound, but each documented event names its account as well. */
const hasType = (body: JsonObject): boolean =>
  types.test(textIn(body, 'type') ?? '') &&
  textIn(body, 'locationId', 'companyId', 'altId') !== undefined;

/**
 * Whether a post says of itself that it is an app webhook. Only those have to be signed.
 * @param hasSignature tells those that the documents show without a type, as ProductCreate; no workflow sends one
 */
export const isAppEvent = (body: JsonObject, hasSignature = false): boolean => {
  if ('contact_id' in body || isObject(body.workflow)) return false;
  if (hasSignature) return true;
  const hasEnvelope =
    textIn(body, 'type') !== undefined &&
    textIn(body, 'webhookId', 'appId', 'versionId') !== undefined;
  return hasEnvelope || hasType(body) || isBareInvoice(body);
};

/** The contact of an event: of most only the id. */
const contactOf = (body: JsonObject, part: Part | undefined): JsonObject => {
  const { contactSnapshot, contactDetails, appointment } = body;
  if (isObject(contactSnapshot)) return contactSnapshot;
  const id =
    textIn(body, 'contactId') ??
    textIn(asObject(part === 'appointment' ? appointment : contactDetails), 'contactId', 'id');
  return id ? { id } : {};
};

/** A contact without an id that is none: the event has one of its own then. */
const withoutNoId = ({ id, ...rest }: JsonObject): JsonObject =>
  canBeId(id) ? { id, ...rest } : rest;

const messageOf = ({ messageId, messageTypeId, messageTypeString, ...rest }: JsonObject) => ({
  ...rest,
  id: messageId ?? rest.emailMessageId ?? null,
  type: messageTypeId ?? null,
  messageType: messageTypeString ?? rest.messageType ?? null,
  // Empty objects with a provider of one’s own (api#webhook-bodies).
  from: isEmpty(rest.from) ? null : rest.from,
  to: isEmpty(rest.to) ? null : rest.to,
});

const contentOf = (body: JsonObject, part: Part): JsonObject => {
  const { contactSnapshot: _, ...rest } = withoutEnvelope(body);
  if (part === 'message') return messageOf(rest);
  if (part !== 'appointment') return { ...rest, id: rest.id ?? rest._id ?? null };
  const { source, ...appointment } = isObject(body.appointment) ? body.appointment : rest;
  return { ...appointment, createdBySource: source ?? null };
};

/** What happened. A call that came in is documented with the type of one that went out (api#webhook-bodies). */
const typeOf = (body: JsonObject): string | undefined => {
  const type = textIn(body, 'type') ?? (isBareInvoice(body) ? 'Invoice' : undefined);
  const isCall = /^call$/i.test(textIn(body, 'messageType') ?? '');
  const cameIn = type === 'OutboundMessage' && isCall && body.direction === 'inbound';
  return cameIn ? 'InboundMessage' : type;
};

/** The sub-accounts of an event: a sub-account’s own event has its ID, a user of an agency has a list of them. */
const locationsOf = (body: JsonObject, type = ''): string[] => {
  const { altType = 'location', locations } = body;
  const one = textIn(
    body,
    'locationId',
    ...(altType === 'location' ? ['altId'] : []),
    ...(/^Location/.test(type) ? ['id'] : []),
  );
  return one ? [one] : [locations].flat().filter((id) => typeof id === 'string');
};

/** Reads a webhook of an app: what happened, to what, in which sub-account. */
export const readAppEvent = (body: JsonObject): HookEvent => {
  const type = typeOf(body);
  const [, part] = partOf.find(([pattern]) => pattern.test(type ?? '')) ?? [];
  const locationIds = locationsOf(body, type);
  const [locationId] = locationIds.length === 1 ? locationIds : [];
  const isContact = /^Contact/.test(type ?? '');
  const content = part ? { [part]: contentOf(body, part) } : {};
  const contact = isContact ? withoutEnvelope(body) : contactOf(body, part);
  return {
    source: 'app',
    type,
    id: textIn(body, 'webhookId'),
    locationIds,
    companyId: textIn(body, 'companyId'),
    record: {
      ...withoutNoId(contact),
      ...(locationId ? { locationId } : {}),
      ...content,
      sentAt: body.timestamp ?? null,
    },
    others: part || isContact ? {} : withoutEnvelope(body),
  };
};
