/** The line of an index: solid where it is sure, dashed and ringed where few sources carry it, a dot where it stands alone. */
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts';
import { broken, type DatedValue, pointOf } from './dated.ts';
import { dots, line } from './line.ts';
import { colours } from './theme.ts';

export interface IndexPoint extends DatedValue {
  /** The lowest and highest value the index takes when any one constituent is left out. */
  readonly low: number | null;
  readonly high: number | null;
  readonly confidence: 'ok' | 'low';
  /** An indication before the fixing of its day, which may still move. */
  readonly provisional?: boolean;
}

export const lowConfidence = 'low confidence';
export const beforeFixing = 'indication before the fixing';

type Stretch = readonly IndexPoint[];

export function indexLines(parts: readonly Stretch[]): (LineSeriesOption | ScatterSeriesOption)[] {
  const lone = parts.filter((part) => part.length === 1).flat();
  const low = parts.flat().filter(({ confidence }) => confidence === 'low');
  const provisional = parts.flat().filter((point) => point.provisional);
  const pieces = parts.flatMap(piecesOf);
  const drawn = (sure: boolean) => broken(pieces.filter((piece) => piece.sure === sure).map(({ points }) => points));
  return [
    line(drawn(false), { colour: colours.blue, width: 1.5, dash: [4, 3] }),
    line(drawn(true), { colour: colours.blue, width: 2.25 }),
    dots(lone.map(pointOf), { colour: colours.blue, size: 6 }),
    dots(low.map(pointOf), { colour: colours.blue, size: 5, hollow: true, name: lowConfidence }),
    dots(provisional.map(pointOf), {
      colour: colours.vermillion,
      size: 10,
      hollow: true,
      symbol: 'diamond',
      name: beforeFixing,
    }),
  ];
}

interface Piece {
  readonly sure: boolean;
  readonly points: IndexPoint[];
}

/** Cuts a stretch into pieces of one style. A segment is sure when both its ends are. */
function piecesOf(part: Stretch): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, point] of part.entries()) {
    const before = part[index - 1];
    if (before === undefined) continue;
    const sure = before.confidence === 'ok' && point.confidence === 'ok';
    const piece = pieces.at(-1);
    if (piece?.sure === sure) piece.points.push(point);
    else pieces.push({ sure, points: [before, point] });
  }
  return pieces;
}
