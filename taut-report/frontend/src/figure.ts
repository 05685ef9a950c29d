// What every figure has: a chart as wide as its place, a text alternative, a download.

import { download } from "./download";

/** Draws the chart at this width: one picture, or several to be stacked. */
export type Draw = (width: number) => SVGSVGElement[];

export interface Place {
  readonly element: HTMLElement;
  readonly plot: HTMLElement;
  readonly controls: HTMLElement;
  /** Draws again, for example after a control changed. */
  redraw(): void;
}

/** Fills the figure for this chart, if the page has one, and keeps it filled when its width changes. */
export function mount(chart: string, setup: (place: Place) => Draw): void {
  const element = document.getElementById(`figure-${chart}`);
  const plot = element?.querySelector<HTMLElement>(".plot");
  const controls = element?.querySelector<HTMLElement>(".controls");
  if (!element || !plot || !controls) {
    return;
  }
  let width = 0;
  const redraw = (): void => {
    if (width > 0) {
      plot.replaceChildren(...draw(width).map((picture) => described(picture, plot)));
    }
  };
  const draw = setup({ element, plot, controls, redraw });
  const fit = (): void => {
    const room = Math.floor(plot.clientWidth);
    if (room > 0 && room !== width) {
      width = room;
      redraw();
    }
  };
  element.querySelector("figcaption")?.append(" ", saveButton(chart, plot));
  fit();
  new ResizeObserver(fit).observe(plot);
}

function described(picture: SVGSVGElement, plot: HTMLElement): SVGSVGElement {
  const panel = picture.getAttribute("aria-label");
  picture.setAttribute("role", "img");
  // The picture is read as one; what Plot names inside it ("bar", "rule") tells nobody anything.
  picture.querySelectorAll("[aria-label]").forEach((part) => part.removeAttribute("aria-label"));
  picture.setAttribute("aria-label", [plot.dataset["alt"], panel].filter(Boolean).join(", "));
  return picture;
}

function saveButton(chart: string, plot: HTMLElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Save as SVG";
  button.addEventListener("click", () => download([...plot.querySelectorAll<SVGSVGElement>(":scope > svg")], chart));
  return button;
}

/** A row of choices of which one holds; returns the current choice. */
export function choice<T extends string>(
  place: Place,
  label: string,
  options: readonly (readonly [T, string])[],
): () => T {
  const group = document.createElement("fieldset");
  group.className = "choice";
  const legend = document.createElement("legend");
  legend.textContent = label;
  group.append(legend);
  let current = (options[0] as readonly [T, string])[0];
  const name = `${place.element.id}-${label}`.replace(/\W+/g, "-");
  for (const [value, words] of options) {
    const input = document.createElement("input");
    input.type = "radio";
    input.name = name;
    input.checked = value === current;
    input.addEventListener("change", () => {
      current = value;
      place.redraw();
    });
    const option = document.createElement("label");
    option.append(input, document.createTextNode(words));
    group.append(option);
  }
  place.controls.append(group);
  return () => current;
}
