// The cross-validation curve with its band, single folds, training error and the zone of practically equal λ.

import { areaY, gridY, line, plot, rectX, type Markish } from "@observablehq/plot";
import { NARROW, activeAxis, axisBelow, base, decades, gridAt, lambdaScale, verticalNames, verticals, type Mark } from "../base";
import { mount } from "../figure";
import { metric, plain } from "../format";
import { ACCENT, INK, SECOND } from "../palette";
import { finite, type Point, type Run, type Tuning } from "../run";

export function tuningChart(run: Run): void {
  const tuning = run.tuning;
  if (tuning) {
    mount("tuning", () => (width) => [draw(tuning, width)]);
  }
}

function draw(tuning: Tuning, width: number): SVGSVGElement {
  const points = tuning.points.filter((p) => p.lambda > 0 && finite(p.mean));
  const low = Math.min(...points.map((p) => p.lambda));
  const high = Math.max(...points.map((p) => p.lambda));
  const options = base(width, width < NARROW ? 340 : 400);
  const marginRight = width < NARROW ? 16 : 84;
  const xs = lambdaScale(low, high, width - marginRight - (options.marginLeft ?? 0));
  return plot({
    ...options,
    marginTop: 44,
    marginRight,
    x: xs,
    y: { domain: extent(tuning, points), label: metric(tuning.metric), labelArrow: "none", tickFormat: (v: number) => plain(v, 4), ticks: 6 },
    marks: [
      zone(tuning, points),
      gridY(gridAt(6)),
      ...folds(points),
      areaY(points, {
        x: place,
        y1: (p: Point) => p.mean - p.standardError,
        y2: (p: Point) => p.mean + p.standardError,
        fill: ACCENT,
        fillOpacity: 0.18,
        clip: true,
      }),
      line(points, { x: place, y: "train", stroke: SECOND, strokeDasharray: "5 3", strokeWidth: 1.5, clip: true }),
      line(points, { x: place, y: "mean", stroke: ACCENT, strokeWidth: 2.4, clip: true }),
      axisBelow(xs),
      activeAxis(
        points.map((p) => ({ x: place(p), active: p.active })),
        width,
      ),
      ...verticals(marks(tuning)),
      ...verticalNames(marks(tuning), [decades(high), decades(low)]),
    ],
  }) as SVGSVGElement;
}

/** Every λ whose mean is within one standard error of the smallest. */
function zone(tuning: Tuning, points: readonly Point[]): Markish {
  const best = tuning.points[tuning.minimum];
  const good = best ? points.filter((p) => p.mean <= best.mean + best.standardError).map(place) : [];
  const band = good.length > 1 ? [{ x1: Math.max(...good), x2: Math.min(...good) }] : [];
  return rectX(band, { x1: "x1", x2: "x2", fill: INK, fillOpacity: 0.05 });
}

function folds(points: readonly Point[]): Markish[] {
  const count = Math.max(0, ...points.map((p) => p.folds.length));
  return Array.from({ length: count }, (_, f) =>
    line(points, {
      x: place,
      y: (p: Point) => p.folds[f] ?? NaN,
      stroke: "var(--grey)",
      strokeWidth: 0.8,
      strokeOpacity: 0.55,
      clip: true,
    }),
  );
}

/** Everything but wild folds: beyond three times the height of the curve, the curve itself would be flat. */
function extent(tuning: Tuning, points: readonly Point[]): [number, number] {
  const best = tuning.points[tuning.minimum]?.mean ?? 0;
  const start = points[0]?.mean ?? best;
  const curve = points.flatMap((p) => [p.mean - p.standardError, p.mean + p.standardError, p.train]);
  const all = [...curve, ...points.flatMap((p) => p.folds)].filter(finite);
  const reach = 3 * Math.max(start - best, tuning.points[tuning.minimum]?.standardError ?? 0) || 1;
  const low = Math.max(Math.min(...all), Math.min(best - reach, ...points.map((p) => p.train)));
  const high = Math.min(Math.max(...all), best + reach);
  const air = (high - low || 1) * 0.05;
  return [low >= 0 ? Math.max(0, low - air) : low - air, high + air];
}

function place(point: Point): number {
  return decades(point.lambda);
}

function marks(tuning: Tuning): Mark[] {
  const named: [number, string][] = [
    [tuning.oneStandardError, "1-se"],
    [tuning.minimum, "min"],
  ];
  if (!named.some(([i]) => i === tuning.chosen)) {
    named.push([tuning.chosen, "chosen"]);
  }
  return named.flatMap(([i, name]) => {
    const point = tuning.points[i];
    return point && point.lambda > 0 ? [{ x: place(point), name, strong: i === tuning.chosen }] : [];
  });
}
