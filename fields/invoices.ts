import * as zod from 'zod';

/** A currency by its three letters, as HighLevel writes it. */
export const currency = zod
  .string()
  .transform((letters) => letters.trim().toUpperCase())
  .refine((letters) => /^[A-Z]{3}$/.test(letters), 'must be three letters, for example USD.')
  .prefault('USD')
  .meta({ label: 'Currency', helpText: 'Three letters, for example USD or EUR.' });

/** The sub-account as the documents of invoices call it. */
export const inAltId = (locationId: string) => ({
  altId: locationId,
  altType: 'location' as const,
});
