// Training, cross-validated and held-out error for every strength, one row each.

import { dot, gridX, link, plot, ruleX, type Markish } from "@observablehq/plot";
import { base, fewTicks, gridAt, valueScale } from "../base";
import { mount } from "../figure";
import { metric } from "../format";
import { ACCENT, INK, SECOND } from "../palette";
import { finite, type Effect, type Run } from "../run";
import { key } from "./key";

type Row = Effect["rows"][number];
type Kind = "train" | "crossValidated" | "holdout";

const NAMES: Record<string, string> = { none: "no penalty", minimum: "λ min", "1se": "λ 1-se" };
const ROW = 40;

export function effectChart(run: Run): void {
  mount("effect", (place) => {
    const has = (kind: Kind): boolean => run.effect.rows.some((r) => finite(r[kind]));
    key(place, [
      ...(has("train") ? [["circle", "train"] as const] : []),
      ...(has("crossValidated") ? [["square", "cross-validated"] as const] : []),
      ...(has("holdout") ? [["diamond", "held-out"] as const] : []),
    ]);
    return (width) => [draw(run, width)];
  });
}

function draw(run: Run, width: number): SVGSVGElement {
  const rows = run.effect.rows;
  const values = rows.flatMap((r) => [r.train, r.crossValidated, r.holdout]).filter(finite);
  const wide = Math.min(...values) > 0 && Math.max(...values) > 30 * Math.min(...values);
  const name = (r: Row): string => NAMES[r.label] ?? r.label;
  return plot({
    ...base(width, rows.length * ROW + 60),
    marginTop: 8,
    marginLeft: 84,
    marginRight: 24,
    x: {
      ...valueScale(metric(run.effect.metric) + (wide ? " (logarithmic)" : "") + ", smaller is better", width),
      type: wide ? "log" : "linear",
    },
    y: { domain: rows.map(name), label: null, tickSize: 0 },
    marks: [
      gridX(gridAt(fewTicks(width))),
      reference(run),
      link(
        rows.filter((r) => finite(r.train) && finite(r.crossValidated)),
        { x1: "train", x2: "crossValidated", y1: name, y2: name, stroke: "var(--grey)", strokeWidth: 1.5 },
      ),
      link(
        rows.filter((r) => finite(r.crossValidated) && finite(r.standardError)),
        {
          x1: (r: Row) => (r.crossValidated ?? 0) - (r.standardError ?? 0),
          x2: (r: Row) => (r.crossValidated ?? 0) + (r.standardError ?? 0),
          y1: name,
          y2: name,
          stroke: ACCENT,
          strokeWidth: 5,
          strokeOpacity: 0.3,
        },
      ),
      points(rows, name, "train", "circle"),
      points(rows, name, "crossValidated", "square"),
      points(rows, name, "holdout", "diamond"),
    ],
  }) as SVGSVGElement;
}

/** The held-out error of no model, as a line to beat. */
function reference(run: Run): Markish {
  const none = run.effect.rows.find((r) => r.label === "no model");
  const value = none?.holdout ?? none?.crossValidated;
  return finite(value) ? ruleX([value], { stroke: INK, strokeOpacity: 0.4, strokeDasharray: "3 3" }) : null;
}

function points(rows: readonly Row[], name: (r: Row) => string, kind: Kind, symbol: string): Markish {
  return dot(
    rows.filter((r) => finite(r[kind])),
    {
      x: kind,
      y: name,
      symbol: symbol as "circle" | "square" | "diamond",
      r: symbol === "diamond" ? 6 : 5,
      stroke: symbol === "diamond" ? SECOND : symbol === "square" ? ACCENT : INK,
      fill: symbol === "diamond" ? SECOND : symbol === "square" ? ACCENT : "var(--paper)",
      strokeWidth: 1.5,
    },
  );
}
