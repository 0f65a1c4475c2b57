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
export type Mapping = Record<string, unknown>;

/** What the editor adds to a step; a recipe has none of it. */
export interface Edited {
  /** Stays the same wherever the step moves. */
  id?: string;
  /** What people read of the IDs that were chosen, by field and ID. */
  labels?: Record<string, string>;
}

/** One of our operations, by its key; field and result names are the keys, the page shows their labels. */
export interface Ours extends Edited {
  use: string;
  map: Mapping;
  /** The label of the connection that it uses; the first one if it is missing. */
  connection?: string;
  /** For “Find or Create Contact”: what to fill in if nothing is found. */
  orCreate?: Mapping;
  /** For a search that finds nothing: “continue” goes on with empty values. Without it the run stops. */
  ifNone?: 'continue';
}

/** A step of another app or of Zapier itself. What the other app calls its events may differ, so they are in words. */
export interface Other extends Edited {
  app: string;
  event: string;
  map?: Mapping;
  /** What it gives to later steps; for an event that starts a Zap, an example that the test runs with. */
  gives?: Values;
}

export type Comparison =
  | 'contains'
  | 'does not contain'
  | 'is'
  | 'is not'
  | 'starts with'
  | 'ends with'
  | 'is greater than'
  | 'is less than'
  | 'is after'
  | 'is before'
  | 'exists'
  | 'does not exist';

export type Condition = [value: string, holds: Comparison, other?: string];

/** Filter by Zapier: the Zap goes on only if this holds. */
export interface Only extends Edited {
  only: Condition;
}

/** Delay by Zapier: Delay Until a moment. */
export interface WaitUntil extends Edited {
  delayUntil: string;
}

/** Delay by Zapier: Delay For, for example “2 days”. */
export interface WaitFor extends Edited {
  delayFor: string;
}

/** Looping by Zapier: the steps behind it run once for each value; several lists go side by side. */
export interface Loop extends Edited {
  each: Record<string, string>;
}

export type Step = Ours | Other | Only | WaitUntil | WaitFor | Loop;

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
export const isOther = (step: Step): step is Other => 'app' in step;
export const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' && value !== null && 'choose' in value;

/** All steps of a Zap in order, the trigger first. */
export const stepsOf = ({ trigger, steps }: Zap): Step[] => [trigger, ...steps];
