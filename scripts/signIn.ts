/** Which way to sign in the owner’s integration has: what the command says, else what .zapierapprc remembers. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SignIn, signInFrom } from '../lib/connection/signIn.ts';

const readConfig = (folder: string): Record<string, unknown> => {
  const file = join(folder, '.zapierapprc');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};

/**
 * How people sign in to the integration of a folder. Throws if the command says another way than the one that was
 * pushed before: all connections of the integration would break.
 */
export const chosenSignIn = (folder: string): SignIn => {
  const { signIn } = readConfig(folder);
  const remembered = typeof signIn === 'string' ? signInFrom(signIn) : undefined;
  const asked = process.env.HIGHLEVEL_SIGN_IN;
  const chosen = asked ? signInFrom(asked) : (remembered ?? signInFrom(undefined));
  if (remembered && chosen !== remembered)
    throw new Error(
      `People sign in to this integration by ${remembered}, as .zapierapprc says. Its connections would break. For ${chosen}, register another integration.`,
    );
  return chosen;
};

/** Remembers in .zapierapprc what was pushed, unless it is the default. */
export const rememberSignIn = (folder: string, signIn: SignIn): void => {
  const config = readConfig(folder);
  if (signIn === 'oauth' || config.signIn === signIn) return;
  writeFileSync(
    join(folder, '.zapierapprc'),
    `${JSON.stringify({ ...config, signIn }, null, 2)}\n`,
  );
  console.log('.zapierapprc now says how people sign in. Commit it.');
};
