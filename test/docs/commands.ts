import { readdirSync, readFileSync } from 'node:fs';

/** How we know that a command does what its page says. */
export type Proof =
  /** `npm run check:docs` runs it and looks for these texts in what it prints. */
  | { prints: (string | RegExp)[]; mayFail?: boolean }
  /** This file runs it already. */
  | { ranBy: string }
  /** It needs an account of Zapier, so nobody runs it here. */
  | { needs: 'an account' };

const zapier = 'npm run zapier --';
const contact = 'FJMEtaWH5eTSzPct9IzQ';
const email = 'marcelo.simonis0@example.com';

const fault = `curl -X POST http://127.0.0.1:4600/__sandbox/faults -H 'Content-Type: application/json' -d '{"match":"GET /contacts/*","kind":"500"}'`;

const withAccount = [
  'git commit -am "Register the integration"',
  'npm run live',
  'npm run live -- --compare',
  'npm run live -- --write',
  'npm run live -- --location ve9EPM428h8vShlRW1KT',
  'npm run push',
  'npm run push -- --sign-in private-token',
  'npm run push -- --plain',
  'npm run push -- --only catalog',
  'npm run push -- --without invoices,forms',
  'npm run push -- --without instant-triggers',
  'npm run push -- --with invoices,products',
  ...[
    'login',
    'register "HighLevel Operations"',
    'env:set 1.0.0 CLIENT_ID=… CLIENT_SECRET=…',
    'env:get 1.0.0',
    'users:add anna@example.com 1.0.0',
    'users:add anna@example.com',
    'users:links',
    'users:get',
    'versions',
    'promote 1.1.0',
    'migrate 1.0.0 1.1.0 10',
    'jobs',
    'migrate 1.0.0 1.1.0',
    'migrate 1.1.0 1.0.0',
    'logs',
    'logs --status=error --detailed',
    'logs --type=http --limit=50',
    'history',
  ].map((command) => `${zapier} ${command}`),
];

/** Every command in a shell block of the pages. Those that print something run in this order. */
export const proofs: Record<string, Proof> = {
  'npm ci && npm start': { ranBy: 'test/browser/run.ts' },
  'npm ci && npm test': { ranBy: '.ci/run' },
  'npm ci': { ranBy: '.ci/run' },
  'npm run check': { ranBy: '.ci/run' },
  'npm run new -- create "PUT /contacts/{contactId}/notes/{id}/pin" --key pin_contact_note --category Contacts --noun Note':
    { ranBy: 'test/scripts/scaffold.test.ts' },
  'npm run doctor': {
    prints: ['✓ git', /✓ The app asks for \d+ scopes/, /Nothing is missing|Below each ✗/],
    mayFail: true,
  },
  'npm run doctor -- --sign-in private-token': {
    prints: [
      '✓ People sign in with a Private Integration Token',
      /Nothing is missing|Below each ✗/,
    ],
    mayFail: true,
  },
  'npm run doctor -- --without invoices,forms': {
    prints: ['✓ The app leaves out: invoices, forms.', /Nothing is missing|Below each ✗/],
    mayFail: true,
  },
  'npm start -- --sign-in private-token': { ranBy: 'scripts/checkToken.ts' },
  [`${zapier} describe`]: { prints: ['triggers.search_contacts.operation.perform'] },
  [`${zapier} invoke auth label --non-interactive`]: {
    prints: ['Bright Smile Dental (sub-account)'],
  },
  [`${zapier} invoke trigger search_contacts --non-interactive -i '{"query":"marcelo"}'`]: {
    prints: [`"email": "${email}"`],
  },
  [`${zapier} invoke search find_contact --non-interactive -i '{"email":"${email}"}'`]: {
    prints: [`"id": "${contact}"`],
  },
  [`${zapier} invoke create create_contact_note --non-interactive -i '{"contactId":"${contact}","body":"Called back"}'`]:
    { prints: ['"body": "Called back"'] },
  [fault]: { prints: ['"kind":"500"'] },
  [`${zapier} invoke trigger get_contact --non-interactive -i '{"contactId":"${contact}"}'`]: {
    prints: ['HighLevel has a problem at the moment (500).'],
    mayFail: true,
  },
  'curl -X DELETE http://127.0.0.1:4600/__sandbox/faults': { prints: [] },
  ...Object.fromEntries(withAccount.map((command) => [command, { needs: 'an account' as const }])),
};

/** The pages that people follow; the generated ones have no commands. */
export const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The commands in the shell blocks of a page, without their comments. */
export const commandsOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+# .*$/, '').trim())
    .filter((line) => line !== '');
