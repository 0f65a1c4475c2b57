/** How people can sign in. An app on Zapier has one way, so each build has one. */
export const signIns = ['oauth', 'private-token'] as const;
export type SignIn = (typeof signIns)[number];

const isSignIn = (text: string): text is SignIn => signIns.some((one) => one === text);

/**
 * How people sign in to this build. scripts/run.mjs sets the variable for `--sign-in`, and `npm run package` puts its
 * value in its place, since Zapier sets none by itself.
 */
const readSignIn = (): SignIn => {
  const chosen = process.env.HIGHLEVEL_SIGN_IN || 'oauth';
  if (isSignIn(chosen)) return chosen;
  throw new Error(`HIGHLEVEL_SIGN_IN is “${chosen}”. Set it to ${signIns.join(' or ')}.`);
};

export const signIn = readSignIn();
