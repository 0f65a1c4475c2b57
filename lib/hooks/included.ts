/**
 * Whether this build has the instant triggers: Zapier allows their fixed URLs in private integrations only
 * (zapier#static-hooks). `npm run push -- --without-hooks` writes a value in place of the variable, since Zapier sets
 * none by itself.
 */
export const hasHooks = !process.env.HIGHLEVEL_WITHOUT_HOOKS;
