/** The result of one check. A hint doesn't stop a push. */
export interface Finding {
  what: string;
  state: 'fine' | 'hint' | 'missing';
  /** What to do about it, in a sentence. */
  todo?: string;
}

export const fine = (what: string): Finding => ({ what, state: 'fine' });
export const hint = (what: string, todo: string): Finding => ({ what, state: 'hint', todo });
export const missing = (what: string, todo: string): Finding => ({ what, state: 'missing', todo });

const signs = { fine: '✓', hint: '!', missing: '✗' };

/** The findings as text, and whether the app is ready to be pushed. @param push the command that pushes it */
export const report = (
  findings: Finding[],
  push = 'npm run push',
): { text: string; ready: boolean } => {
  const ready = findings.every(({ state }) => state !== 'missing');
  const lines = findings.flatMap(({ what, state, todo }) => [
    `${signs[state]} ${what}`,
    ...(todo ? [`    ${todo}`] : []),
  ]);
  const count = findings.filter(({ state }) => state === 'missing').length;
  const last = ready
    ? `Nothing is missing. You can run “${push}”.`
    : `${count} ${count === 1 ? 'thing is' : 'things are'} missing. Below each ✗ you see what to do.`;
  return { text: `${lines.join('\n')}\n\n${last}`, ready };
};
