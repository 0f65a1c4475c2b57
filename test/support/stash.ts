import nock from 'nock';
import zapier, { type Bundle, type ZObject } from 'zapier-platform-core';
import App from '../../index.ts';
import { connection } from './api.ts';

/** What was handed to Zapier's file store. */
export interface Stashed {
  url: string;
  bytes: Buffer;
  name: string;
  type: string;
}

const store = 'https://files.example.com';

const partOf = (form: Buffer) => {
  const start = form.indexOf('name="file"');
  const head = form.toString('latin1', start, form.indexOf('\r\n\r\n', start));
  const body = form.subarray(form.indexOf('\r\n\r\n', start) + 4, form.lastIndexOf('\r\n--'));
  return {
    name: /filename="(.*?)"/.exec(head)?.[1] ?? '',
    type: /Content-Type: (.*)/i.exec(head)?.[1]?.trim() ?? '',
    bytes: body,
  };
};

/** Runs a hydrator as Zapier does when a later step wants the file, with a file store in its place. */
export const stash = async (
  hydrator: (z: ZObject, bundle: Bundle) => Promise<string>,
  inputData: Record<string, string>,
  authData: Record<string, string> = connection,
): Promise<Stashed> => {
  process.env.ZAPIER_DEPLOY_KEY = 'fake';
  let form = Buffer.alloc(0);
  nock('https://rpc.zapier.com')
    .post('/cli')
    .reply((_uri, body) => {
      // core's own request has no content type, so nock hands over the body as a text (zapier#nock).
      const { id } = JSON.parse(String(body));
      return [200, { id, result: { url: store, fields: { key: 'stashed' } } }];
    });
  nock(store)
    .post('/', (body) => {
      form = Buffer.from(String(body), /^[0-9a-f]+$/.test(String(body)) ? 'hex' : 'utf8');
      return true;
    })
    .reply(204);
  const url = await zapier.createAppTester(App)(hydrator, { authData, inputData });
  return { url: String(url), ...partOf(form) };
};
