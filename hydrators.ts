/** Files that a later step fetches when it needs them. */
export const hydrators = {};
