/** Values of a form or of a step's result, by field. */
export type Values = Record<string, unknown>;

/** What a person picks from a dropdown while setting up the Zap, in words. */
export interface Choice {
  choose: string;
}

/**
 * What stands in a field: a fixed value, a choice, or a text in which `{{1.phone}}` is what step 1 gave as `phone`.
 * Steps are numbered as Zapier does: the trigger is 1, and filters and waits count. `{{zap_meta_utc_iso}}` is Zapier's
 * own word for the present time.
 */
export type Mapping = Record<string, string | number | boolean | string[] | Choice | Values[]>;

/** One of our operations, by its key; field and result names are the keys, the page shows their labels. */
export interface Ours {
  use: string;
  map: Mapping;
  /** For “Find or Create Contact”: what to fill in where there is none. */
  orCreate?: Mapping;
}

/** A step of another app or of Zapier itself. What the other app calls its events may differ, so they are in words. */
export interface Other {
  app: string;
  event: string;
  map?: Mapping;
  /** What it gives to later steps; for an event that starts a Zap, an example that the test runs with. */
  gives?: Values;
}

/** Filter by Zapier: the Zap goes on only if this holds. */
export interface Only {
  only: [
    value: string,
    holds: 'contains' | 'does not contain' | 'is' | 'is after' | 'is before' | 'exists',
    other?: string,
  ];
}

/** Delay by Zapier: Delay Until. */
export interface Wait {
  delayUntil: string;
}

/** Looping by Zapier: the steps behind it run once for each value; several lists go side by side. */
export interface Loop {
  each: Record<string, string>;
}

export type Step = Ours | Other | Only | Wait | Loop;

export interface Zap {
  trigger: Ours | Other;
  steps: Step[];
}

/** One thing that people want, and the Zap or Zaps that do it. */
export interface Recipe {
  /** The app beside HighLevel, or the group of recipes. */
  beside: string;
  name: string;
  /** When to use it, in a sentence or two. */
  about: string;
  /** What a Zap cannot do here, and how it is done instead. */
  limits?: string;
  zaps: Zap[];
}

export const isOurs = (step: Step): step is Ours => 'use' in step;
export const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' && value !== null && 'choose' in value;

/** A text, in which `{{1.phone}}` stands for what step 1 gave as `phone`, by `of`; alone it may be any value. */
export const fill = (text: string, of: (step: number, path: string) => unknown): unknown => {
  const alone = /^\{\{(\d+)\.([^}]+)\}\}$/.exec(text);
  if (alone) return of(Number(alone[1]), alone[2] ?? '');
  return text.replace(/\{\{(\d+)\.([^}]+)\}\}/g, (_, step: string, path: string) =>
    [of(Number(step), path)].flat().join(', '),
  );
};
