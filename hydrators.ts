import type { Bundle, RawHttpResponse, ZObject } from 'zapier-platform-core';
import { authorization, dropLocationToken } from './lib/connection.ts';
import { unadorned } from './lib/halted.ts';
import type { Fields } from './lib/inputFields.ts';
import { explained } from './lib/raw.ts';
import { type Caller, requestOf } from './lib/request.ts';
import { inTime, timeFor, timeLeft } from './lib/runTime.ts';
import { again, codeOf, explain401, networkTrouble, nextStep } from './middleware.ts';

/** The recording of a call, a WAV file (conversations.json, get-message-recording). */
export const recordingRoute =
  'GET /conversations/messages/{messageId}/locations/{locationId}/recording';

/** The transcription of a call, a text file (conversations.json, download-message-transcription). */
export const transcriptionFileRoute =
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download';

const refuse = async (response: RawHttpResponse, { z, bundle, labels }: Caller): Promise<never> => {
  await explained(response, z, bundle, labels);
  throw new z.errors.Error(`HighLevel’s answer was no file. ${again}`, 'unavailable', 502);
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The answer of an endpoint that gives a file, its bytes untouched: core would decode them as text otherwise.
 * Otherwise as `call` of lib/request.ts: tried again twice when HighLevel or the network fails, a sub-account token
 * that has run out is exchanged once more, errors are those of middleware.ts.
 * @param signal that of `inTime`, where the file is to be read in this run
 */
export const openFile = async (
  caller: Caller,
  route: string,
  input: Fields,
  signal: { signal?: AbortSignal } = {},
): Promise<RawHttpResponse> => {
  const { z, bundle, labels } = caller;
  const options = requestOf(route, input, labels);
  let exchanged = false;
  for (let attempt = 0; ; attempt += 1) {
    let header: Record<string, string> = {};
    const timeout = timeFor(bundle, 25_000);
    try {
      header = await authorization(z, bundle, 'sub-account');
      const headers = { ...options.headers, ...header };
      const response = await z.request({
        ...options,
        ...signal,
        headers: { ...headers, Accept: '*/*' },
        timeout,
        raw: true,
        skipThrowForStatus: true,
      });
      // An error in JSON, a gateway's page and a body without a byte are no file, whatever their status.
      const isNone =
        /json|html/i.test(response.getHeader('content-type') ?? '') ||
        response.getHeader('content-length') === '0';
      return response.status >= 400 || isNone ? await refuse(response, caller) : response;
    } catch (error) {
      if (error instanceof Error && error.name === 'RefreshAuthError') {
        // A raw answer leaves no words behind: asked once more in the plain way, HighLevel says why.
        const headers = { ...options.headers, ...header };
        const plain = { ...options, headers, timeout: timeFor(bundle, 5_000) };
        await z.request(plain).catch(() => null);
        explain401(z, bundle, route);
        if (!header.Authorization || exchanged) throw unadorned(error);
        exchanged = true;
        await dropLocationToken(z, bundle);
        continue;
      }
      const trouble = networkTrouble(z, error, nextStep(bundle, true));
      const again = attempt < 2 && codeOf(trouble) === 'unavailable' && timeLeft(bundle) > 8_000;
      if (!again) throw unadorned(trouble);
      await pause(400 * 3 ** attempt);
    }
  }
};

/**
 * Stores a file with Zapier under the name and type that HighLevel gives it. `inputData` holds the message and the
 * sub-account, which on an agency connection decides whose token fetches the file.
 */
const stashed = (route: string) => async (z: ZObject, bundle: Bundle) => {
  const { messageId, locationId } = bundle.inputData;
  const caller = { z, bundle };
  // core waits without end for a file that breaks off.
  const file = inTime(timeLeft(bundle), async (signal) => {
    const answer = await openFile(caller, route, { messageId, locationId }, signal);
    return new Promise<string>((resolve, reject) => {
      if ('once' in answer.body) answer.body.once('error', reject);
      Promise.resolve(z.stashFile(Promise.resolve(answer))).then(resolve, reject);
    });
  });
  return file.catch((error: unknown) => {
    throw networkTrouble(z, error, nextStep(bundle, true));
  });
};

/** Files that a later step fetches when it needs them. */
export const hydrators = {
  messageRecording: stashed(recordingRoute),
  messageTranscription: stashed(transcriptionFileRoute),
};
