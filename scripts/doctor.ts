/** `npm run doctor`: checks the owner's setup and says what is missing. Exits with 0 only if the app is ready to be pushed. */
import { resolve } from 'node:path';
import { examine, loadEnv } from './examine.ts';
import { report } from './findings.ts';
import { chosenSignIn } from './signIn.ts';

const folder = resolve(import.meta.dirname, '..');
try {
  loadEnv(folder);
  const signIn = chosenSignIn(folder);
  const setup = { folder, signIn, nodeVersion: process.version, zapierUrl: 'https://zapier.com' };
  const push = signIn === 'oauth' ? 'npm run push' : `npm run push -- --sign-in ${signIn}`;
  const { text, ready } = report(await examine(setup), push);
  console.log(text);
  process.exitCode = ready ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
