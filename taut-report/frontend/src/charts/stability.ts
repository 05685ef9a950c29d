// How often halves of the rows select each feature, down to each λ.

import { gridY, line, plot, ruleY, text } from "@observablehq/plot";
import { NARROW, axisBelow, base, decades, gridAt, lambdaScale } from "../base";
import { mount } from "../figure";
import { short } from "../format";
import { HEAVY, INK, look } from "../palette";
import type { Run, Stability, StableFeature } from "../run";

const NAMED = 10;
const NAME_HEIGHT = 15;

export function stabilityChart(run: Run): void {
  const stability = run.selection?.stability;
  if (stability && stability.lambdas.length > 1) {
    mount("stability", () => (width) => [draw(stability, width)]);
  }
}

function draw(stability: Stability, width: number): SVGSVGElement {
  const options = base(width, width < NARROW ? 340 : 400);
  const marginRight = width < NARROW ? 72 : 110;
  const low = stability.lambdas[stability.lambdas.length - 1] ?? 1;
  const high = stability.lambdas[0] ?? 1;
  const xs = lambdaScale(low, high, width - marginRight - (options.marginLeft ?? 0));
  const drawn = stability.rows.filter((r) => r.curve.length > 0);
  return plot({
    ...options,
    marginTop: 30,
    marginRight,
    x: xs,
    y: { domain: [0, 1], label: "share of halves", labelArrow: "none", percent: false, tickFormat: (v: number) => `${Math.round(100 * v)} %`, ticks: 5 },
    marks: [
      gridY(gridAt(5)),
      ...drawn.map((row, rank) => curve(stability, row, rank)).reverse(),
      ruleY([stability.threshold], { stroke: INK, strokeDasharray: "3 3", strokeOpacity: 0.85 }),
      text([stability.threshold], { y: (v: number) => v, frameAnchor: "right", text: () => "threshold", dx: -4, dy: -7, textAnchor: "end", fill: INK }),
      names(drawn.slice(0, NAMED), low, options.height ?? 400),
      axisBelow(xs),
    ],
  }) as SVGSVGElement;
}

function curve(stability: Stability, row: StableFeature, rank: number): ReturnType<typeof line> {
  const heavy = row.selected && rank < HEAVY;
  const points = row.curve.map((share, i) => ({ x: decades(stability.lambdas[i] ?? 1), share }));
  return line(points, {
    x: "x",
    y: "share",
    curve: "step-after",
    stroke: heavy ? look(rank).colour : "var(--grey)",
    strokeDasharray: heavy ? look(rank).dash : "none",
    strokeWidth: heavy ? 2.2 : 0.9,
    strokeOpacity: heavy ? 1 : 0.6,
  });
}

/** Names at the ends of the lines; those that would touch the one above give way. */
function names(rows: readonly StableFeature[], low: number, height: number): ReturnType<typeof text> {
  const gap = NAME_HEIGHT / (height - 58);
  let floor = Infinity;
  const placed = rows.flatMap((row, rank) => {
    const y = Math.min(row.frequency, floor - gap);
    floor = y;
    return y > 0 ? [{ y, name: short(row.feature, 12), rank, selected: row.selected }] : [];
  });
  return text(placed, {
    x: () => decades(low),
    y: "y",
    text: "name",
    dx: 6,
    textAnchor: "start",
    fill: (d: { rank: number; selected: boolean }) => (d.selected && d.rank < HEAVY ? look(d.rank).colour : "var(--soft)"),
  });
}
