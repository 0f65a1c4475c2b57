/** Whether a request cannot change anything. */
export const isRead = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'GET' || /\/search(\/|$)/.test(path);
