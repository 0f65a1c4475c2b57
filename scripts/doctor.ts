/** `npm run doctor`: checks the owner's setup and says what is missing. Exits with 0 only if the app is ready to be pushed. */
import { resolve } from 'node:path';
import { examine, loadEnv } from './examine.ts';
import { report } from './findings.ts';

const folder = resolve(import.meta.dirname, '..');
loadEnv(folder);
const setup = { folder, nodeVersion: process.version, zapierUrl: 'https://zapier.com' };
const { text, ready } = report(await examine(setup));
console.log(text);
process.exitCode = ready ? 0 : 1;
