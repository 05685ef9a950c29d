// Coefficients along the path. Lines end with their names; hovering follows one line.

import { gridY, line, plot, ruleY, type Markish, type ScaleOptions } from "@observablehq/plot";
import { NARROW, activeAxis, axisBelow, base, decades, gridAt, lambdaScale, verticalNames, verticals, type Mark } from "../base";
import { choice, mount } from "../figure";
import { plain } from "../format";
import { HEAVY, INK, look } from "../palette";
import { endLabels } from "./path-labels";
import { follow } from "./path-hover";
import type { Drawn, Series } from "./series";
import type { Run } from "../run";

type XMode = "lambda" | "norm" | "deviance";

const PANELS = 4;

export function pathChart(run: Run): void {
  mount("path", (place) => {
    const outputs = run.path.outputs.map((name, k) => [String(k), name] as const);
    const all = outputs.length <= PANELS;
    const output = all ? () => "0" : choice(place, "class", outputs);
    const mode = choice<XMode>(place, "across", [
      ["lambda", "log λ"],
      ["norm", "L1 norm"],
      ["deviance", "deviance explained"],
    ]);
    const scale = choice<"standardized" | "raw">(place, "coefficients", [
      ["standardized", "standardized"],
      ["raw", "raw"],
    ]);
    return (width) => {
      const shown = all ? outputs.map((_, k) => k) : [Number(output())];
      const panels = shown.map((k) => series(run, k, scale() === "raw"));
      const extent = range(panels.flat());
      return panels.map((lines, i) =>
        panel(run, lines, run.path.outputs[shown[i] ?? 0] ?? "", mode(), extent, width, shown.length),
      );
    };
  });
}

function series(run: Run, output: number, raw: boolean): Series[] {
  const { features, knots } = run.path;
  const chosen = knots[run.solution.knot]?.standardized[output] ?? [];
  const order = features
    .map((_, j) => j)
    .filter((j) => (chosen[j] ?? 0) !== 0)
    .sort((a, b) => Math.abs(chosen[b] ?? 0) - Math.abs(chosen[a] ?? 0));
  return features.map((feature, j) => ({
    name: feature.name,
    values: knots.map((knot) => (knot.standardized[output]?.[j] ?? 0) / (raw ? feature.scale || 1 : 1)),
    rank: order.indexOf(j),
  }));
}

function range(lines: readonly Series[]): [number, number] {
  const values = lines.flatMap((l) => l.values).filter(Number.isFinite);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const air = (high - low || 1) * 0.04;
  return [low - air, high + air];
}

function places(run: Run, mode: XMode): number[] {
  return run.path.knots.map((k) =>
    mode === "lambda" ? decades(k.lambda) : mode === "norm" ? k.l1Norm : k.devianceExplained,
  );
}

function panel(
  run: Run,
  lines: readonly Series[],
  output: string,
  mode: XMode,
  extent: [number, number],
  width: number,
  panels: number,
): SVGSVGElement {
  const x = places(run, mode);
  const options = base(width, panels > 1 ? 300 : width < NARROW ? 380 : 460);
  const longest = Math.max(...lines.map((l) => l.name.length));
  const marginRight = Math.min(Math.max(50, 24 + 7.2 * longest), width * (width < NARROW ? 0.25 : 0.22));
  const xs = xScale(x, mode, width - marginRight - (options.marginLeft ?? 0));
  const picture = plot({
    ...options,
    marginTop: 44,
    marginRight,
    ariaLabel: output,
    x: xs,
    y: { domain: extent, label: output || "coefficient", labelArrow: "none", tickFormat: (v: number) => plain(v), ticks: 6 },
    marks: [
      gridY(gridAt(6)),
      ruleY([0], { stroke: INK, strokeOpacity: 0.6 }),
      axisBelow(xs),
      activeAxis(
        run.path.knots.map((k, i) => ({ x: x[i] ?? 0, active: k.active })),
        width,
      ),
      ...verticals(marks(run, x)),
      ...back(lines).map((l) => stroke(l, x)),
      ...verticalNames(marks(run, x), [x[0] ?? 0, x[x.length - 1] ?? 1]),
    ],
  }) as SVGSVGElement;
  const drawn = locate(picture, lines, x);
  endLabels(picture, drawn, width - marginRight, marginRight);
  follow(picture, drawn, run.path.knots);
  return picture;
}

function xScale(x: readonly number[], mode: XMode, room: number): ScaleOptions {
  if (mode === "lambda") {
    const finite = x.filter(Number.isFinite);
    return lambdaScale(10 ** Math.min(...finite), 10 ** Math.max(...finite), room);
  }
  const label = mode === "norm" ? "L1 norm of the standardized coefficients →" : "deviance explained →";
  return { label, labelAnchor: "center", labelArrow: "none", tickFormat: (v: number) => plain(v), ticks: Math.max(3, Math.floor(room / 90)) };
}

function marks(run: Run, x: readonly number[]): Mark[] {
  const list: Mark[] = [];
  const add = (knot: number, name: string, strong: boolean): void => {
    const at = x[knot];
    if (at !== undefined) {
      list.push({ x: at, name, strong });
    }
  };
  if (run.tuning) {
    add(run.tuning.oneStandardError, "1-se", run.tuning.chosen === run.tuning.oneStandardError);
    add(run.tuning.minimum, "min", run.tuning.chosen === run.tuning.minimum);
  }
  if (!list.some((m) => m.strong)) {
    add(run.solution.knot, "chosen", true);
  }
  return list;
}

function stroke(series: Series, x: readonly number[]): Markish {
  const styled = look(series.rank);
  const heavy = series.rank >= 0 && series.rank < HEAVY;
  return line(
    series.values.map((y, i) => ({ x: x[i], y })),
    {
      x: "x",
      y: "y",
      stroke: heavy ? styled.colour : "var(--grey)",
      strokeWidth: heavy ? 1.8 : 1,
      strokeDasharray: heavy ? styled.dash : "none",
      strokeOpacity: heavy ? 1 : series.rank < 0 ? 0.75 : 0.95,
      className: "series",
    },
  );
}

/** The order of drawing: grey lines first, the heaviest feature last, on top. */
function back(lines: readonly Series[]): Series[] {
  const depth = (l: Series): number => (l.rank < 0 ? Infinity : l.rank);
  return [...lines].sort((a, b) => (depth(a) === depth(b) ? 0 : depth(b) - depth(a)));
}

/** Where each line ended up on the picture. */
function locate(picture: SVGSVGElement, lines: readonly Series[], x: readonly number[]): Drawn[] {
  const scales = picture as unknown as { scale(name: string): { apply(v: number): number } };
  const px = scales.scale("x");
  const py = scales.scale("y");
  const groups = picture.querySelectorAll<SVGGElement>("g.series");
  return back(lines).map((series, i) => ({
    series,
    group: groups[i] ?? null,
    points: series.values.map((v, i) => [px.apply(x[i] ?? 0), py.apply(v)] as const),
  }));
}
