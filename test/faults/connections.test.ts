import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import nock from 'nock';
import { hurry } from '../support/clock.ts';
import { problem, withinRun } from '../support/within.ts';

/** The connections that were opened, and the number of the one on which each request came. */
const opened: Socket[] = [];
const heard: string[] = [];
let answer: (response: ServerResponse, connection: number) => void;

const server = createServer(({ method, socket }, response) => {
  const connection = opened.indexOf(socket) + 1;
  heard.push(`${method} on ${connection}`);
  answer(response, connection);
}).on('connection', (socket) => opened.push(socket));

const contact = (response: ServerResponse) =>
  response.setHeader('content-type', 'application/json').end('{"contact":{"id":"c1"}}');

// nock has an agent of its own, which opens a connection for each request.
beforeAll(async () => {
  nock.restore();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  process.env.HIGHLEVEL_API_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  server.closeAllConnections();
  opened.length = 0;
  heard.length = 0;
  answer = contact;
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  delete process.env.HIGHLEVEL_API_URL;
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const read = () => withinRun(({ call }) => call('GET /contacts/{contactId}', { contactId: 'c1' }));
const write = () =>
  withinRun(({ call }) => call('PUT /contacts/{contactId}', { contactId: 'c1', city: 'Ulm' }));

test('reads share a connection, over runs too, and each write opens its own', async () => {
  for (const run of [read, read, write, read, write]) await run();
  expect(heard).toEqual(['GET on 1', 'GET on 1', 'PUT on 2', 'GET on 1', 'PUT on 3']);
});

test('a read on a connection that HighLevel has closed meanwhile is sent again', async () => {
  hurry();
  await read();
  answer = (response, connection) => (connection === 1 ? response.destroy() : contact(response));
  expect(await read()).toEqual({ contact: { id: 'c1' } });
  expect(heard).toEqual(['GET on 1', 'GET on 1', 'GET on 2']);
});

/** node-fetch keeps the timer of an answer that breaks off, and jest would wait for it. */
const unrefTimers = () => {
  const wait = setTimeout;
  jest
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation(((...given: Parameters<typeof wait>) =>
      wait(...given).unref()) as typeof wait);
};

const brokenOff = (response: ServerResponse) => {
  const headers = { 'content-type': 'application/json', 'content-length': '1000' };
  response.writeHead(200, headers).write('{"contact":', () => response.destroy());
};

test('an answer to a write that breaks off is noticed when it does, not when its time is over', async () => {
  unrefTimers();
  answer = brokenOff;
  expect((await problem(write())).message).toContain('HighLevel could not be reached.');
  expect(heard).toEqual(['PUT on 1']);
});

test('a read whose answer breaks off is sent again', async () => {
  unrefTimers();
  answer = (response, connection) => (connection === 1 ? brokenOff(response) : contact(response));
  expect(await read()).toEqual({ contact: { id: 'c1' } });
  expect(heard).toEqual(['GET on 1', 'GET on 2']);
});
