/** Events on a chart of memory prices: numbered in the order of days, told in words, and left out where nobody can see them. */
import { expect, it } from 'vitest';
import { memoryChart } from './memory.ts';
import { readXml } from './test-xml.ts';

const quotes = [1, 5, 10, 14].map((day) => ({ day: `2026-02-${String(day).padStart(2, '0')}`, value: 30 + day }));
const chart = (events: readonly { readonly day: string; readonly text: string }[]) =>
  memoryChart({ title: 'DDR5 16Gb', unit: 'USD/chip', prices: [{ label: 'DRAMeXchange', quotes }], events });
const texts = (svg: string) => readXml(svg).map(({ text }) => text.trim());

it('numbers events in the order of days, and says what they were', () => {
  const svg = chart([
    { day: '2026-02-12', text: 'DDR5 up 12 % in a session' },
    { day: '2026-02-02', text: 'forecast of 90 to 95 % for 1Q26' },
    { day: '2025-12-31', text: 'before the first price' },
  ]);
  expect(texts(svg)).toEqual(expect.arrayContaining(['1', '2', 'event, by its number']));
  expect(svg).toContain('1: forecast of 90 to 95 % for 1Q26, 2026-02-02.');
  expect(svg).toContain('2: DDR5 up 12 % in a session, 2026-02-12.');
  expect(svg).not.toContain('before the first price');
});

it('lets events of the same days share a mark', () => {
  const numbers = texts(chart(['02', '03', '04', '12'].map((day) => ({ day: `2026-02-${day}`, text: day }))));
  expect(numbers.filter((text) => /^[1-4]$/.test(text))).toEqual(['1', '4']);
});

it('is as it was where there are none', () => {
  expect(texts(chart([]))).not.toContain('event, by its number');
});
