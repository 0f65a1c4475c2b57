/** A private token out of what people paste: with blanks around it, or as the header of an example. */
export const pastedToken = (pasted = ''): string => pasted.trim().replace(/^Bearer\s+/i, '');
