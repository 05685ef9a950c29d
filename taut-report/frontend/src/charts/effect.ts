// Training, cross-validated and held-out error for every strength, one row each.

import { dot, gridX, link, plot, ruleX, text, type Markish } from "@observablehq/plot";
import { base, decades, fewTicks, gridAt, logTicks, valueScale } from "../base";
import { mount } from "../figure";
import { metric, plain } from "../format";
import { ACCENT, INK, SECOND, SOFT } from "../palette";
import { finite, type Effect, type Maybe, type Run } from "../run";
import { key } from "./key";

type Row = Effect["rows"][number];
type Place = (value: Maybe<number>) => number;
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
  const ticks = wide ? logTicks(Math.min(...values), Math.max(...values), width - 110).map(decades) : fewTicks(width);
  const at = (value: Maybe<number>): number => (wide ? decades(value ?? 1) : (value ?? 0));
  const name = (r: Row): string => NAMES[r.label] ?? r.label;
  return plot({
    ...base(width, rows.length * ROW + 60),
    marginTop: 8,
    marginLeft: 84,
    marginRight: 24,
    x: {
      ...valueScale(metric(run.effect.metric) + (wide ? " (logarithmic)" : "") + ", smaller is better", width),
      ...(wide ? { nice: false, ticks, tickFormat: (v: number) => plain(10 ** v) } : {}),
    },
    y: { domain: rows.map(name), label: null, tickSize: 0 },
    marks: [
      Array.isArray(ticks) ? gridX(ticks, gridAt(7)) : gridX(gridAt(ticks)),
      reference(run, at),
      link(
        rows.filter((r) => finite(r.train) && finite(r.crossValidated)),
        { x1: (r: Row) => at(r.train), x2: (r: Row) => at(r.crossValidated), y1: name, y2: name, stroke: "var(--grey)", strokeWidth: 1.5 },
      ),
      link(
        rows.filter((r) => finite(r.crossValidated) && finite(r.standardError)),
        {
          x1: (r: Row) => at(Math.max((r.crossValidated ?? 0) - (r.standardError ?? 0), wide ? Math.min(...values) : -Infinity)),
          x2: (r: Row) => at((r.crossValidated ?? 0) + (r.standardError ?? 0)),
          y1: name,
          y2: name,
          stroke: ACCENT,
          strokeWidth: 5,
          strokeOpacity: 0.3,
        },
      ),
      text(
        rows.filter((r) => !finite(r.train) && !finite(r.crossValidated) && !finite(r.holdout)),
        { y: name, frameAnchor: "left", dx: 6, text: () => "no figures, see the table", fill: SOFT, fontStyle: "italic" },
      ),
      points(rows, name, at, "train", "circle"),
      points(rows, name, at, "crossValidated", "square"),
      points(rows, name, at, "holdout", "diamond"),
    ],
  }) as SVGSVGElement;
}

/** The held-out error of no model, as a line to beat. */
function reference(run: Run, at: Place): Markish {
  const none = run.effect.rows.find((r) => r.label === "no model");
  const value = none?.holdout ?? none?.crossValidated;
  return finite(value) ? ruleX([at(value)], { stroke: INK, strokeOpacity: 0.4, strokeDasharray: "3 3" }) : null;
}

function points(rows: readonly Row[], name: (r: Row) => string, at: Place, kind: Kind, symbol: string): Markish {
  return dot(
    rows.filter((r) => finite(r[kind])),
    {
      x: (r: Row) => at(r[kind]),
      y: name,
      symbol: symbol as "circle" | "square" | "diamond",
      r: symbol === "diamond" ? 6 : 5,
      stroke: symbol === "diamond" ? SECOND : symbol === "square" ? ACCENT : INK,
      fill: symbol === "diamond" ? SECOND : symbol === "square" ? ACCENT : "var(--paper)",
      strokeWidth: 1.5,
    },
  );
}
