// What the penalty did to the coefficients: each without a penalty and as chosen; and why L1 gives zeros, on two columns.

import { arrow, dot, gridX, line, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { base, fewTicks, gridAt, valueScale } from "../base";
import { mount } from "../figure";
import { plain } from "../format";
import { ACCENT, INK, SECOND, SOFT } from "../palette";
import type { Run, Shrinkage } from "../run";
import { key } from "./key";

type Row = Shrinkage["rows"][number];
type Picture = NonNullable<Shrinkage["picture"]>;
type Point = readonly [number, number];

const SHOWN = 20;
const ROW = 24;
const STEPS = 180;

export function shrinkageChart(run: Run): void {
  const shrinkage = run.effect.shrinkage;
  if (!shrinkage || shrinkage.rows.length === 0) {
    return;
  }
  mount("shrinkage", (place) => {
    key(place, [["circle", "without a penalty"], ["square", "chosen"]]);
    return (width) => [coefficients(shrinkage.rows.slice(0, SHOWN), width)];
  });
}

function coefficients(rows: readonly Row[], width: number): SVGSVGElement {
  const name = (r: Row): string => (r.output ? `${r.feature} · ${r.output}` : r.feature);
  return plot({
    ...base(width, rows.length * ROW + 60),
    marginTop: 8,
    marginLeft: Math.min(16 + 7 * Math.max(6, ...rows.map((r) => name(r).length)), width * 0.4),
    marginRight: 24,
    x: valueScale("standardized coefficient", width),
    y: { domain: rows.map(name), label: null, tickSize: 0 },
    marks: [
      gridX(gridAt(fewTicks(width))),
      ruleX([0], { stroke: INK }),
      arrow(rows, { x1: "unpenalised", x2: "chosen", y1: name, y2: name, stroke: SOFT, headLength: 5 }),
      dot(rows, { x: "unpenalised", y: name, r: 4, stroke: INK, fill: "none" }),
      dot(rows, { x: "chosen", y: name, symbol: "square", r: 4.5, fill: ACCENT }),
    ],
  }) as SVGSVGElement;
}

export function shapeChart(run: Run): void {
  const picture = run.effect.shrinkage?.picture;
  if (!picture) {
    return;
  }
  mount("shape", (place) => {
    key(place, [["circle", "without a penalty"], ["square", "diamond of L1 touched"], ["diamond", "disc of L2 touched"]]);
    return (width) => [shape(picture, width)];
  });
}

function shape(picture: Picture, width: number): SVGSVGElement {
  const t = picture.diamond;
  const r = picture.disc;
  const ellipses = [0.25, 1, 2.25].map((share) => ellipse(picture, share * picture.level));
  const all: Point[] = [...ellipses.flat(), [t, t], [-t, -t], [r, r], [-r, -r]];
  const side = Math.min(width, 460);
  const xs = extent(all.map((p) => p[0]));
  const ys = extent(all.map((p) => p[1]));
  const left = 52;
  const inner = side - left - 16;
  const height = (inner * (ys[1] - ys[0])) / (xs[1] - xs[0]);
  const axis = { labelAnchor: "center", labelArrow: "none", tickFormat: (v: number) => plain(v), ticks: 5 } as const;
  return plot({
    ...base(side, Math.min(700, height + 8 + 42)),
    marginTop: 8,
    marginLeft: left,
    marginRight: 16,
    x: { domain: xs, label: `coefficient of ${picture.first}`, ...axis },
    y: { domain: ys, label: `coefficient of ${picture.second}`, ...axis },
    marks: [
      ruleX([0], { stroke: INK, strokeOpacity: 0.5 }),
      ruleY([0], { stroke: INK, strokeOpacity: 0.5 }),
      line(closed([[t, 0], [0, t], [-t, 0], [0, -t]]), { stroke: ACCENT, fill: ACCENT, fillOpacity: 0.15, strokeWidth: 1.5 }),
      line(circle(r), { stroke: SECOND, fill: SECOND, fillOpacity: 0.1, strokeWidth: 1.5, strokeDasharray: "5 3" }),
      ...ellipses.map((e, i) => line(e, { stroke: INK, strokeWidth: i === 1 ? 1.6 : 0.8, strokeOpacity: i === 1 ? 1 : 0.5 })),
      dot([picture.minimum], { x: (p: Point) => p[0], y: (p: Point) => p[1], r: 4, stroke: INK }),
      dot([picture.lasso], { x: (p: Point) => p[0], y: (p: Point) => p[1], symbol: "square", r: 5, fill: ACCENT }),
      dot([picture.ridge], { x: (p: Point) => p[0], y: (p: Point) => p[1], symbol: "diamond", r: 5, fill: SECOND }),
      text([picture.minimum], { x: (p: Point) => p[0], y: (p: Point) => p[1], text: () => "no penalty", dy: -12, fill: INK }),
    ],
  }) as SVGSVGElement;
}

function extent(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = 0.05 * (high - low);
  return [low - air, high + air];
}

function closed(points: readonly Point[]): Point[] {
  return [...points, ...points.slice(0, 1)];
}

function circle(radius: number): Point[] {
  return turn((cos, sin) => [radius * cos, radius * sin]);
}

/** Points of {b : ½(b − b̂)ᵀH(b − b̂) = level}: b̂ plus L⁻ᵀ of a circle, H = LLᵀ. */
function ellipse(picture: Picture, level: number): Point[] {
  const [h11 = 1, h12 = 0, h22 = 1] = picture.hessian;
  const [b1 = 0, b2 = 0] = picture.minimum;
  const l11 = Math.sqrt(h11);
  const l21 = h12 / l11;
  const l22 = Math.sqrt(h22 - l21 * l21);
  const radius = Math.sqrt(2 * level);
  return turn((cos, sin) => {
    const y = (radius * sin) / l22;
    return [b1 + (radius * cos - l21 * y) / l11, b2 + y];
  });
}

function turn(at: (cos: number, sin: number) => Point): Point[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => at(Math.cos((2 * Math.PI * i) / STEPS), Math.sin((2 * Math.PI * i) / STEPS)));
}
