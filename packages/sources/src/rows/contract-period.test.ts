/** Contract periods end before the page that shows them. */
import { expect, it } from 'vitest';
import { contractPeriodEnd } from './contract-period.ts';

it.each([
  ['DRAM Contract Price (2H Jun)', '2026-08-07T00:00:00.000Z', '2026-06-30'],
  ['DRAM Contract Price (1H Jun)', '2026-08-07T00:00:00.000Z', '2026-06-15'],
  ['DRAM Contract Price (2H Dec)', '2026-01-20T00:00:00.000Z', '2025-12-31'],
  ['NAND Flash Contract Price (Feb)', '2028-03-20T00:00:00.000Z', '2028-02-29'],
  ['NAND Flash Contract Price (July 2026)', '2026-09-20T00:00:00.000Z', '2026-07-31'],
  ["PC-Client OEM SSD Contract Price (2Q'26)", '2026-08-07T00:00:00.000Z', '2026-06-30'],
  ['SSD Contract Price (4Q25)', '2026-02-07T00:00:00.000Z', '2025-12-31'],
  ['DRAM Contract Price', '2026-08-07T00:00:00.000Z', undefined],
  ['DRAM Contract Price (new)', '2026-08-07T00:00:00.000Z', undefined],
  ['DRAM Contract Price (2H Brumaire)', '2026-08-07T00:00:00.000Z', undefined],
])('%s, seen at %s, ends on %s', (title, fetchedAt, day) => {
  expect(contractPeriodEnd(title, fetchedAt)).toBe(day);
});
