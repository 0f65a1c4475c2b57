/** Days, moments and epochs among the fields of a new form. */
import type { Property } from './documents.ts';
import { type Draft, words } from './part.ts';

/** The unit of a number that is a moment; undefined for any other property. */
const epochUnit = ({ type, example, description = '' }: Property, name: string) => {
  if (type !== 'number' && type !== 'integer') return undefined;
  const isMoment =
    Number(example) > 1e9 || /epoch|unix|timestamp/i.test(description) || /timestamp$/i.test(name);
  if (!isMoment) return undefined;
  return Number(example) > 1e11 || /milli/i.test(description) ? 'milliseconds' : 'seconds';
};

const isDayText = ({ example, description = '' }: Property): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(String(example)) || /YYYY-MM-DD/i.test(description);

const isMomentText = ({ type = 'string', format, example }: Property, name: string): boolean =>
  type === 'string' &&
  (format === 'date-time' ||
    /^\d{4}-\d\d-\d\dT/.test(String(example)) ||
    (example === undefined && /(date|time|At)$/i.test(name)));

const moment = '2026-03-04T09:30:45.000Z';

/** The field of a day or a moment; undefined for any other property. */
export const momentDraft = (name: string, property: Property, label: string): Draft | undefined => {
  const helped = words(label, property);
  const draft = (helper: string, rest: Partial<Draft> = {}): Draft => ({
    code: `${helper}(${helped})`,
    uses: [['common', helper]],
    example: moment,
    ...rest,
  });
  const unit = epochUnit(property, name);
  const milliseconds = Date.parse(moment);
  if (unit === 'milliseconds' && /^(from|start)/i.test(name))
    return draft('from', { sent: milliseconds });
  if (unit === 'milliseconds' && /^(to|until|end)([A-Z]|$)/.test(name))
    return draft('until', { sent: milliseconds });
  if (unit)
    return draft('dateTime', {
      sent: unit === 'seconds' ? milliseconds / 1000 : milliseconds,
      todo: `HighLevel wants ${unit} since 1970: convert it in \`request\`.`,
    });
  if (property.type === 'string' && isDayText(property))
    return draft('date', { example: '2026-03-04' });
  return isMomentText(property, name) ? draft('dateTime') : undefined;
};
