/** Every figure says where it is from, every set is whole, and the sets give the published floors. */
import { describe, expect, it } from 'vitest';
import { type Assumption, bases } from './assumption.ts';
import { assumption, assumptions } from './assumptions.ts';
import { blendScenarios } from './blend-scenarios.ts';
import { ceilingProjects } from './ceiling-projects.ts';
import { floorProjects } from './floor-projects.ts';
import { floorSets } from './floor-sets.ts';

const running = ['coloPerKwMonth', 'pue', 'powerUtilization', 'electricityPerKwh', 'otherPctCapexPerYear'];
const paying = ['termYears', 'periodsPerYear', 'prepayFraction', 'utilization', 'hurdleIrr'];
const byTheRack = ['capexPerWatt', 'rackKw', 'gpusPerRack', 'pflopsFp8Dense', ...running, ...paying];
const byTheGpu = ['capexPerGpu', 'itKwPerGpu', 'pflopsFp8Dense', ...running, ...paying];

interface RoledSet {
  readonly id: string;
  readonly roles: readonly string[];
  readonly assumptions: readonly Assumption[];
}

/** A project either multiplies its rack out or says everything per GPU; a rack bought whole does a little of both. */
const rolesOf = ({ assumptions: given }: Pick<RoledSet, 'assumptions'>): readonly string[] => {
  const perWatt = given.some(({ role }) => role === 'capexPerWatt');
  const byRack = given.some(({ role }) => role === 'rackKw');
  if (perWatt) return byTheRack;
  return byRack ? byTheRack.map((role) => (role === 'capexPerWatt' ? 'capexPerGpu' : role)) : byTheGpu;
};

/** Most workloads write nothing to cache for an hour. */
const hourly = ({ assumptions: given }: Pick<RoledSet, 'assumptions'>): readonly string[] =>
  given.flatMap(({ role }) => (role === 'cacheWrite1hShare' ? [role] : []));

const sets: readonly RoledSet[] = [
  ...floorSets.flatMap(({ projects }) => projects.map((project) => ({ ...project, roles: rolesOf(project) }))),
  ...ceilingProjects.map((project) => ({
    ...project,
    roles: ['refPricePerPflopHour', 'conservativePricePerPflopHour', 'targetPflops'],
  })),
  ...blendScenarios.map((scenario) => ({
    ...scenario,
    roles: ['inputOutputRatio', 'cacheHitRate', 'cacheWriteShare', ...hourly(scenario)],
  })),
];

const faultsOfFigure = ({ id, role, source, unit, basis, value, asOf }: Assumption): readonly string[] => [
  ...(source.trim() === '' ? [`${id} has no source`] : []),
  ...(unit.trim() === '' ? [`${id} has no unit`] : []),
  ...(bases.includes(basis) ? [] : [`${id} has the unknown basis ${basis}`]),
  ...(Number.isFinite(value) ? [] : [`${id} is ${value}`]),
  ...(/^\d{4}-\d{2}-\d{2}$/.test(asOf) ? [] : [`${id} has no date`]),
  ...(new RegExp(`^\\d{4}-\\d{2}-\\d{2}/[a-z0-9_-]+/${role}$`).test(id) ? [] : [`${id} does not name its role`]),
];

/** Sets share figures, so the same figure twice is fine and the same id on two figures is not. */
function faultsOf(all: readonly RoledSet[]): readonly string[] {
  const figures = [...new Set(all.flatMap((set) => set.assumptions))];
  return [
    ...figures.flatMap(faultsOfFigure),
    ...figures
      .filter(({ id }, index) => figures.findIndex((other) => other.id === id) !== index)
      .map(({ id }) => `${id} is used for two figures`),
    ...all.flatMap(({ id, roles, assumptions: given }) => [
      ...roles.filter((role) => !given.some((figure) => figure.role === role)).map((role) => `${id} lacks ${role}`),
      ...given.filter(({ role }) => !roles.includes(role)).map(({ role }) => `${id} has no use for ${role}`),
    ]),
  ];
}

const figureOf = (figures: readonly Assumption[], role: string): number => {
  const figure = figures.find((candidate) => candidate.role === role);
  if (figure === undefined) throw new Error(`expected an assumption of role ${role}`);
  return figure.value;
};

