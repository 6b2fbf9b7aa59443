/** The middle of a book, whoever fills it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ask, middleAsk } from './order-book.ts';

const ask = (machine: number, usdPerGpuHour: number, { host = machine, gpus = 1 } = {}): Ask => ({
  machine,
  host,
  gpus,
  usdPerGpuHour,
  at: `/${machine}`,
});
const book = [ask(1, 1), ask(2, 2), ask(3, 3), ask(4, 4), ask(5, 5)];

describe('middleAsk', () => {
  it('is the median of equal machines', () => expect(middleAsk(book)?.usdPerGpuHour).toBe(3));

  it('counts a machine by its GPUs', () => {
    expect(middleAsk([...book.slice(0, 4), ask(5, 5, { gpus: 8 })])?.usdPerGpuHour).toBe(5);
  });

  it('takes the cheapest ask of a machine, once', () => {
    expect(middleAsk([...book, ask(1, 1.5), ask(1, 1.2)])?.usdPerGpuHour).toBe(3);
  });

  it.each([
    ['four machines', book.slice(1)],
    ['one machine five times', book.map((each) => ({ ...each, machine: 1 }))],
    ['two hosts', book.map((each) => ({ ...each, host: each.machine % 2 }))],
  ])('says nothing of %s', (_, asks) => {
    expect(middleAsk(asks)).toBeUndefined();
  });

  it('is not moved far by one absurd ask', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (absurd) => {
        const price = middleAsk([...book, ask(6, absurd)])?.usdPerGpuHour ?? 0;
        expect(price).toBeGreaterThanOrEqual(2);
        expect(price).toBeLessThanOrEqual(3);
      }),
    );
  });
});
