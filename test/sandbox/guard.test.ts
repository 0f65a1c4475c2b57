import { request } from 'node:http';
import { useSandbox } from './client.ts';

const sandbox = useSandbox();

/** fetch takes neither Host nor Origin, so this asks as node:http does. */
const ask = (headers: Record<string, string>, method = 'GET') =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const url = `${sandbox().url}/__sandbox/requests`;
    request(url, { method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    })
      .on('error', reject)
      .end();
  });

const port = () => new URL(sandbox().url).port;

test.each(['localhost', '127.0.0.1', '[::1]', 'localhost:1', '127.0.0.1:80', 'LOCALHOST'])(
  'answers to the host %s',
  async (host) => {
    expect((await ask({ host })).status).toBe(200);
  },
);

test.each([
  'sandbox.example',
  'localhost.example',
  '127.0.0.1.example:4600',
  'localhost.:4600',
  '10.0.0.7:4600',
])('refuses the host “%s”', async (host) => {
  expect(await ask({ host })).toEqual({
    status: 403,
    text: 'The sandbox answers only to this computer.',
  });
});

test.each(['GET', 'POST', 'DELETE'])('refuses %s from a page of another site', async (method) => {
  for (const origin of ['https://site.example', 'null', 'http://localhost:1', '']) {
    expect(await ask({ origin }, method)).toEqual({
      status: 403,
      text: 'The sandbox answers no other web page than its own.',
    });
  }
});

test('answers its own pages', async () => {
  expect((await ask({ origin: sandbox().url })).status).toBe(200);
  const host = `localhost:${port()}`;
  expect((await ask({ host, origin: `http://${host}` })).status).toBe(200);
});
