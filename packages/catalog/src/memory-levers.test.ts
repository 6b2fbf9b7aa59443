/** How much memory stands beside the processor, before and after it was halved. */
import { expect, it } from 'vitest';
import { memoryLevers } from './memory-levers.ts';

it('a VR NVL72 came with 768 GB per GPU and ships with 384', () => {
  const amounts = memoryLevers.map(({ asOf, assumptions }) => [
    asOf,
    assumptions.find(({ role }) => role === 'gbPerGpu')?.value,
  ]);
  expect(amounts).toEqual([
    ['2026-05-01', 768],
    ['2026-07-23', 384],
  ]);
});
