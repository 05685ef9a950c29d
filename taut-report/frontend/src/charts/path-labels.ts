// The names at the ends of the lines.

import { short } from "../format";
import { spread, svg } from "../labels";
import { HEAVY, look } from "../palette";
import type { Drawn } from "./series";

const LINE = 15;

/** Names the heaviest lines, as many as fit one under the other, with a thread to the line's end. */
export function endLabels(picture: SVGSVGElement, drawn: readonly Drawn[], edge: number, room: number): void {
  const height = picture.height.baseVal.value;
  const top = 44;
  const bottom = height - 44;
  const fits = Math.max(1, Math.floor((bottom - top) / LINE));
  const named = [...drawn].sort(byWeight).slice(0, fits);
  const ends = named.map((d) => d.points[d.points.length - 1]?.[1] ?? 0);
  const y = spread(ends, LINE, top, bottom);
  const layer = svg("g", { class: "labels" });
  named.forEach((d, i) => {
    const at = y[i] ?? 0;
    const heavy = d.series.rank >= 0 && d.series.rank < HEAVY;
    const colour = heavy ? look(d.series.rank).colour : "var(--soft)";
    layer.append(
      svg("path", {
        d: `M${edge + 1},${ends[i]}L${edge + 12},${at}`,
        stroke: heavy ? colour : "var(--grey)",
        fill: "none",
        "stroke-opacity": 0.6,
      }),
      nameAt(d.series.name, edge + 15, at, colour, heavy, room),
    );
  });
  picture.append(layer);
}

function nameAt(name: string, x: number, y: number, colour: string, chosen: boolean, room: number): SVGElement {
  const label = svg(
    "text",
    { x, y, dy: "0.32em", fill: colour, "text-anchor": "start", "font-weight": chosen ? 600 : 400, "data-name": name },
    short(name, Math.floor((room - 16) / 7)),
  );
  label.append(svg("title", {}, name));
  return label;
}

/** Features of the chosen model first, then by the size of the last coefficient. */
function byWeight(a: Drawn, b: Drawn): number {
  const rank = (d: Drawn): number => (d.series.rank < 0 ? Infinity : d.series.rank);
  const last = (d: Drawn): number => Math.abs(d.series.values[d.series.values.length - 1] ?? 0);
  return rank(a) === rank(b) ? last(b) - last(a) : rank(a) - rank(b);
}
