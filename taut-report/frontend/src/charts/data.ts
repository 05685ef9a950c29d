// The target's distribution and the spreads of the columns.

import { barX, gridX, gridY, plot, rectY, ruleX, ruleY, text } from "@observablehq/plot";
import { NARROW, base, decades, gridAt, logTicks } from "../base";
import { mount } from "../figure";
import { plain, short } from "../format";
import { BAR, FAINT, INK, SOFT } from "../palette";
import { finite, type Column, type Run } from "../run";

const ENDS = 12;
const ROW = 20;

export function targetChart(run: Run): void {
  const { target } = run.data;
  mount("target", () => (width) => [target.classes.length > 0 ? classes(run, width) : histogram(run, width)]);
}

function histogram(run: Run, width: number): SVGSVGElement {
  const { edges, counts } = run.data.target.histogram;
  const bins = counts.map((rows, i) => ({ from: edges[i] ?? 0, to: edges[i + 1] ?? 0, rows }));
  return plot({
    ...base(width, 200),
    marginTop: 16,
    x: { label: run.data.target.name, labelAnchor: "center", labelArrow: "none", tickFormat: (v: number) => plain(v) },
    y: { label: "rows", labelArrow: "none", ticks: 4 },
    marks: [
      gridY(gridAt(4)),
      rectY(bins, { x1: "from", x2: "to", y: "rows", fill: BAR, inset: 0.5 }),
      ruleY([0], { stroke: INK }),
    ],
  }) as SVGSVGElement;
}

function classes(run: Run, width: number): SVGSVGElement {
  const rows = run.data.target.classes;
  const limit = width < NARROW ? 14 : 30;
  return plot({
    ...base(width, rows.length * 26 + 46),
    marginTop: 4,
    marginLeft: 16 + 7 * Math.min(limit, Math.max(...rows.map((c) => c.name.length))),
    marginRight: 48,
    x: { label: "rows", labelAnchor: "center", labelArrow: "none", ticks: 4, tickFormat: (v: number) => plain(v, 5) },
    y: { domain: rows.map((c) => c.name), label: null, tickSize: 0, tickFormat: (n: string) => short(n, limit) },
    marks: [
      gridX(gridAt(4)),
      barX(rows, { x: "rows", y: "name", fill: BAR, insetTop: 2, insetBottom: 2 }),
      text(rows, { x: "rows", y: "name", text: (c: { rows: number }) => plain(c.rows, 7), dx: 5, textAnchor: "start", fill: SOFT }),
      ruleX([0], { stroke: INK }),
    ],
  }) as SVGSVGElement;
}

type Bar = { readonly name: string; readonly sd: number };

export function scaleChart(run: Run): void {
  const bars = run.data.columns
    .filter((c: Column) => c.role === "feature" && finite(c.statistics.sd) && c.statistics.sd > 0)
    .map((c) => ({ name: c.name, sd: c.statistics.sd ?? 0 }))
    .sort((a, b) => b.sd - a.sd);
  const shown = bars.length <= 2 * ENDS ? bars : [...bars.slice(0, ENDS), ...bars.slice(-ENDS)];
  mount("scale", () => (width) => [spreads(shown, bars.length, width)]);
}

function spreads(bars: readonly Bar[], all: number, width: number): SVGSVGElement {
  const limit = width < NARROW ? 14 : 30;
  const low = 10 ** Math.floor(Math.log10(Math.min(...bars.map((b) => b.sd))) - 0.01);
  const high = Math.max(...bars.map((b) => b.sd));
  const ticks = logTicks(low, high, width / 1.3).map(decades);
  const end = (b: Bar): number => decades(b.sd);
  return plot({
    ...base(width, bars.length * ROW + 52),
    marginTop: 4,
    marginLeft: 16 + 7 * Math.min(limit, Math.max(...bars.map((b) => b.name.length))),
    marginRight: 52,
    x: {
      domain: [decades(low), decades(high)],
      label: "standard deviation, logarithmic" + (all > bars.length ? ` (${ENDS} widest, ${ENDS} narrowest)` : ""),
      labelAnchor: "center",
      labelArrow: "none",
      ticks,
      tickFormat: (v: number) => plain(10 ** v),
    },
    y: { domain: bars.map((b) => b.name), label: null, tickSize: 0, tickFormat: (n: string) => short(n, limit) },
    marks: [
      gridX(ticks, { stroke: FAINT, strokeOpacity: 1 }),
      barX(bars, { x1: decades(low), x2: end, y: "name", fill: BAR, insetTop: 3, insetBottom: 3 }),
      text(bars, { x: end, y: "name", text: (b: Bar) => plain(b.sd), dx: 5, textAnchor: "start", fill: SOFT }),
    ],
  }) as SVGSVGElement;
}
