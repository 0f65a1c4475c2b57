import * as zod from 'zod';

/** Scopes of a user, as a list to choose from; newer ones than the document's can be typed. */
export const userScopes = (label: string, helpText: string) =>
  zod
    .array(zod.string())
    .meta({ label, helpText, dynamic: 'list_user_scopes.id.name', group: 'Scopes' });
