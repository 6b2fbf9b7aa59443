/** Nothing is silenced, made or withdrawn by nobody or for no reason. */
import { expect, it } from 'vitest';
import { instantFrom } from './alerts-when.ts';
import { someText } from './some-text.ts';

it('takes what says something, without the blanks around it', () => {
  expect(someText(' ada ')).toBe('ada');
  for (const nothing of ['', '  ', '\t\n', 'x'.repeat(501)])
    expect(() => someText(nothing)).toThrow('Expected some text');
});

it('knows no instant beyond the years that people write', () => {
  const now = '2026-08-01T00:00:00.000Z';
  expect(instantFrom('3d', now, 1)).toBe('2026-08-04T00:00:00.000Z');
  for (const far of [() => instantFrom('9999y', now, 1), () => instantFrom('9999y', now, -1)])
    expect(far).toThrow('expected a time from the year 1 to 9999, was "9999y"');
});
