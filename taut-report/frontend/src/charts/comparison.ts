// Several penalties on the same folds: means with one standard error, held-out beside them; and paired differences with
// their intervals.

import { dot, gridX, link, plot, ruleX, type Markish } from "@observablehq/plot";
import { base, fewTicks, gridAt, valueScale } from "../base";
import { mount } from "../figure";
import { metric } from "../format";
import { ACCENT, INK, SECOND } from "../palette";
import { finite, type Comparison, type Run } from "../run";
import { key } from "./key";

type Row = Comparison["rows"][number];

const ROW = 38;

export function comparisonChart(run: Run): void {
  const comparison = run.comparison;
  if (!comparison) {
    return;
  }
  mount("comparison", (place) => {
    const held = comparison.rows.some((r) => finite(r.holdout));
    key(place, [["square", "cross-validated"], ...(held ? [["diamond", "held-out"] as const] : [])]);
    return (width) => [means(comparison, width), differences(comparison, width)];
  });
}

function means(comparison: Comparison, width: number): SVGSVGElement {
  const rows = comparison.rows;
  const measured = rows.filter((r) => finite(r.mean));
  const held = rows.filter((r) => finite(r.holdout));
  return plot({
    ...rowsOf(rows, width),
    x: valueScale(metric(comparison.metric) + ", smaller is better", width),
    y: { domain: rows.map((r) => r.label), label: null, tickSize: 0 },
    marks: [
      gridX(gridAt(fewTicks(width))),
      ...nothing(comparison, measured),
      link(
        measured.filter((r) => finite(r.standardError)),
        {
          x1: (r: Row) => (r.mean ?? 0) - (r.standardError ?? 0),
          x2: (r: Row) => (r.mean ?? 0) + (r.standardError ?? 0),
          y1: "label",
          y2: "label",
          stroke: ACCENT,
          strokeWidth: 5,
          strokeOpacity: 0.3,
        },
      ),
      dot(measured, { x: "mean", y: "label", symbol: "square", r: 5, fill: ACCENT }),
      dot(held, { x: "holdout", y: "label", symbol: "diamond", r: 6, fill: SECOND }),
    ],
  }) as SVGSVGElement;
}

function rowsOf(rows: readonly Row[], width: number): ReturnType<typeof base> {
  return {
    ...base(width, rows.length * ROW + 60),
    marginTop: 8,
    marginLeft: 16 + 7 * Math.max(6, ...rows.map((r) => r.label.length)),
    marginRight: 24,
  };
}

/** No model, where it does not push the others together. */
function nothing(comparison: Comparison, measured: readonly Row[]): Markish[] {
  const ends = measured.flatMap((r) => [(r.mean ?? 0) - (r.standardError ?? 0), (r.mean ?? 0) + (r.standardError ?? 0)]);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  return finite(comparison.noModel) && comparison.noModel <= high + 1.5 * (high - low)
    ? [ruleX([comparison.noModel], { stroke: INK, strokeOpacity: 0.6, strokeDasharray: "4 3" })]
    : [];
}

/** Paired differences from the baseline; an interval that crosses 0 cannot be told from it. */
function differences(comparison: Comparison, width: number): SVGSVGElement {
  const rows = comparison.rows;
  const paired = rows.filter((r) => finite(r.low) && finite(r.high));
  return plot({
    ...rowsOf(rows, width),
    x: valueScale(metric(comparison.metric) + " minus that of " + comparison.baseline + ", with 95 % intervals", width),
    y: { domain: rows.map((r) => r.label), label: null, tickSize: 0 },
    marks: [
      gridX(gridAt(fewTicks(width))),
      ruleX([0], { stroke: INK }),
      link(paired, { x1: "low", x2: "high", y1: "label", y2: "label", stroke: ACCENT, strokeWidth: 2 }),
      dot(paired, { x: "difference", y: "label", r: 5, fill: ACCENT }),
    ],
  }) as SVGSVGElement;
}
