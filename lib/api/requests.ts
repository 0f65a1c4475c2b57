import type { HttpRequestOptions } from 'zapier-platform-core';
import type { Labels } from '../run.ts';
import type { JsonObject } from '../values.ts';
import { refuse } from '../zapier.ts';
import type { Endpoint } from './endpoints.ts';

/** Endpoints that want a JSON body with a DELETE, even an empty one (api#deleting-an-event; contacts.json). */
const wantsBody = new Set([
  'DELETE /calendars/events/{eventId}',
  'DELETE /contacts/{contactId}/workflow/{workflowId}',
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through.
const unsafe = /^\.{0,2}$|[/\\?#%\u0000-\u001f\u007f-\u009f]|\p{Surrogate}/u;

/**
 * Words of the API by the path that they follow, `{}` standing for any value: as an id there, they would reach another
 * endpoint (`DELETE /contacts/{contactId}/campaigns/removeAll`). Of all documents, old and new, whatever the method;
 * test/lib/api/paths.test.ts compares them.
 */
const apiWords: Record<string, string> = {
  '/ad-publishing/facebook/page/': 'default',
  '/ad-publishing/google/segments/': 'offline-user-list-job',
  '/ad-publishing/linkedin/': 'ad-account ad-accounts ads integration me reporting targeting',
  '/agent-studio/agent/': 'versions',
  '/associations/': 'key objectkey relations',
  '/blogs/posts/': 'all url-slug-exists',
  '/brand-boards/': 'locations',
  '/calendars/': 'appointments blocked-slots events groups resources schedules services',
  '/calendars/events/': 'appointments block-slots',
  '/calendars/groups/': 'validate-slug',
  '/calendars/schedules/': 'event-calendar search',
  '/chat-widget/': 'clone data list public',
  '/contacts/': 'bulk business search upsert',
  '/contacts/{}/campaigns/': 'remove-all removeall',
  '/conversation-ai/agents/': 'search',
  '/conversation-ai/agents/{}/actions/': 'list',
  '/conversations/': 'locations messages preferences providers reports search',
  '/conversations/messages/': 'email export inbound outbound review-reply upload',
  '/custom-fields/': 'folder object-key',
  '/emails/builder/': 'data',
  '/emails/locations/{}/templates/': 'folders import',
  '/funnels/lookup/redirect/': 'list',
  '/invoices/': 'estimate generate-invoice-number schedule settings stats template text2pay',
  '/invoices/estimate/': 'list number stats template',
  '/invoices/estimate/template/': 'preview',
  '/knowledge-bases/': 'crawler faqs',
  '/links/': 'id search',
  '/locations/': 'search',
  '/locations/{}/customFields/': 'upload',
  '/marketplace/billing/charges/': 'has-funds',
  '/medias/': 'delete-files files folder update-files upload-file',
  '/objects/{}/records/': 'search',
  '/opportunities/': 'lost-reason pipelines search upsert',
  '/products/': 'bulk-update collections inventory reviews store',
  '/products/reviews/': 'bulk-update count',
  '/social-media-posting/': 'category comments oauth statistics',
  '/social-media-posting/category/queues/': 'available-categories list',
  '/social-media-posting/comments/{}/': 'list',
  '/social-media-posting/oauth/':
    'facebook google instagram linkedin tiktok tiktok-business twitter',
  '/social-media-posting/oauth/{}/':
    'facebook google instagram linkedin start tiktok tiktok-business twitter',
  '/social-media-posting/{}/posts/': 'bulk-delete list',
  '/store/shipping-zone/': 'shipping-rates',
  '/users/': 'search',
};

/** Values that are words of the API themselves: which kind of account it is, out of a fixed list. */
const isChoice = (name: string): boolean => name === 'platform';

const isWord = (name: string, before: string, text: string): boolean =>
  !isChoice(name) &&
  (apiWords[before.replace(/\{\w+\}/g, '{}')] ?? '').split(' ').includes(text.toLowerCase());

/**
 * A value as a part of the path. What could reach another endpoint is refused.
 * @param before the path up to the value
 */
const encodePathValue = (name: string, value: unknown, before: string, labels: Labels): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (!unsafe.test(text) && !isWord(name, before, text)) return encodeURIComponent(text);
  const label = labels[name] ?? name;
  return refuse(
    text === ''
      ? `“${label}” is required.`
      : `“${label}” cannot be “${text.slice(0, 60)}”: choose it from the list, or map an ID from an earlier step.`,
  );
};

const encodeQuery = (fields: JsonObject, labels: Labels): string => {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((item) => item !== undefined && item !== null)
      .map((item) => {
        if (typeof item === 'object') refuse(`“${labels[name] ?? name}” must be text.`);
        return [name, String(item)];
      }),
  );
  return new URLSearchParams(pairs).toString();
};

/** The members of a form in the way of `multipart/form-data`: files as they are, lists one by one, objects as JSON. */
const multipart = (fields: JsonObject): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const item of [value].flat()) {
      if (item instanceof File) form.append(name, item);
      else form.append(name, typeof item === 'object' ? JSON.stringify(item) : String(item));
    }
  }
  return form;
};

