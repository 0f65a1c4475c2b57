/** `npm run doctor`: looks at the owner's setup and says in plain words what is missing; ends with 0 only if it can be pushed. */
import { resolve } from 'node:path';
import { examine, loadEnv, report } from './examine.ts';

const folder = resolve(import.meta.dirname, '..');
loadEnv(folder);
const setup = { folder, nodeVersion: process.version, zapierUrl: 'https://zapier.com' };
const { text, ready } = report(await examine(setup));
console.log(text);
process.exitCode = ready ? 0 : 1;
