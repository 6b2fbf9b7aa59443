/** The price history says what is known and no more. */
import { expect, test } from 'vitest';
import { type IndexPoint, priceHistoryChart } from './index.ts';
import { readXml } from './test-xml.ts';

const on = (day: string, value: number | null, confidence: 'ok' | 'low' = 'ok'): IndexPoint => ({
  day,
  value,
  low: value && value - 0.1,
  high: value && value + 0.1,
  confidence,
});

const drawn = (points: readonly IndexPoint[]) => {
  const svg = priceHistoryChart({
    title: 'H100',
    unit: 'USD/GPU-hr',
    points,
    floor: { label: 'floor', price: 1.98 },
    alerts: [{ day: '2026-11-17', to: 'firing' }],
  });
  const elements = readXml(svg);
  return {
    texts: elements.filter(({ name }) => name === 'text').map(({ text }) => text),
    description: elements.find(({ name }) => name === 'desc')?.text,
    lines: elements
      .filter(({ attributes }) => attributes.fill === 'none' && attributes.stroke === '#0072b2')
      .map(({ attributes }) => ({ path: attributes.d ?? '', dashed: attributes['stroke-dasharray'] !== undefined })),
  };
};

test('labels the last value with its own day, and the floor', () => {
  const { texts, description } = drawn([on('2026-11-16', 2.1), on('2026-11-17', 2.2), on('2026-11-18', null)]);
  expect(texts).toContain('17 Nov 2026 $2.20');
  expect(texts).toContain('floor $1.98');
  expect(texts).toContain('alert fired');
  expect(description).toContain('2 daily values in USD/GPU-hr from 2026-11-16 to 2026-11-17');
  expect(description).toContain('Alert firing on 2026-11-17');
});

test('draws no line over a day without a value', () => {
  const whole = drawn([on('2026-11-16', 2.1), on('2026-11-17', 2.2), on('2026-11-18', 2.2), on('2026-11-19', 2.3)]);
  const gap = drawn([on('2026-11-16', 2.1), on('2026-11-17', 2.2), on('2026-11-18', null), on('2026-11-19', 2.3)]);
  const strokes = ({ lines }: ReturnType<typeof drawn>) => lines.map(({ path }) => path.split('L').length - 1);
  expect(strokes(whole)).toContain(3);
  expect(strokes(gap)).toContain(1);
});

test('draws what is of low confidence dashed, and names it in the key', () => {
  const sure = drawn([on('2026-11-16', 2.1), on('2026-11-17', 2.2)]);
  const unsure = drawn([on('2026-11-16', 2.1), on('2026-11-17', 2.2, 'low')]);
  expect(sure.texts).not.toContain('low confidence');
  expect(sure.lines.filter(({ path }) => path.includes('L')).map(({ dashed }) => dashed)).toEqual([false]);
  expect(unsure.texts).toContain('low confidence');
  expect(unsure.lines.filter(({ path }) => path.includes('L')).map(({ dashed }) => dashed)).toEqual([true]);
});
