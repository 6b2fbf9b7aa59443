/** The rectangle of a drawing that values stand in, as the drawing itself says. */

export interface DrawnPlane {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  xOf(value: number): number;
  yOf(value: number): number;
  valueAt(x: number): number;
}

/** Undefined for a drawing that has no such rectangle. */
export async function planeOf(address: string): Promise<DrawnPlane | undefined> {
  const response = await fetch(address);
  const drawing = new DOMParser().parseFromString(await response.text(), 'image/svg+xml').documentElement;
  const edges = drawing.getAttribute('data-plane')?.split(' ').map(Number) ?? [];
  const [left, right, top, bottom, first, last, highest, lowest] = edges;
  const [width, height] = ['width', 'height'].map((name) => Number(drawing.getAttribute(name)));
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined;
  if (first === undefined || last === undefined || highest === undefined || lowest === undefined) return undefined;
  if (!width || !height) return undefined;
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    xOf: (value) => left + ((value - first) / (last - first)) * (right - left),
    yOf: (value) => top + ((highest - value) / (highest - lowest)) * (bottom - top),
    valueAt: (x) => first + ((x - left) / (right - left)) * (last - first),
  };
}
