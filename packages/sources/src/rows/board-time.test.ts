/** Board times are GMT+8. */
import { expect, it } from 'vitest';
import { boardTime } from './board-time.ts';

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
