/** What has to be the same on the packed core as on the plain one, seen on the unpacked build.zip. */
import { deepStrictEqual, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import zapier from 'zapier-platform-core';
import App from '../index.ts';

type Handler = (event: object) => Promise<{ results: unknown }>;

/** A bundle as Zapier keeps a large one: zipped, and encrypted by Fernet (github.com/fernet/spec). */
const encrypted = (bundle: object, secret: string): string => {
  const key = createHash('sha256').update(secret).digest();
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', key.subarray(16), iv);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000)));
  const content = gzipSync(JSON.stringify(bundle)).toString('base64');
  const signed = Buffer.concat([
    Buffer.from([0x80]),
    time,
    iv,
    cipher.update(content),
    cipher.final(),
  ]);
  const hmac = createHmac('sha256', key.subarray(0, 16)).update(signed).digest();
  return Buffer.concat([signed, hmac]).toString('base64url');
};

const secret = 'secret-of-the-check';
const recording = randomBytes(200_000);

/** Zapier's store of files and bundles, and a HighLevel that answers everything with a recording. */
const withStore = async (work: (url: string, files: File[]) => Promise<void>): Promise<void> => {
  const files: File[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const url = `http://${request.headers.host}/store`;
    if (request.url === '/rpc') {
      const { id } = JSON.parse(body.toString());
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify({ id, result: { url, fields: { key: 'k1' } } }));
    }
    if (request.url === '/store' && request.method === 'GET')
      return response.end(encrypted({ inputData: { id: 'from the store' } }, secret));
    if (request.url !== '/store')
      return response.setHeader('content-type', 'audio/wav').end(recording);
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const file = (await new Response(body, { headers }).formData()).get('file');
    if (file instanceof File) files.push(file);
    return response.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, files);
  } finally {
    server.close();
    server.closeAllConnections();
  }
};

/** An app of one trigger with the given code. */
const appOf = (source: string) => ({
  version: '1.0.0',
  platformVersion: zapier.version,
  triggers: {
    thing: {
      key: 'thing',
      noun: 'Thing',
      display: { label: 'New Thing', description: 'Triggers when a thing is new.' },
      operation: { perform: { source } },
    },
  },
});
const execute = {
  command: 'execute',
  method: 'triggers.thing.operation.perform',
  bundle: { inputData: {}, authData: {}, meta: {} },
};

/** Files that a run has loaded, Node's own left out. */
const filesOfARun = (folder: string): string[] => {
  const event = { ...execute, appRawOverride: appOf('return [{ id: 1 }]'), calledFromCli: true };
  const program = `const files = new Set();
    require('node:module').registerHooks({
      load: (url, context, next) => {
        if (url.startsWith('file:')) files.add(url);
        return next(url, context);
      },
    });
    import('./zapierwrapper.js').then(async ({ handler }) => {
      await handler(${JSON.stringify(event)});
      console.log(JSON.stringify([...files]));
    });`;
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { cwd: folder }).toString());
};

type Checks = Record<string, () => Promise<void>>;

const handlerIn = (folder: string): Handler => {
  const url = pathToFileURL(join(folder, 'zapierwrapper.js')).href;
  return async (event) => {
    const { handler } = (await import(url)) as { handler: Handler };
    return handler({ calledFromCli: true, ...event });
  };
};

/** What the packed app says of itself, beside what the plain one says. */
const definitionChecks = (folder: string, packed: Handler): Checks => {
  // Core has it, its types do not.
  const { createAppHandler } = zapier as unknown as { createAppHandler: (app: object) => Handler };
  const plain = createAppHandler(App);
  const same = async (event: object): Promise<unknown> => {
    const { results } = await packed(event);
    deepStrictEqual(results, (await plain({ calledFromCli: true, ...event })).results);
    return results;
  };
  return {
    'the definition is the same': async () => {
      const definition = await same({ command: 'definition' });
      const file = readFileSync(join(folder, 'definition.json'), 'utf8');
      deepStrictEqual(JSON.parse(file), definition);
    },
    'a good app is valid, a broken one is not': async () => {
      deepStrictEqual(await same({ command: 'validate' }), []);
      const creates = { other: { key: 'another', display: {} } };
      const appRawOverride = { ...appOf('return []'), version: '1', creates };
      const errors = await same({ command: 'validate', appRawOverride });
      ok(Array.isArray(errors) && errors.length > 2, 'The broken app has no errors.');
    },
  };
};

const storeChecks = (packed: Handler): Checks => ({
  'a hydrated file is stored byte by byte': () =>
    withStore(async (url, files) => {
      const inputData = { messageId: 'm1', locationId: 'l1' };
      const authData = { access_token: 't1', locationId: 'l1' };
      const { results } = await packed({
        ...execute,
        method: 'hydrators.messageRecording',
        bundle: { inputData, authData, meta: {} },
        environment: { HIGHLEVEL_API_URL: url, ZAPIER_DEPLOY_KEY: 'check' },
        rpc_base: `${url}/rpc`,
      });
      deepStrictEqual(results, `${url}/k1`);
      const [file] = files;
      ok(file && recording.equals(Buffer.from(await file.arrayBuffer())), 'The file has changed.');
      match(file.name, /\.wav$/);
    }),
  'an encrypted bundle is read': () =>
    withStore(async (url) => {
      const { results } = await packed({
        ...execute,
        environment: { _ZAPIER_ONE_TIME_SECRET: secret, ZAPIER_DEPLOY_KEY: 'check' },
        stashedBundleKey: 'k1',
        appRawOverride: appOf('return [{ id: bundle.inputData.id }]'),
        rpc_base: `${url}/rpc`,
      });
      deepStrictEqual(results, [{ id: 'from the store' }]);
    }),
});

const runChecks = (folder: string, packed: Handler): Checks => ({
  'z.require finds modules': async () => {
    const appRawOverride = appOf("return [{ id: z.require('node:path').basename('/a/b') }]");
    deepStrictEqual((await packed({ ...execute, appRawOverride })).results, [{ id: 'b' }]);
  },
  'an error names the functions that it went through': async () => {
    const { stack } = await packed({ ...execute, appRawOverride: appOf('return [{}]') }).then(
      () => new Error('It did not fail.'),
      (error: Error) => error,
    );
    match(stack ?? '', /at checkOutput \(.+index\.js:\d+:\d+\)/);
  },
  'a run loads at most five files': async () => {
    const files = filesOfARun(folder);
    ok(files.length <= 5, `It loads ${files.length}: ${files.join(', ')}`);
  },
});

/** The checks by their names. @param folder the unpacked build.zip */
export const packedChecks = (folder: string): Checks => {
  const packed = handlerIn(folder);
  return {
    ...definitionChecks(folder, packed),
    ...storeChecks(packed),
    ...runChecks(folder, packed),
  };
};
