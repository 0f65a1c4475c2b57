import { createHash } from 'node:crypto';
import * as zod from 'zod';
import { list, money, number, text } from '../../fields/common.ts';

const item = zod.object({
  // Zapier wants no second “name” in a form.
  item: text('Item'),
  description: text('Description').optional(),
  amount: money('Price', 'For one unit, without tax.'),
  qty: number('Quantity').default(1),
  taxRate: number('Tax Rate', 'In percent, for example 8.5. It is added to the price.')
    .min(0)
    .optional(),
});

/** What is charged for, one line item each. */
export const items = list('Items', item).min(1);

/** A tax needs an ID, but HighLevel lists none: one of our own does (api#invoice-taxes). */
const taxOf = (rate: number) => {
  const name = `Tax ${rate}%`;
  const id = createHash('sha256').update(name).digest('hex').slice(0, 24);
  return { _id: id, taxId: id, name, rate, calculation: 'exclusive' as const };
};

/** The items as the invoice has them. */
export const withTaxes = (filled: zod.output<typeof items>, currency: string) =>
  filled.map(({ item: name, taxRate, ...line }) => ({
    ...line,
    name,
    currency,
    // Without it HighLevel fails (api#invoice-items).
    type: 'one_time' as const,
    taxes: taxRate ? [taxOf(taxRate)] : [],
  }));
