/** Board times are GMT+8. */
import { expect, it } from 'vitest';
import { boardDay, boardTime } from './board-time.ts';

it.each([
  ['Last Update: Jul.15 2026    18:10 (GMT+8) <Price Notice>', '2026-07-15T10:10:00.000Z'],
  ['Last Update: Jul. 5, 2026 11:00 (GMT+8)', '2026-07-05T03:00:00.000Z'],
  ['Last Update 2026-06-10 07:00 (GMT+8)', '2026-06-09T23:00:00.000Z'],
  ['Last Update: Agu.19 2026 18:10 (GMT+8)', undefined],
  ['Last Update 2026-02-30 11:00 (GMT+8)', undefined],
  ['Last Update 2026-06-10 11:00', undefined],
  ['', undefined],
])('%j is %s', (text, instant) => {
  expect(boardTime(text)).toBe(instant);
});

it.each([
  ['a Tuesday after its sessions', '2026-08-18T10:30:00.000Z', '2026-08-17T16:00:00.000Z', '2026-08-17T10:10:00.000Z'],
  [
    'a Monday, before it began in Greenwich',
    '2026-08-16T17:00:00.000Z',
    '2026-08-16T16:00:00.000Z',
    '2026-08-14T10:10:00.000Z',
  ],
  ['a Sunday', '2026-08-16T10:30:00.000Z', '2026-08-15T16:00:00.000Z', '2026-08-14T10:10:00.000Z'],
])('%s begins at midnight of GMT+8, after the last session of a working day', (_, now, begins, lastSession) => {
  expect(boardDay(now)).toEqual({ begins, lastSession });
});