/** Price per GPU-hour at which yearly cash flows in arrears, prepayment credited evenly, are worth nothing at the hurdle. */
function floorOf(id: string): number {
  const figures = floorProjects.find((project) => project.id === id)?.assumptions ?? [];
  const value = (role: string) => figureOf(figures, role);
  const byRack = figures.some(({ role }) => role === 'rackKw');
  const kw = byRack ? value('rackKw') / value('gpusPerRack') : value('itKwPerGpu');
  const capex = byRack ? value('capexPerWatt') * kw * 1000 : value('capexPerGpu');
  const opex =
    (kw * value('coloPerKwMonth') * 12) / 8760 +
    kw * value('pue') * value('powerUtilization') * value('electricityPerKwh') +
    (capex * value('otherPctCapexPerYear')) / 8760;
  const years = Array.from({ length: value('termYears') }, (_, index) => index + 1);
  const annuity = years.reduce((sum, year) => sum + (1 + value('hurdleIrr')) ** -year, 0);
  const prepaid = value('prepayFraction');
  const billed = 8760 * value('utilization') * (prepaid * years.length + (1 - prepaid) * annuity);
  return (capex + opex * 8760 * annuity) / billed;
}

describe('assumptions', () => {
  it('are cited, dated, named once and complete', () => {
    expect(faultsOf(sets)).toEqual([]);
  });

  it('have a source, a unit and a date, every one in the catalog', () => {
    expect(assumptions.length).toBeGreaterThan(100);
    expect(assumptions.flatMap(faultsOfFigure)).toEqual([]);
  });

  it('are found out when they are not', () => {
    const [project] = sets;
    const [figure] = project?.assumptions ?? [];
    if (project === undefined || figure === undefined) throw new Error('expected a project with assumptions');
    const faultsWith = (change: Partial<Assumption>) =>
      faultsOf([{ ...project, assumptions: [{ ...figure, ...change }, ...project.assumptions.slice(1)] }]);

    expect(faultsWith({ source: ' ' })).toEqual([`${figure.id} has no source`]);
    expect(faultsWith({ unit: '' })).toEqual([`${figure.id} has no unit`]);
    expect(faultsWith({ basis: 'guessed' as 'sourced' })).toEqual([`${figure.id} has the unknown basis guessed`]);
    expect(faultsWith({ value: Number.NaN })).toEqual([`${figure.id} is NaN`]);
    expect(faultsWith({ asOf: 'May' })).toEqual([`${figure.id} has no date`]);
    expect(faultsWith({ id: 'capex' })).toEqual(['capex does not name its role']);
    expect(faultsOf([{ ...project, assumptions: project.assumptions.slice(1) }])).toEqual([
      `${project.id} lacks ${figure.role}`,
    ]);
    expect(faultsOf([project, { ...project, assumptions: [{ ...figure }, ...project.assumptions.slice(1)] }])).toEqual([
      `${figure.id} is used for two figures`,
    ]);
  });

  it('are found by id', () => {
    expect(assumption('2026-05-01/vr-nvl72/capexPerWatt')).toMatchObject({ value: 38.1, basis: 'sourced' });
    expect(assumption('2026-05-01/vr-nvl72/residual')).toBeUndefined();
    expect(new Set(assumptions.map(({ id }) => id)).size).toBe(assumptions.length);
  });
});

describe('floor projects', () => {
  it.each([
    ['vr-nvl72/contract_5y', 4.92],
    ['gb300-nvl72/contract_5y', 3.127],
    ['h100-sxm/on_demand', 1.876],
  ])('%s comes to %d USD per GPU-hour', (id, floor) => {
    expect(floorOf(id)).toBeCloseTo(floor, 3);
  });

  it('sell the H100 without prepayment and call the result a lower bound', () => {
    const h100 = floorProjects.find(({ id }) => id === 'h100-sxm/on_demand');
    expect(h100?.label).toContain('lower bound');
    expect(figureOf(h100?.assumptions ?? [], 'prepayFraction')).toBe(0);
    expect(figureOf(h100?.assumptions ?? [], 'capexPerGpu')).toBe(39_750);
    expect(figureOf(h100?.assumptions ?? [], 'itKwPerGpu')).toBeCloseTo(1.2815, 4);
  });
});

describe('the published figures beside the floor', () => {
  it('are the value parity of 12.25 and the conservative ceiling of 9.625 USD per GPU-hour', () => {
    const figures = ceilingProjects[0]?.assumptions ?? [];
    const pflops = figureOf(figures, 'targetPflops');
    expect(pflops * figureOf(figures, 'refPricePerPflopHour')).toBeCloseTo(12.25, 12);
    expect(pflops * figureOf(figures, 'conservativePricePerPflopHour')).toBeCloseTo(9.625, 12);
  });

  it('are the blend of 0.99 USD per million tokens for Opus 4.7 at 5, 0.50 and 25', () => {
    const figures = blendScenarios[0]?.assumptions ?? [];
    const ratio = figureOf(figures, 'inputOutputRatio');
    const hits = figureOf(figures, 'cacheHitRate');
    expect((ratio * (hits * 0.5 + (1 - hits) * 5) + 25) / (ratio + 1)).toBeCloseTo(0.99, 4);
  });
});
