/** What is known of each system, and that what is not known is said and not made up. */
import { describe, expect, it } from 'vitest';
import { assumption } from './assumptions.ts';
import { floorSets } from './floor-sets.ts';
import { gpus } from './gpus.ts';
import { type System, systemById, systemIds, systems } from './systems.ts';

const knows = ({ facts }: System, role: string) => facts.some((figure) => figure.role === role);
const knowsCapex = (system: System) => knows(system, 'capexPerGpu') || knows(system, 'capexPerWatt');
const knowsPower = (system: System) => knows(system, 'itKwPerGpu') || knows(system, 'rackKw');

describe('systems', () => {
  it('are all there, once each', () => {
    expect(systems.map(({ id }) => id)).toEqual(systemIds);
  });

  it.each(systems.map((system) => [system.name, system] as const))('%s', (_name, system) => {
    expect(knows(system, 'pflopsFp8Dense')).toBe(true);
    expect(system.unknown.includes('all-in capex')).toBe(!knowsCapex(system));
    expect(system.unknown.includes('IT power')).toBe(!knowsPower(system));
    for (const figure of system.facts) expect(assumption(figure.id)).toEqual(figure);
    if (system.gpu !== undefined) expect(gpus.some((gpu) => system.gpu?.startsWith(gpu.id))).toBe(true);
  });

  it('have a floor in some set wherever capex and power are known, and nowhere else', () => {
    const withFloor = new Set(floorSets.flatMap(({ projects }) => projects.map(({ system }) => system)));
    expect(systems.filter((system) => withFloor.has(system.id)).map(({ id }) => id)).toEqual(
      systems.filter((system) => knowsCapex(system) && knowsPower(system)).map(({ id }) => id),
    );
  });

  it.each([
    ['h100-sxm', 'systemPricePerGpu', 23_750],
    ['b300-hgx', 'capexPerGpu', 61_634.875],
    ['b300-hgx', 'itKwPerGpu', 1.90625],
    ['gb200-nvl72', 'capexPerGpu', 54_166.67],
    ['gb200-nvl72', 'itKwPerGpu', 1.5556],
    ['vr-nvl72', 'systemPricePerGpu', 108_377.06],
    ['vr-nvl72-max-q', 'pflopsFp8Dense', 16.625],
    ['mi355x', 'tcoNeocloudPerGpuHour', 1.9],
    ['trainium-3', 'pflopsFp8Dense', 2.517],
  ])('%s: %s is %d', (id, role, value) => {
    expect(systemById(id)?.facts.find((figure) => figure.role === role)?.value).toBeCloseTo(value, 2);
  });

  it('does not take the stand-ins of InferenceX for prices', () => {
    for (const id of ['b300-hgx', 'gb300-nvl72']) {
      const roles = systemById(id)?.facts.map(({ role }) => role);
      expect(roles).not.toContain('rental3yPerGpuHour');
      expect(roles).not.toContain('tcoNeocloudPerGpuHour');
    }
  });
});
