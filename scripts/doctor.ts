/** `npm run doctor`: checks the owner's setup and says what is missing. Exits with 0 only if the app is ready to be pushed. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chosenArguments, describeChosen } from './chosen.ts';
import { loadEnv } from './env.ts';
import { fine, report } from './findings.ts';
import { chosenSignIn } from './signIn.ts';

// What it takes, run.mjs has taken.
parseArgs({ options: {} });
const folder = resolve(import.meta.dirname, '..');
try {
  loadEnv(folder);
  const signIn = chosenSignIn(folder);
  const chosen = describeChosen().map(fine);
  // It reads the operations of this build, so the names of what is chosen must be known by then.
  const { examine } = await import('./examine.ts');
  const setup = { folder, signIn, nodeVersion: process.version, zapierUrl: 'https://zapier.com' };
  const options = `${signIn === 'oauth' ? '' : ` --sign-in ${signIn}`}${chosenArguments()}`;
  const push = `npm run push${options && ` --${options}`}`;
  const { text, ready } = report([...(await examine(setup)), ...chosen], push);
  console.log(text);
  process.exitCode = ready ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
