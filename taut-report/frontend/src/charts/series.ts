// One feature's line along the path, as numbers and as it stands in the picture.

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  /** place among the features of the chosen model, heaviest first; −1 if its coefficient there is zero */
  readonly rank: number;
}

export interface Drawn {
  readonly series: Series;
  readonly group: SVGGElement | null;
  readonly points: readonly (readonly [number, number])[];
}