type Request = HttpRequestOptions & { url: string };

/** A request whose body is a form, as bytes: core knows neither FormData nor File. */
export const encodeForm = async ({ formData, ...options }: Request & { formData?: FormData }) => {
  if (!formData) return options;
  const encoded = new Response(formData);
  const type = encoded.headers.get('content-type') ?? '';
  return {
    ...options,
    headers: { ...options.headers, 'Content-Type': type },
    body: Buffer.from(await encoded.arrayBuffer()),
  };
};

/** Body and content type. */
const bodyOf = (
  rest: JsonObject,
  { encoding, bodyMember }: Pick<Endpoint, 'encoding' | 'bodyMember'>,
  labels: Labels,
) => {
  if (encoding === 'multipart/form-data') return { formData: multipart(rest) };
  return encoding
    ? { type: encoding, body: encodeQuery(rest, labels) }
    : { type: 'application/json', body: JSON.stringify(bodyMember ? rest[bodyMember] : rest) };
};

type Target = Pick<Endpoint, 'method' | 'path' | 'query' | 'encoding' | 'bodyMember'>;

/** The request of an endpoint for an input: path values in the path, the rest in the query (GET) or the body. */
export const buildRequest = (
  { method, path, query, ...target }: Target,
  input: JsonObject,
  labels: Labels = {},
): Request & { formData?: FormData } => {
  const rest = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const url = path.replace(/\{(\w+)\}/g, (_, name: string, at: number) => {
    delete rest[name];
    return encodePathValue(name, input[name], path.slice(0, at), labels);
  });
  const inQuery: JsonObject = {};
  for (const [parameter, name] of query) {
    inQuery[parameter] = input[name];
    delete rest[name];
  }
  const isDelete = method === 'DELETE';
  const isFilled = Object.keys(rest).length > 0;
  const hasBody = method !== 'GET' && (!isDelete || isFilled || wantsBody.has(`DELETE ${path}`));
  const search = encodeQuery(hasBody ? inQuery : { ...inQuery, ...rest }, labels);
  const { type, ...content } = {
    type: undefined,
    ...(hasBody ? bodyOf(rest, target, labels) : {}),
  };
  return {
    method,
    url: search ? `${url}?${search}` : url,
    headers: { Accept: 'application/json', ...(type ? { 'Content-Type': type } : {}) },
    ...content,
  };
};

/** The headers of a request. @param bearer if that is not the connection’s own */
export const headersOf = (
  { headers = {} }: HttpRequestOptions,
  { version }: Endpoint,
  bearer: string | undefined,
): Record<string, string> => ({
  ...(headers as Record<string, string>),
  Version: version,
  ...(bearer ? { Authorization: bearer } : {}),
});
