/** The table behind a figure as points: one per row that has a place on the axis. */

export interface Reading {
  /** On the axis of the drawing. */
  readonly x: number;
  readonly heading: string;
  readonly values: readonly { readonly name: string; readonly text: string; readonly y: number | undefined }[];
}

/** In the order of the axis. */
export function readingsOf(figure: Element): readonly Reading[] {
  const names = [...figure.querySelectorAll('thead th')].map(textOf);
  return [...figure.querySelectorAll('tbody tr[data-x]')].map(readingOf(names)).sort((a, b) => a.x - b.x);
}

const readingOf =
  (names: readonly string[]) =>
  (row: Element): Reading => {
    const [first, ...cells] = [...row.children];
    return {
      x: Number(row.getAttribute('data-x')),
      heading: first === undefined ? '' : textOf(first),
      values: cells.flatMap((cell, index) => {
        const text = textOf(cell);
        const y = cell.getAttribute('data-y');
        return text === '' ? [] : [{ name: names[index + 1] ?? '', text, y: y === null ? undefined : Number(y) }];
      }),
    };
  };

const textOf = (element: Element): string => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Position of the reading next to a place on the axis; -1 where there is none. */
export function nearest(readings: readonly Reading[], x: number): number {
  let best = -1;
  for (const [index, reading] of readings.entries()) {
    const old = readings[best];
    if (old === undefined || Math.abs(reading.x - x) < Math.abs(old.x - x)) best = index;
  }
  return best;
}
