// Standardized coefficients of the chosen model: dots on stalks from zero.

import { dot, gridX, link, plot, ruleX, text } from "@observablehq/plot";
import { NARROW, base, fewTicks, gridAt, valueScale } from "../base";
import { mount } from "../figure";
import { percent, short } from "../format";
import { ACCENT, INK, SECOND, SOFT } from "../palette";
import { finite, type Coefficient, type Run } from "../run";

const ROWS = 30;
const ROW = 22;

export function coefficientChart(run: Run): void {
  mount("coefficients", () => (width) => [draw(run, width)]);
}

function draw(run: Run, width: number): SVGSVGElement {
  const rows = run.solution.coefficients.filter((c) => finite(c.standardized)).slice(0, ROWS);
  const many = run.path.outputs.length > 1;
  const name = (c: Coefficient): string => (many ? `${c.feature} · ${c.output}` : c.feature);
  const labels = new Map(rows.map((c) => [name(c), many ? label(c, width) : short(c.feature, room(width))]));
  const selection = rows.some((c) => finite(c.selected));
  const marginLeft = 14 + 7 * Math.max(...[...labels.values()].map((l) => l.length));
  const colour = (c: Coefficient): string => (c.standardized < 0 ? SECOND : ACCENT);
  return plot({
    ...base(width, rows.length * ROW + 60),
    marginTop: 22,
    marginLeft,
    marginRight: selection ? 64 : 24,
    x: valueScale("standardized coefficient", width),
    y: {
      domain: rows.map(name),
      label: null,
      tickSize: 0,
      tickFormat: (n: string) => labels.get(n) ?? n,
    },
    marks: [
      gridX(gridAt(fewTicks(width))),
      ruleX([0], { stroke: INK, strokeOpacity: 0.6 }),
      link(rows, { x1: 0, x2: "standardized", y1: name, y2: name, stroke: colour, strokeWidth: 2, markerEnd: "none" }),
      dot(rows, {
        x: "standardized",
        y: name,
        r: 4.5,
        stroke: colour,
        strokeWidth: 2,
        // Filled is positive, hollow negative: the sign is not left to colour alone.
        fill: (c: Coefficient) => (c.standardized < 0 ? "var(--paper)" : ACCENT),
      }),
      selection
        ? text(rows, {
            y: name,
            frameAnchor: "right",
            dx: 58,
            textAnchor: "end",
            text: (c: Coefficient) => (finite(c.selected) ? percent(c.selected) : ""),
            fill: SOFT,
          })
        : null,
      selection
        ? text(["selected"], { frameAnchor: "top-right", dx: 58, dy: -16, textAnchor: "end", fill: SOFT })
        : null,
    ],
  }) as SVGSVGElement;
}

/** The feature may be cut, the class not so soon. */
function label(c: Coefficient, width: number): string {
  const output = short(c.output, Math.floor(room(width) / 2));
  return `${short(c.feature, room(width) - output.length - 3)} · ${output}`;
}

function room(width: number): number {
  return width < NARROW ? 18 : 32;
}
