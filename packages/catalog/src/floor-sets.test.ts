/** Sets of figures by date: the published one untouched, the later one with its gaps said. */
import { describe, expect, it } from 'vitest';
import { floorProjects } from './floor-projects.ts';
import { floorSet, floorSets, publishedSet } from './floor-sets.ts';

describe('the set of 2026-05-01', () => {
  it('is what the pipeline evaluates, figure by figure', () => {
    expect(publishedSet).toBe('2026-05-01');
    expect(floorSet(publishedSet)?.projects).toBe(floorProjects);
    const figures = floorProjects.flatMap(({ assumptions }) => assumptions);
    expect(figures.every(({ id }) => id.startsWith('2026-05-01/'))).toBe(true);
  });
});

describe('the set of 2026-07-23', () => {
  const set = floorSet('2026-07-23');

  it('takes the printed price of the rack and what stands around it', () => {
    const rack = set?.projects.find(({ system }) => system === 'vr-nvl72');
    const capex = rack?.assumptions.find(({ role }) => role === 'capexPerGpu');
    expect(capex?.value).toBeCloseTo(108_377.06 + 23_880.34, 2);
    expect(rack?.assumptions.some(({ role }) => role === 'capexPerWatt')).toBe(false);
  });

  it('says for every floor what is missing or old about it', () => {
    const systems = set?.projects.map(({ system }) => system);
    expect(new Set(set?.gaps.map(({ system }) => system))).toEqual(new Set(systems));
  });

  it('says that nothing is printed about a rack with half the memory', () => {
    expect(set?.gaps.map(({ gap }) => gap).join()).toMatch(/half the SOCAMM .* no price is printed/);
  });
});

it('sets are in the order of their dates, and a project is in a set once', () => {
  const dates = floorSets.map(({ asOf }) => asOf);
  expect(dates).toEqual([...dates].sort());
  for (const { asOf, projects } of floorSets) {
    expect(new Set(projects.map(({ id }) => id)).size).toBe(projects.length);
    expect(projects.every((project) => project.asOf === asOf)).toBe(true);
  }
});
