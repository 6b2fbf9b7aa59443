/** The memory parts, and the printed prices that refer to them. */
import { describe, expect, it } from 'vitest';
import { memoryPart, memoryPartByBoardId, memoryPartByName, memoryParts } from './memory-parts.ts';
import { memoryReference, memoryReferenceReleasedAt } from './memory-reference.ts';

describe('memory parts', () => {
  it.each([
    [475, 'dram-ddr5-16gb-4800', 'branded', 2],
    [476, 'dram-ddr5-16gb-ett', 'ett', 2],
    [473, 'dram-ddr4-16gb-3200', 'branded', 2],
    [470, 'dram-ddr4-16gb-ett', 'ett', 2],
    [55, 'nand-slc-2gb', undefined, 0.25],
    [56, 'nand-slc-1gb', undefined, 0.125],
    [78, 'nand-mlc-64gb', undefined, 8],
  ])('DRAMeXchange number %d is %s, grade %s, %d GB', (number, id, grade, capacityGb) => {
    const part = memoryPartByBoardId('dramexchange', number);
    expect([part?.id, part?.grade, part?.capacityGb]).toEqual([id, grade, capacityGb]);
  });

  it('are absent when unknown', () => {
    expect(memoryPartByBoardId('dramexchange', 1)).toBeUndefined();
    expect(memoryPartByBoardId('memorymarket', 'ems/100326')).toBeUndefined();
    expect(memoryPart('dram-ddr6')).toBeUndefined();
  });

  it.each([
    ['ews/100326', 'package-lpddr5x-64gb', 8],
    ['ems/100264', 'module-ddr5-rdimm-96gb', 96],
    ['ews/100222', 'dram-ddr4-16gb-3200', 2],
    ['ews/100269', 'module-ddr5-udimm-16gb-6000', 16],
  ])('MemoryMarket number %s is %s with %d GB', (number, id, capacityGb) => {
    const part = memoryPartByBoardId('memorymarket', number);
    expect([part?.id, part?.capacityGb]).toEqual([id, capacityGb]);
  });

  it('keep their old names, and tell a gigabit from a gigabyte', () => {
    expect(memoryPartByName('DDR5 16G (2Gx8) 4800/5600')?.id).toBe('dram-ddr5-16gb-4800');
    expect(memoryPartByName('DDR4 16Gb (2Gx8)3200')?.id).toBe('dram-ddr4-16gb-3200');
    expect(memoryPartByName('DDR4 8GB SO-DIMM')?.capacityGb).toBe(8);
    expect(memoryPartByName('DDR4 8Gb SO-DIMM')).toBeUndefined();
  });

  it('have ids, names and board numbers of their own', () => {
    const once = (values: readonly unknown[]) => expect(new Set(values).size).toBe(values.length);
    once(memoryParts.map(({ id }) => id));
    once(memoryParts.flatMap(({ name, aliases }) => [name, ...aliases]));
    once(memoryParts.flatMap(({ boardIds }) => boardIds.dramexchange ?? []));
    once(memoryParts.flatMap(({ boardIds }) => boardIds.memorymarket ?? []));
  });

  it('have the capacity their name states', () => {
    for (const { name, capacityGb } of memoryParts.filter(({ capacityGb }) => capacityGb !== undefined)) {
      const [, size = '', unit] = /(\d+)(Gb?|GB)(?=[\s)]|$)/.exec(name) ?? ['', '8', /1Gx8/.test(name) ? 'Gb' : ''];
      expect({ name, capacityGb }).toEqual({ name, capacityGb: Number(size) / (unit === 'GB' ? 1 : 8) });
    }
  });
});

describe('memory reference', () => {
  it('holds 104 printed prices, each of a known part, in its unit, with a source', () => {
    expect(memoryReference).toHaveLength(104);
    for (const { part, unit, source, value, low = value, high = value } of memoryReference) {
      expect(memoryPart(part)?.unit).toBe(unit);
      expect(source).not.toBe('');
      expect(value).toBeGreaterThan(0);
      expect(low <= value && value <= high).toBe(true);
    }
  });

  it('has an address for everything but what the press relayed', () => {
    expect(memoryReference.filter(({ url, confidence }) => url === undefined && confidence !== 'C')).toEqual([]);
  });

  it('says nothing twice', () => {
    const keys = memoryReference.map(({ part, basis, asOf, source }) => [part, basis, asOf, source].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('calls a price after the release a forecast and nothing else', () => {
    const later = memoryReference.filter(({ asOf }) => asOf > memoryReferenceReleasedAt);
    expect(later).toEqual(memoryReference.filter(({ status }) => status === 'forecast'));
    expect(later).toMatchObject([{ part: 'socamm-nvidia', value: 13, asOf: '2026-12-31' }]);
  });

  it('dates a month or quarter by its last day', () => {
    const dates = memoryReference.filter(({ part }) => part === 'dram-ddr4-8gb' || part === 'socamm-nvidia');
    expect(dates.find(({ date }) => date === '2026-02')?.asOf).toBe('2026-02-28');
    expect(dates.find(({ date }) => date === '2025-12')?.asOf).toBe('2025-12-31');
    expect(dates.find(({ date }) => date === '1Q26')?.asOf).toBe('2026-03-31');
  });

  it('has the public contract board and the Korean press agree on the end of June, which the board showed until August', () => {
    const june = memoryReference.filter(({ part, asOf }) => part === 'dram-ddr4-8gb' && asOf === '2026-06-30');
    expect(june.map(({ value }) => value)).toEqual([21, 21]);
  });

  it('shows DDR5 up 6.4 times from July 2025 to May 2026', () => {
    const spot = (asOf: string) =>
      memoryReference.find((point) => point.part === 'dram-ddr5-16gb-4800' && point.asOf === asOf)?.value ?? 0;
    expect(spot('2026-05-01') / spot('2025-07-01')).toBeCloseTo(6.4, 1);
  });
});
