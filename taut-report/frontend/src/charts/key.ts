// The key to symbols above a chart.

import type { Place } from "../figure";
import { svg } from "../labels";
import { ACCENT, INK, SECOND } from "../palette";

export type Symbol = "circle" | "square" | "diamond";

const SHAPES: Record<Symbol, Record<string, string | number>> = {
  circle: { d: "M7,2.5a4.5,4.5 0 1,1 -0.01,0Z", stroke: INK, fill: "none" },
  square: { d: "M3,3h8v8h-8Z", stroke: ACCENT, fill: ACCENT },
  diamond: { d: "M7,1L12.5,7L7,13L1.5,7Z", stroke: SECOND, fill: SECOND },
};

export function key(place: Place, entries: readonly (readonly [Symbol, string])[]): void {
  const list = document.createElement("span");
  list.className = "key";
  for (const [symbol, words] of entries) {
    const entry = document.createElement("span");
    const picture = svg("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" });
    picture.append(svg("path", { ...SHAPES[symbol], "stroke-width": 1.5 }));
    entry.append(picture, document.createTextNode(words));
    list.append(entry);
  }
  place.controls.prepend(list);
}
