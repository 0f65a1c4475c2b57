import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import zapier from 'zapier-platform-core';
import App from '../../index.ts';
import { share, times } from '../support/depth.ts';
import {
  connectionFor,
  formFields,
  operations,
  partsOf,
  plausible,
} from '../support/operations.ts';
import { bundleOf, performOf, plainZ, type Request, type Result } from '../support/zapier.ts';
import { inputs } from './nonsense.ts';

interface Heard {
  method: string;
  url: string;
  body: string;
  headers: IncomingMessage['headers'];
}

const heard: Heard[] = [];
let answer: Result = {};
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const { method = '', url = '', headers } = request;
  if (url !== '/oauth/locationToken') heard.push({ method, url, body, headers });
  const token = { access_token: 'token-of-the-location', expires_in: 3_600 };
  const said = JSON.stringify(url === '/oauth/locationToken' ? token : answer);
  response.writeHead(200, { 'content-type': 'application/json' }).end(said);
});
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  process.env.HIGHLEVEL_API_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  delete process.env.HIGHLEVEL_API_URL;
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const files = new Set([
  'get_message_recording',
  'download_message_transcription',
  'find_call_recording',
  'find_call_transcription_file',
]);
const whole = share(
  operations.filter(({ key }) => !files.has(key)),
  3,
);

test.each(whole)(
  '$kind $key: what is sent passes through core as it is',
  async ({ kind, operation }) => {
    answer = plausible(operation, kind);
    const fields = await formFields(operation, kind);
    const empty = { ...App, triggers: {}, creates: {}, searches: {}, searchOrCreates: {} };
    const tester = zapier.createAppTester({ ...empty, [kind]: { [operation.key]: operation } });
    const [authData, meta] = [connectionFor(operation), { page: 0, isLoadingSample: true }];
    for (const inputData of fc.sample(inputs(fields), { numRuns: times(3), seed: 7 })) {
      jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2030-01-01T00:00:00Z'));
      const requests: Request[] = [];
      const z = plainZ((request) => {
        requests.push(request);
        return answer;
      });
      const run = async () =>
        performOf(operation)(z, bundleOf(structuredClone(inputData), meta, authData));
      await run().catch(() => undefined);
      heard.length = 0;
      await tester(performOf(operation), { authData, inputData, meta }, true).catch(
        () => undefined,
      );
      jest.restoreAllMocks();
      const parts = ({ method, path, query, body }: ReturnType<typeof partsOf>) => ({
        method,
        path,
        query,
        body,
      });
      const own = requests.filter(({ url }) => url.startsWith('/'));
      expect(heard.map((one) => parts(partsOf(one)))).toEqual(
        own.map((one) => parts(partsOf(one))),
      );
      for (const { headers } of heard) {
        expect(headers).not.toHaveProperty('x-evil');
        expect(headers.authorization).toMatch(/^Bearer token-of-the-(test|location)$/);
        expect(headers.version).toMatch(/^(2021-0[47]-\d\d|v3)$/);
      }
    }
  },
);
