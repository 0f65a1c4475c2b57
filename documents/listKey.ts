/** The key of the hidden trigger that fills a dropdown out of a documented list: `list_of_invoices_template`. */
export const listKey = (route: string): string =>
  `list_of_${route
    .replace(/^\S+ /, '')
    .replace(/\{\w+\}/g, 'of')
    .replace(/\W+/g, '_')
    .replace(/^_|_$/g, '')}`.toLowerCase();
