// What all charts share: fonts, margins, the λ axis on which the model grows from left to right.

import { axisX, ruleX, text, type AxisXOptions, type Markish, type GridXOptions, type GridYOptions, type PlotOptions, type ScaleOptions } from "@observablehq/plot";
import { plain } from "./format";
import { FAINT, INK, SOFT } from "./palette";

export const NARROW = 520;

export function base(width: number, height: number): PlotOptions {
  return {
    width,
    height,
    marginLeft: width < NARROW ? 40 : 52,
    marginBottom: 42,
    style: { fontSize: "12px", fontFamily: "inherit", background: "none", overflow: "visible" },
  };
}

/** A linear axis of a measured value. */
export function valueScale(label: string, width: number): ScaleOptions {
  return {
    label,
    labelAnchor: "center",
    labelArrow: "none",
    nice: true,
    tickFormat: (v: number) => plain(v),
    ticks: fewTicks(width),
  };
}

export function fewTicks(width: number): number {
  return width < NARROW ? 4 : 7;
}

/** Faint lines across the chart at the ticks of the axis. */
export function gridAt(ticks: number): GridXOptions & GridYOptions {
  return { stroke: FAINT, strokeOpacity: 1, ticks };
}

/** The axis below a chart that also has one on top; Plot wants it told what the scale already says. */
export function axisBelow(scale: ScaleOptions): Markish {
  const { ticks, tickFormat, label, labelAnchor } = scale;
  return axisX({ anchor: "bottom", ticks, tickFormat, label, labelAnchor, labelArrow: "none" } as AxisXOptions);
}

/** The λ axis in decades, strong to the left; each λ stands at its {@link decades}. */
export function lambdaScale(low: number, high: number, room: number): ScaleOptions {
  return {
    domain: [decades(high), decades(low)],
    label: "λ, weaker penalty →",
    labelAnchor: "center",
    labelArrow: "none",
    ticks: logTicks(low, high, room).map(decades),
    tickFormat: (v: number) => plain(10 ** v),
  };
}

export function decades(lambda: number): number {
  return Math.log10(lambda);
}

/** Ticks of a log axis at 1, or 1-2-5, per decade: as many as there is room for. */
export function logTicks(low: number, high: number, room: number): number[] {
  const span = Math.log10(high / low);
  const steps = span * 3 * 55 < room ? [1, 2, 5] : [1];
  const every = Math.max(1, Math.ceil((span * 55) / room));
  const ticks: number[] = [];
  for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
    if (e % every === 0) {
      ticks.push(...steps.map((s) => Number((s * 10 ** e).toPrecision(1))));
    }
  }
  return ticks.filter((t) => t >= low * 0.999 && t <= high * 1.001);
}

export interface Count {
  readonly x: number;
  readonly active: number;
}

/** The axis on top that counts active coefficients at a few places. */
export function activeAxis(counts: readonly Count[], width: number): Markish {
  const wanted = width < NARROW ? 5 : 9;
  const low = Math.min(...counts.map((c) => c.x));
  const high = Math.max(...counts.map((c) => c.x));
  const places = Array.from({ length: wanted }, (_, i) => low + ((high - low) * i) / (wanted - 1));
  const shown = places.map((x) => counts.reduce((a, b) => (Math.abs(b.x - x) < Math.abs(a.x - x) ? b : a)));
  const names = new Map(shown.map((c) => [c.x, c.active]));
  return axisX([...names.keys()], {
    anchor: "top",
    tickSize: 3,
    label: "active coefficients",
    labelAnchor: "center",
    labelArrow: "none",
    color: SOFT,
    tickFormat: (x: number) => plain(Math.round(names.get(x) ?? 0), 5),
  });
}

export interface Mark {
  readonly x: number;
  readonly name: string;
  readonly strong: boolean;
}

/** Vertical lines at these places. */
export function verticals(marks: readonly Mark[]): Markish[] {
  return gathered(marks).map((p) =>
    ruleX([p.x], { stroke: INK, strokeOpacity: p.strong ? 0.85 : 0.5, strokeDasharray: p.strong ? "none" : "3 3" }),
  );
}

/**
 * The names of the lines at their foot, on top of everything: the first to the left of its line, the others to the
 * right, unless the edge is there.
 */
export function verticalNames(marks: readonly Mark[], domain: readonly [number, number]): Markish[] {
  const share = (x: number): number => (x - domain[0]) / (domain[1] - domain[0]);
  return gathered(marks)
    .sort((a, b) => share(a.x) - share(b.x))
    .map((p, i) => {
      const left = (i === 0 && share(p.x) > 0.08) || share(p.x) > 0.92;
      return text([p], {
        x: "x",
        frameAnchor: "bottom",
        text: "name",
        dy: -5,
        dx: left ? -4 : 4,
        textAnchor: left ? "end" : "start",
        fontWeight: p.strong ? 600 : 400,
        stroke: "var(--paper)",
        strokeWidth: 4,
        fill: INK,
      });
    });
}

/** Marks at the same place share one line. */
function gathered(marks: readonly Mark[]): Mark[] {
  return [...new Set(marks.map((m) => m.x))].map((x) => {
    const here = marks.filter((m) => m.x === x);
    return { x, name: here.map((m) => m.name).join(", "), strong: here.some((m) => m.strong) };
  });
}
