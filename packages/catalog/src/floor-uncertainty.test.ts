/** Distributions and ranges: each in order, around the published figures, and called our judgement. */
import { describe, expect, it } from 'vitest';
import { floorProjects } from './floor-projects.ts';
import { floorRanges, uncertainFloors } from './floor-uncertainty.ts';

describe.each(uncertainFloors.map((floor) => [floor.id, floor] as const))('the distributions of %s', (id, floor) => {
  const value = (role: string) => floor.assumptions.find((figure) => figure.role === role)?.value;

  it('belong to a floor of the catalog', () => {
    expect(floorProjects.map((project) => project.id)).toContain(id);
  });

  it('have their low, mode and high in this order', () => {
    for (const { role } of floor.assumptions.filter((figure) => figure.role.endsWith('Low'))) {
      const stem = role.slice(0, -'Low'.length);
      const ends = [value(role), value(`${stem}Mode`), value(`${stem}High`)].filter((end) => end !== undefined);
      expect(ends.length).toBeGreaterThan(1);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
    }
  });

  it('are our judgement, unless a figure of the floor itself', () => {
    const ours = floor.assumptions.filter((figure) => figure.id.startsWith('2026-05-01/vr-nvl72-uncertainty/'));
    expect(ours.length).toBeGreaterThan(15);
    expect(new Set(ours.map(({ basis, source }) => `${basis}: ${source}`))).toEqual(
      new Set(['convention: Bandgap, judgement around the published figures']),
    );
  });
});

it('ranges go from low to high, relative ones around one', () => {
  for (const { low, high, relative } of floorRanges) {
    expect(low.value).toBeLessThan(high.value);
    if (relative) expect([low.value < 1, high.value > 1]).toEqual([true, true]);
  }
});
