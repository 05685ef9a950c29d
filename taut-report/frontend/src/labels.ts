// Labels beside line ends: as near to their line as they can be without touching each other.

/** Places in the order given, each at least `gap` from its neighbours and inside [low, high]. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => at(wanted, a) - at(wanted, b));
  const placed = new Array<number>(wanted.length);
  let floor = low;
  for (const i of order) {
    placed[i] = Math.max(at(wanted, i), floor);
    floor = at(placed, i) + gap;
  }
  // What was pushed over the edge moves back up, pushing its neighbours in turn.
  let ceiling = high;
  for (const i of [...order].reverse()) {
    placed[i] = Math.min(at(placed, i), ceiling);
    ceiling = at(placed, i) - gap;
  }
  return placed;
}

function at(values: readonly number[], i: number): number {
  return values[i] ?? 0;
}

const SVG = "http://www.w3.org/2000/svg";

/** A new element of SVG with these attributes. */
export function svg(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}
