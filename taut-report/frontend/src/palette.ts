// Eight hues that stay apart for colour-blind readers, defined in the style sheet for light and dark; the dash doubles
// the hue, so that neighbours differ in both.

const HUES = 8;

/** How many series have a look of their own; the lighter ones are grey. */
export const HEAVY = 2 * HUES;
const DASHES = ["none", "7 3", "2 2.5", "9 3 2 3"];

export const INK = "currentColor";
export const SOFT = "var(--soft)";
export const FAINT = "var(--faint)";
export const ACCENT = "var(--c1)";
export const BAR = "var(--bar)";
export const SECOND = "var(--c2)";

export interface Look {
  readonly colour: string;
  readonly dash: string;
}

/** The look of the series that stands at this place in the order of weight. */
export function look(rank: number): Look {
  return {
    colour: `var(--c${(rank % HUES) + 1})`,
    dash: DASHES[(rank + Math.floor(rank / HUES)) % DASHES.length] ?? "none",
  };
}
