/** How people can sign in. An integration on Zapier has one way, so each build has one. */
export const signIns = ['oauth', 'private-token'] as const;
export type SignIn = (typeof signIns)[number];

/** The way that a setting names; OAuth if it is empty. Throws for another one. */
export const signInFrom = (text: string | undefined): SignIn => {
  const found = signIns.find((one) => one === (text || 'oauth'));
  if (found) return found;
  throw new Error(`“${text}” is no way to sign in. Choose ${signIns.join(' or ')}.`);
};

/**
 * How people sign in to this build. scripts/run.mjs sets the variable for `--sign-in`, and `npm run package` puts a
 * value in its place, since Zapier sets none by itself.
 */
export const signIn = signInFrom(process.env.HIGHLEVEL_SIGN_IN);
