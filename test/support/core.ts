import zapier from 'zapier-platform-core';

interface Event {
  calledFromCli?: boolean;
  method?: string;
  customLogger?: (message: string, log: Record<string, unknown>) => void;
}
type Handler = (event: Event) => Promise<{ results: unknown }>;
type App = Record<string, Record<string, unknown> | undefined>;
interface Core {
  createAppHandler: (app: App) => Handler;
}

/**
 * Lets core see only the operation of each call, because it clones the whole app every time (zapier#definition-cost),
 * which takes ten times as long, and lets somebody listen. Ends with `jest.restoreAllMocks()`.
 * @param hear gets each event with the handler that answers it
 */
export const onlyTheOperation = (
  hear: (event: Event, handle: Handler) => Promise<{ results: unknown }> = (event, handle) =>
    handle(event),
): void => {
  const core = zapier as unknown as Core;
  const { createAppHandler } = core;
  jest.spyOn(core, 'createAppHandler').mockImplementation((app) => {
    const bare = { ...app, triggers: {}, creates: {}, searches: {}, searchOrCreates: {} };
    const handlers = new Map<string, Handler>();
    return (event) => {
      const [kind = '', key = ''] = event.method?.split('.') ?? [];
      const operation = kind in bare ? app[kind]?.[key] : undefined;
      const name = operation ? `${kind}.${key}` : '';
      const handle =
        handlers.get(name) ??
        createAppHandler(operation ? { ...bare, [kind]: { [key]: operation } } : bare);
      handlers.set(name, handle);
      return hear(event, handle);
    };
  });
};
