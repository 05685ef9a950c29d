// Several penalties on the same folds: mean with one standard error, held-out beside it.

import { dot, gridX, link, plot } from "@observablehq/plot";
import { base, fewTicks, gridAt, valueScale } from "../base";
import { mount } from "../figure";
import { metric } from "../format";
import { ACCENT, SECOND } from "../palette";
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
    return (width) => [draw(comparison, width)];
  });
}

function draw(comparison: Comparison, width: number): SVGSVGElement {
  const rows = comparison.rows;
  const measured = rows.filter((r) => finite(r.mean));
  const held = rows.filter((r) => finite(r.holdout));
  return plot({
    ...base(width, rows.length * ROW + 60),
    marginTop: 8,
    marginLeft: 16 + 7 * Math.max(6, ...rows.map((r) => r.label.length)),
    marginRight: 24,
    x: valueScale(metric(comparison.metric) + ", smaller is better", width),
    y: { domain: rows.map((r) => r.label), label: null, tickSize: 0 },
    marks: [
      gridX(gridAt(fewTicks(width))),
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
