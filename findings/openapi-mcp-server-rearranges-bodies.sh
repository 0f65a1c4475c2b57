#!/usr/bin/env bash
# @ivotoby/openapi-mcp-server 1.16.1 makes tools for an AI of an OpenAPI document. A tool shows the fields of the body,
# but a call does not always put them there. A DELETE has no body: its fields go into the query, a list as one text with
# commas. If the body is a list, an object `{"body":[…]}` goes out in its place. A field that shares its name with a
# parameter is shown with `body_` before it, which the README tells, and sent under that name, which it does not. So
# “remove these tags” becomes a DELETE without tags where the API looks for them. In HighLevel's documents 17 of 576
# operations are a DELETE with a body, among them those that take tags and followers off a contact.
# Guess: what a tool shows as a field of the body arrives there, under the name that the document gives.
# Seen on Node 20.20.2 and 22.23.2: the fields of each tool, and what the server received, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @ivotoby/openapi-mcp-server@1.16.1 >/dev/null
cat >run.mjs <<'JS'
import http from 'node:http';
import { ApiClient, OpenAPISpecLoader } from '@ivotoby/openapi-mcp-server';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const responses = { 200: { description: 'Done.' } };
const parameter = (name, place) => ({ name, in: place, required: true, schema: text });
const body = (schema) => ({ required: true, content: { 'application/json': { schema } } });
const tags = { type: 'object', required: ['tags'], properties: { tags: texts } };
const segment = { type: 'object', properties: { type: text, name: text } };
const contactId = parameter('contactId', 'path');

const operation = (operationId, schema, ...parameters) => ({
  operationId,
  parameters,
  requestBody: body(schema),
  responses,
});
const document = {
  openapi: '3.0.3',
  info: { title: 'CRM', version: '1' },
  paths: {
    '/contacts/{contactId}/tags': {
      post: operation('add-tags', tags, contactId),
      delete: operation('remove-tags', tags, contactId),
    },
    '/notifications': { post: operation('add-notifications', { type: 'array', items: segment }) },
    '/segments': { put: operation('update-segment', segment, parameter('type', 'query')) },
  },
};

const server = http
  .createServer(async (request, response) => {
    const sent = Buffer.concat(await request.toArray()).toString();
    console.log(`received ${request.method} ${request.url} ${sent || 'no body'}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  })
  .listen(0, '127.0.0.1', async () => {
    const loader = new OpenAPISpecLoader();
    const tools = loader.parseOpenAPISpec(document);
    const client = new ApiClient(`http://127.0.0.1:${server.address().port}`, {}, loader);
    client.setTools(tools);
    client.setOpenApiSpec(document);
    const call = async (method, path, values) => {
      const [id, { inputSchema }] = [...tools].find(
        ([, tool]) => tool.httpMethod === method && tool.originalPath === path,
      );
      console.log(`tool ${method} ${path}: ${Object.keys(inputSchema.properties).join(', ')}`);
      await client.executeApiCall(id, values);
    };
    await call('POST', '/contacts/{contactId}/tags', { contactId: 'c1', tags: ['vip', 'lead'] });
    await call('DELETE', '/contacts/{contactId}/tags', { contactId: 'c1', tags: ['vip', 'lead'] });
    await call('POST', '/notifications', { body: [{ type: 'email', name: 'Booked' }] });
    await call('PUT', '/segments', { type: 'user', body_type: 'list', name: 'Leads' });
    server.close();
    server.closeAllConnections();
  });
JS
node run.mjs | grep -E '^(tool|received)' | tee output.txt
diff output.txt - <<'TXT'
tool POST /contacts/{contactId}/tags: contactId, tags
received POST /contacts/c1/tags {"tags":["vip","lead"]}
tool DELETE /contacts/{contactId}/tags: contactId, tags
received DELETE /contacts/c1/tags?tags=vip,lead no body
tool POST /notifications: body
received POST /notifications {"body":[{"type":"email","name":"Booked"}]}
tool PUT /segments: type, body_type, name
received PUT /segments?type=user {"body_type":"list","name":"Leads"}
TXT
