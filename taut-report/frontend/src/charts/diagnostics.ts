// Held-out rows: predicted against actual, the ROC curve, calibration.

import { dot, gridX, gridY, line, link, plot, ruleX, type Markish, type PlotOptions } from "@observablehq/plot";
import { base, gridAt } from "../base";
import { mount } from "../figure";
import { percent, plain } from "../format";
import { ACCENT, INK } from "../palette";
import { finite, type Run } from "../run";

const SIDE = 460;

export function pairsChart(run: Run): void {
  const pairs = run.holdout?.pairs.filter((p) => finite(p.predicted) && finite(p.actual)) ?? [];
  if (pairs.length === 0) {
    return;
  }
  const name = run.data.target.name;
  const counts = run.objective.task === "count";
  const values = pairs.flatMap((p) => [p.predicted, p.actual]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const scale = { type: counts ? "sqrt" : "linear", domain: counts ? [Math.max(0, low), high] : [low, high] } as const;
  mount("pairs", () => (width) => [
    plot({
      ...square(width),
      x: { ...scale, label: `predicted ${name}`, ...numbers },
      y: { ...scale, label: `actual ${name}`, ...numbers },
      marks: [
        ...grid(),
        link([0], { x1: low, x2: high, y1: low, y2: high, stroke: INK, strokeOpacity: 0.6, strokeDasharray: "4 3" }),
        dot(pairs, { x: "predicted", y: "actual", r: 3, fill: ACCENT, fillOpacity: 0.55 }),
      ],
    }) as SVGSVGElement,
  ]);
}

export function rocChart(run: Run): void {
  const points = run.holdout?.roc ?? [];
  mount("roc", () => (width) => [
    plot({
      ...square(width),
      x: { ...shares, label: "false positive rate" },
      y: { ...shares, label: "true positive rate" },
      marks: [
        ...grid(),
        diagonal(),
        line(points, { x: "falsePositiveRate", y: "truePositiveRate", stroke: ACCENT, strokeWidth: 2.2 }),
      ],
    }) as SVGSVGElement,
  ]);
}

export function calibrationChart(run: Run): void {
  const bins = run.holdout?.calibration.filter((b) => b.rows > 0 && finite(b.predicted)) ?? [];
  const noise = (b: { observed: number; rows: number }): number => 2 * Math.sqrt((b.observed * (1 - b.observed)) / b.rows);
  mount("calibration", () => (width) => [
    plot({
      ...square(width),
      x: { ...shares, label: "mean predicted probability" },
      y: { ...shares, label: "observed share" },
      r: { range: [3, 9], domain: [0, Math.max(1, ...bins.map((b) => b.rows))] },
      marks: [
        ...grid(),
        diagonal(),
        ruleX(bins, {
          x: "predicted",
          y1: (b) => Math.max(0, b.observed - noise(b)),
          y2: (b) => Math.min(1, b.observed + noise(b)),
          stroke: ACCENT,
          strokeOpacity: 0.5,
          strokeWidth: 2,
        }),
        line(bins, { x: "predicted", y: "observed", stroke: ACCENT, strokeOpacity: 0.5 }),
        dot(bins, { x: "predicted", y: "observed", r: "rows", fill: ACCENT }),
      ],
    }) as SVGSVGElement,
  ]);
}

const numbers = { labelArrow: "none", labelAnchor: "center", tickFormat: (v: number) => plain(v), ticks: 5 } as const;
const shares = { ...numbers, domain: [0, 1], tickFormat: (v: number) => percent(v) };

function square(width: number): PlotOptions {
  const side = Math.min(width, SIDE);
  return { ...base(side, side), marginTop: 12, marginLeft: 62, marginRight: 16, marginBottom: 46, insetLeft: 6, insetBottom: 6 };
}

function grid(): Markish[] {
  return [gridX(gridAt(5)), gridY(gridAt(5))];
}

function diagonal(): Markish {
  return link([0], { x1: 0, x2: 1, y1: 0, y2: 1, stroke: INK, strokeOpacity: 0.6, strokeDasharray: "4 3" });
}
