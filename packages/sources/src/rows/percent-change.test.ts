/** The arrow gives the sign; unchanged is zero; nothing printed is null. */
import { expect, it } from 'vitest';
import { percentChange } from './percent-change.ts';

const up = '/Common/Images/up.gif';
const down = '/Common/Images/down.gif';

it.each([
  ['0.83 %', up, 0.83],
  ['-1.03 %', down, -1.03],
  ['1.03 %', down, -1.03],
  ['▲ 1.14 %', '', 1.14],
  ['▼ -0.96 %', '', -0.96],
  ['▼ 0.96 %', '', -0.96],
  ['0.00 %', down, 0],
  ['— 0.00 %', '', 0],
  ['—', '', 0],
  ['0.00 %', '', 0],
  ['-8.25%', '', -8.25],
  ['', '', null],
  ['n/a', '', null],
  ['1.20 %', '', null],
])('%j beside %j is %s', (text, picture, change) => {
  expect(percentChange(text, picture)).toBe(change);
});
