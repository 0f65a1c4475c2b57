import { Readable } from 'node:stream';
import type { Bundle, RawHttpResponse, ZObject } from 'zapier-platform-core';
import { afterResponse } from '../middleware.ts';
import { apiUrl } from './api.ts';
import { inTime } from './runTime.ts';

/** The JSON of a text; undefined where it is none. */
export const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

/**
 * What a raw answer says, as JSON. Throws what middleware.ts makes of an answer that is no success, which core does not
 * show it of a raw one.
 */
export const explained = async (
  response: RawHttpResponse,
  z: ZObject,
  bundle: Bundle,
  labels: Record<string, string> = {},
): Promise<unknown> => {
  const content = await response.text();
  const { data } = await afterResponse(
    {
      status: response.status,
      headers: response.headers,
      getHeader: (name) => response.getHeader(name),
      throwForStatus: () => response.throwForStatus(),
      skipThrowForStatus: true,
      request: { ...response.request, raw: false, middlewareData: { labels, reads: true } },
      content,
      data: parsed(content),
    },
    z,
    bundle,
  );
  return data;
};

/**
 * core merges every request with the app's requestTemplate, which copies the whole app and breaks a stream; there is no
 * template here. On the way core refuses `{{bundle.…}}`, of which HighLevel's own texts may be full.
 */
export const unmerged = { merge: false };

/**
 * Posts a form that holds secrets to an endpoint that gives some. core logs what it sends and gets, and censors only
 * what it can read: neither a broken answer nor a code that was used once. Of streams and raw answers it logs nothing.
 */
export const postSecretly = <Answer>(
  z: ZObject,
  path: string,
  form: Record<string, string>,
  timeout: number,
  read: (response: RawHttpResponse) => Promise<Answer>,
): Promise<Answer> => {
  const body = Buffer.from(new URLSearchParams(form).toString());
  return inTime(timeout, async (signal) =>
    read(
      await z.request({
        method: 'POST',
        url: `${apiUrl()}${path}`,
        headers: {
          // Without the charset core would make a form of the stream itself.
          'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
          'Content-Length': String(body.length),
          Accept: 'application/json',
        },
        body: Readable.from([body]),
        ...unmerged,
        ...signal,
        timeout,
        raw: true,
        skipThrowForStatus: true,
      }),
    ),
  );
};
