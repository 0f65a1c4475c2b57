import { apiUrl } from '../lib/api/endpoints.ts';
import { kindOf } from '../lib/api/errors.ts';
import { networkError } from '../lib/api/thrown.ts';
import { inTime, type Run } from '../lib/run.ts';
import { refuse } from '../lib/zapier.ts';

/** Bytes: HighLevel takes files of 25 MB (medias.json), and a run has little memory to spare. */
const largest = 25 * 1024 * 1024;

const nameIn = (url: string, disposition: string): string => {
  const named = /filename="?([^";]+)/i.exec(disposition)?.[1]?.trim();
  const last = new URL(url).pathname.split('/').at(-1);
  return named || decodeURIComponent(last || 'file');
};

/** Whether an address is one of the web, and not of the machine that runs the step; the sandbox is served from there. */
const isPublic = (url: string): boolean =>
  url.startsWith(`${apiUrl()}/`) || /^https:\/\/(?!localhost\b|\[|[\d.]+(?:[:/]|$))/i.test(url);

/** The file behind a web address that an earlier step gave, without the connection’s token. */
export const fetchFile = async (run: Run, url: string): Promise<File> => {
  if (!isPublic(url)) refuse('A file must be a file, or an address that begins with https://.');
  try {
    return await inTime(run.deadline.timeFor(15_000), async (ending) => {
      const response = await run.z.request({
        url,
        raw: true,
        skipThrowForStatus: true,
        ...ending,
      });
      if (response.status >= 300) refuse(`The file could not be loaded (${response.status}).`);
      const bytes = Buffer.from(await (response as unknown as Response).arrayBuffer());
      if (bytes.length > largest) refuse('The file is too large: HighLevel takes up to 25 MB.');
      const type = response.getHeader('content-type') ?? 'application/octet-stream';
      return new File([bytes], nameIn(url, response.getHeader('content-disposition') ?? ''), {
        type,
      });
    });
  } catch (error) {
    const failure = networkError(error);
    if (kindOf(failure) === 'unavailable')
      refuse('The file could not be loaded: its web address did not answer.');
    throw failure;
  }
};
