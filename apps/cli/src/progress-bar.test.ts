/** The bar fits the screen, and where there is no screen a line is printed now and then. */
import { describe, expect, it } from 'vitest';
import { bar, openProgress } from './progress-bar.ts';

describe('bar', () => {
  it('shows the share, and fits', () => {
    expect(bar({ label: 'reading', done: 320, total: 640, width: 80 })).toBe(
      `reading [${'#'.repeat(20)}${'-'.repeat(20)}]  50 %  320 of 640`,
    );
    for (const width of [20, 33, 40, 80])
      expect(bar({ label: 'reading', done: 1, total: 3, width }).length).toBeLessThan(width);
    expect(bar({ label: 'reading', done: 0, total: 0, width: 80 })).toContain('100 %');
  });
});

describe('openProgress', () => {
  const told = (isTTY: boolean) => {
    const written: string[] = [];
    let now = 0;
    const progress = openProgress('reading', { isTTY, columns: 40, write: (text) => written.push(text) }, () => now);
    for (let done = 1; done <= 100; done++) {
      now += 200;
      progress.at(done, 100);
    }
    progress.end();
    return written;
  };

  it('draws over itself on a terminal', () => {
    const written = told(true);
    expect(written).toHaveLength(101);
    expect(written.slice(0, -1).every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true);
    expect(written.at(-1)).toBe('\n');
  });

  it('prints a line now and then anywhere else, the last one always', () => {
    expect(told(false)).toEqual([
      'reading 25 of 100\n',
      'reading 50 of 100\n',
      'reading 75 of 100\n',
      'reading 100 of 100\n',
    ]);
  });
});
