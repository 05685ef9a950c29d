// Following one line: it stands out, a note gives the figures, the table below marks the row.

import { plain } from "../format";
import type { Knot } from "../run";
import type { Drawn } from "./series";

const REACH = 24;

export function follow(picture: SVGSVGElement, drawn: readonly Drawn[], knots: readonly Knot[]): void {
  let hot: Drawn | null = null;
  const note = document.createElement("div");
  note.className = "tip";
  const show = (next: Drawn | null, knot: number): void => {
    if (next !== hot) {
      mark(hot, false);
      mark(next, true);
      picture.classList.toggle("following", next !== null);
      hot = next;
    }
    if (next) {
      place(note, picture, next, knot, knots);
    } else {
      note.remove();
    }
  };
  const near = (event: PointerEvent): void => {
    const box = picture.getBoundingClientRect();
    const zoom = picture.width.baseVal.value / box.width;
    const found = nearest(drawn, (event.clientX - box.left) * zoom, (event.clientY - box.top) * zoom);
    show(found?.line ?? null, found?.knot ?? 0);
  };
  picture.addEventListener("pointermove", near);
  picture.addEventListener("pointerdown", near);
  picture.addEventListener("pointerleave", () => show(null, 0));
}

function nearest(drawn: readonly Drawn[], x: number, y: number): { line: Drawn; knot: number } | null {
  let best: { line: Drawn; knot: number } | null = null;
  let least = REACH * REACH;
  for (const line of drawn) {
    line.points.forEach(([px, py], knot) => {
      const distance = (px - x) ** 2 + (py - y) ** 2;
      if (distance < least) {
        least = distance;
        best = { line, knot };
      }
    });
  }
  return best;
}

function mark(line: Drawn | null, on: boolean): void {
  if (!line) {
    return;
  }
  line.group?.classList.toggle("hot", on);
  for (const cell of document.querySelectorAll("#coefficients tbody th")) {
    if (cell.textContent === line.series.name) {
      cell.parentElement?.classList.toggle("hot", on);
    }
  }
}

function place(note: HTMLElement, picture: SVGSVGElement, line: Drawn, knot: number, knots: readonly Knot[]): void {
  const host = picture.parentElement;
  const point = line.points[knot];
  const at = knots[knot];
  if (!host || !point || !at) {
    return;
  }
  note.textContent = `${line.series.name}  ${plain(line.series.values[knot] ?? 0)}  at λ = ${plain(at.lambda)}`;
  host.append(note);
  const box = picture.getBoundingClientRect();
  const zoom = box.width / picture.width.baseVal.value;
  const top = box.top - host.getBoundingClientRect().top;
  const left = Math.min(point[0] * zoom + 10, host.clientWidth - note.offsetWidth);
  note.style.left = `${Math.max(0, left)}px`;
  note.style.top = `${top + point[1] * zoom - note.offsetHeight - 10}px`;
}
