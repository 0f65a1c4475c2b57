import type { Sandbox } from './app.ts';

/** A trouble that the sandbox can make, and what Zapier does about it. */
interface FaultButton {
  label: string;
  /** Switches it on. */
  start: (sandbox: Sandbox) => void;
  /** What happens next, in Zapier. */
  next: string;
}

const once =
  (kind: Parameters<Sandbox['state']['faults']['add']>[0]['kind'], times = 1) =>
  ({ state }: Sandbox): void =>
    state.faults.add({ match: '*', kind, times, ...(kind === 'slow' ? { delay: 3_000 } : {}) });

/** How long the index lags after “Slow index”, in ms. */
const slowIndex = 30_000;

/** The troubles by name. */
export const faultButtons: Record<string, FaultButton> = {
  busy: {
    label: 'Too many requests (429)',
    start: once('burst-429', 5),
    next: 'The app waits and asks again. If that does not help, Zapier runs the step again a minute later; the run shows as waiting.',
  },
  slow: {
    label: 'Slow answer (3 s)',
    start: once('slow'),
    next: 'The app waits for the answer. Zapier gives a step 30 seconds in all.',
  },
  cutOff: {
    label: 'Answer cut off',
    start: once('truncated'),
    next: 'If the request only reads, the app sends it again. If it changes something, the app does not repeat it, because HighLevel may already have made the change: the step fails and says so.',
  },
  down: {
    label: 'HighLevel is down (503)',
    start: once('503', 5),
    next: 'If the request only reads, the app sends it again. If that does not help, or if the request changes something, the step fails. With Autoreplay, Zapier tries again after 5 minutes, 30 minutes, 1, 3 and 6 hours.',
  },
  tokenEnded: {
    label: 'Token ended',
    start: ({ state }) => state.grants.expireAll(),
    next: 'Zapier gets a new token with the refresh token and runs the step again. The Zap goes on as usual.',
  },
  slowIndex: {
    label: 'Slow index (30 s)',
    start: ({ state }) => {
      state.settings.indexLag = slowIndex;
    },
    next: 'Searches and triggers find a new or changed record only after 30 seconds. Triggers fire later, but miss nothing.',
  },
  well: {
    label: 'All is well again',
    start: ({ state }) => {
      state.faults.clear();
      state.settings.indexLag = 2_000;
    },
    next: 'HighLevel answers as usual.',
  },
};

/** Switches a trouble on; says what Zapier will do. Throws if there is none by this name. */
export const startFault = (sandbox: Sandbox, name: string): string => {
  const button = Object.hasOwn(faultButtons, name) ? faultButtons[name] : undefined;
  if (!button) throw new Error('The sandbox has no fault of this name.');
  button.start(sandbox);
  return button.next;
};
