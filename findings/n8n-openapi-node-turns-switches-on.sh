#!/usr/bin/env bash
# @devlikeapro/n8n-openapi-node 0.1.4 makes an n8n node from an OpenAPI document. Each optional field of a body gets a
# value of its own, which n8n sends unless a person changes it: a switch of which the document says nothing is on, a
# choice has the first one, a list has one null in it, and an `example` is sent as if somebody had typed it. In a node
# for a CRM, a step that changes a first name also turns “do not disturb” on and sets the country of the example.
# Guess: what nobody fills in is not sent, or at most an empty text; a switch without a `default` is off.
# Seen on Node 20.20.2 and 22.23.2: what n8n-workflow 2.41.0 makes of a step in which the first name alone is filled in,
# see the end. Given the same step, the `RoutingNode` of n8n-core 2.41.1 sent
# {"firstName":"Maria","email":"","tags":[null],"dnd":true,"source":"form","score":0,"country":"US"}.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  @devlikeapro/n8n-openapi-node@0.1.4 n8n-workflow@2.41.0 >/dev/null
cat >run.cjs <<'JS'
const { N8NPropertiesBuilder } = require('@devlikeapro/n8n-openapi-node');
const { NodeHelpers } = require('n8n-workflow');

const schema = {
  type: 'object',
  properties: {
    firstName: { type: 'string' },
    email: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' } },
    dnd: { type: 'boolean' },
    source: { type: 'string', enum: ['form', 'import'] },
    score: { type: 'number' },
    country: { type: 'string', example: 'US' },
  },
};
const id = { name: 'contactId', in: 'path', required: true, schema: { type: 'string' } };
const put = {
  operationId: 'update-contact',
  tags: ['Contacts'],
  parameters: [id],
  requestBody: { content: { 'application/json': { schema } } },
  responses: { 200: { description: 'The contact.' } },
};
const document = {
  openapi: '3.0.3',
  info: { title: 'CRM', version: '1' },
  paths: { '/contacts/{contactId}': { put } },
};

const properties = new N8NPropertiesBuilder(document).build();
const filled = { resource: 'Contacts', operation: 'Update Contact', contactId: 'c1', firstName: 'Maria' };
const values = NodeHelpers.getNodeParameters(properties, filled, true, false, null, null);
const textOf = (value) => String(value).replace(/\s/g, '') || 'empty';
for (const { name, required, routing } of properties)
  if (routing?.send?.type === 'body')
    console.log(`body ${name}, required ${required ?? false}: ${textOf(values[name])}`);
JS
node run.cjs | grep -E '^body' | tee output.txt
diff output.txt - <<'TXT'
body firstName, required false: Maria
body email, required false: empty
body tags, required false: [null]
body dnd, required false: true
body source, required false: form
body score, required false: 0
body country, required false: US
TXT
