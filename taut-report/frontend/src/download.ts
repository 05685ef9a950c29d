// A chart as a file of its own: colours that the page's style sheet defines are written into it.

import { svg } from "./labels";

/** Offers the pictures, stacked, as NAME.svg. */
export function download(pictures: readonly SVGSVGElement[], name: string): void {
  const url = URL.createObjectURL(new Blob([standalone(pictures)], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function standalone(pictures: readonly SVGSVGElement[]): string {
  const style = getComputedStyle(document.documentElement);
  const width = Math.max(...pictures.map((picture) => picture.width.baseVal.value));
  const whole = svg("svg", { width, "font-family": "system-ui, sans-serif", color: style.color });
  let height = 0;
  const inside: SVGElement[] = [];
  for (const picture of pictures) {
    const copy = picture.cloneNode(true) as SVGSVGElement;
    copy.setAttribute("y", String(height));
    height += picture.height.baseVal.value;
    inside.push(copy);
  }
  const paper = svg("rect", { width, height, fill: style.getPropertyValue("--paper") });
  whole.setAttribute("height", String(height));
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`);
  whole.append(paper, ...inside);
  const text = new XMLSerializer().serializeToString(whole);
  return text.replace(/var\((--[\w-]+)\)/g, (_, variable: string) => style.getPropertyValue(variable).trim());
}
