import { blend, contains, type Box, type Colour } from './pdf-geometry.js';

/** An area that was painted: what a later text stands on, or what a later fill covers. */
interface Painted {
  box: Box;
  colour: Colour;
  alpha: number;
  order: number;
  /** The area is its whole box; else the box is only an upper bound. */
  rectangle: boolean;
}

/** Above this many areas a page is a drawing; the rest would cost time and change nothing. */
const maxAreas = 4_000;
/** Largest difference of a colour channel (0-255) that still reads as the same colour. */
const sameColour = 24;
const white: Colour = [255, 255, 255];

/** Remembers what was painted where, so that the ground of a text is known without drawing a page. */
export class PaintedPage {
  private readonly areas: Painted[] = [];

  add(area: Painted): void {
    const [left, top, right, bottom] = area.box;
    if (right - left < 2 || bottom - top < 2 || this.areas.length >= maxAreas) return;
    this.areas.push(area);
  }

  /** Whether text of this colour at this point cannot be told from every ground it may stand on. */
  blendsIn(point: readonly [number, number], order: number, ink: Colour): boolean {
    let grounds: Colour[] = [white];
    for (const area of this.areas) {
      if (area.order > order) break;
      if (!contains(area.box, point[0], point[1])) continue;
      const over = grounds.map((ground) => blend(area.colour, ground, area.alpha));
      grounds = area.rectangle ? over : [...grounds, ...over].slice(-8);
    }
    return grounds.every((ground) => near(ink, ground));
  }

  /** Whether something opaque was painted over this point after the text. */
  covered(point: readonly [number, number], order: number): boolean {
    return this.areas.some(
      (area) =>
        area.order > order &&
        area.rectangle &&
        area.colour !== null &&
        area.alpha > 0.95 &&
        contains(area.box, point[0], point[1]),
    );
  }
}

function near(one: Colour, other: Colour): boolean {
  if (one === null || other === null) return false;
  return one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) <= sameColour);
}
