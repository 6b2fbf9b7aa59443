/** A line over a figure that follows pointer and arrow keys, with the values of the table behind the figure. */
import { type DrawnPlane, planeOf } from './drawn-plane.ts';
import { nearest, type Reading, readingsOf } from './plot-table.ts';

const namespace = 'http://www.w3.org/2000/svg';
const begun = new WeakSet<Element>();

export async function readable(plot: HTMLElement): Promise<void> {
  if (begun.has(plot)) return;
  begun.add(plot);
  const picture = plot.querySelector('img');
  const figure = plot.closest('figure');
  if (picture === null || figure === null) return;
  const readings = readingsOf(figure);
  const plane = await planeOf(picture.currentSrc);
  if (plane === undefined || readings.length === 0) return;

  const overlay = overlayOf(plane);
  const note = document.createElement('div');
  note.className = 'note-at';
  note.setAttribute('role', 'status');
  plot.append(overlay, note);

  let at = -1;
  const show = (index: number) => {
    const reading = readings[index];
    if (reading === undefined) return;
    at = index;
    overlay.replaceChildren(...marksOf(reading, plane));
    note.replaceChildren(...linesOf(reading));
    const across = plane.xOf(reading.x) / plane.width;
    note.style.left = `${across * 100}%`;
    note.style.top = `${(plane.top / plane.height) * 100}%`;
    note.classList.toggle('to-the-left', across > 0.55);
  };
  const hide = () => {
    at = -1;
    overlay.replaceChildren();
    note.replaceChildren();
  };

  plot.addEventListener('pointermove', ({ clientX }) => {
    const { left, width } = picture.getBoundingClientRect();
    show(nearest(readings, plane.valueAt(((clientX - left) / width) * plane.width)));
  });
  plot.addEventListener('pointerleave', hide);
  plot.addEventListener('blur', hide);
  plot.addEventListener('keydown', (event) => {
    const to = moved(event.key, at, readings.length);
    if (event.key === 'Escape') hide();
    if (to === undefined) return;
    event.preventDefault();
    show(to);
  });
  if (document.activeElement === plot) show(readings.length - 1);
}

function moved(key: string, from: number, count: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, from + 1);
    case 'ArrowLeft':
      return from < 0 ? last : Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

function overlayOf({ width, height }: DrawnPlane): SVGSVGElement {
  const overlay = document.createElementNS(namespace, 'svg');
  overlay.setAttribute('viewBox', `0 0 ${width} ${height}`);
  overlay.setAttribute('aria-hidden', 'true');
  overlay.setAttribute('class', 'crosshair');
  return overlay;
}

function marksOf({ x, values }: Reading, plane: DrawnPlane): readonly SVGElement[] {
  const across = String(plane.xOf(x));
  const line = shape('line', { x1: across, x2: across, y1: String(plane.top), y2: String(plane.bottom) });
  const dots = values.flatMap(({ y }) => {
    const height = y === undefined ? Number.NaN : plane.yOf(y);
    const inside = height >= plane.top - 1 && height <= plane.bottom + 1;
    return inside ? [shape('circle', { cx: across, cy: String(height), r: '4' })] : [];
  });
  return [line, ...dots];
}

function shape(name: 'line' | 'circle', attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function linesOf({ heading, values }: Reading): readonly Node[] {
  const title = document.createElement('strong');
  title.textContent = heading;
  return [
    title,
    ...values.map(({ name, text }) => {
      const line = document.createElement('span');
      line.textContent = `${name} ${text}`;
      return line;
    }),
  ];
}
