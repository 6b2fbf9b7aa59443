/** What the models make of the cited figures, for each published figure they are held against. */
import {
  type AnchorId,
  type Assumption,
  b300Ownership,
  b300Serving,
  b300Software,
  blendScenarios,
  ceilingProjects,
  floorProjects,
  gb300AgainstH100,
  inferenceMargins,
  memoryLevers,
  opusListPrice,
  systemById,
  systemPriceOf,
} from '@bandgap/catalog';
import { blendedPrice } from '../blended-price/blended-price.ts';
import { capexPerGpu } from '../capex/capex.ts';
import { valueCeiling } from '../ceiling/ceiling.ts';
import { figureValues } from '../figure-values.ts';
import { citedProject } from '../floor/cited-project.ts';
import { floorPrice } from '../floor/floor.ts';
import { projectIrr } from '../irr/project-irr.ts';
import { memoryLever } from '../memory-lever/memory-lever.ts';
import { isoIrr } from '../one-chart/iso-irr.ts';
import { totalCostOfOwnership } from '../tco/tco.ts';
import { tokenCost } from '../token-cost/token-cost.ts';
import { tokenRatio } from '../token-ratio/token-ratio.ts';

export function anchorValues(): Readonly<Record<AnchorId, number>> {
  return { ...vrNvl72(), ...ownership(), ...tokens(), ...socamm() };
}

/** The figure of a role; the catalog is complete, so one that is missing is a mistake in it. */
function required(figures: readonly Assumption[] | undefined, role: string): number {
  const figure = figures?.find((each) => each.role === role);
  if (figure === undefined) throw new Error(`the catalog has no ${role} where an anchor needs it`);
  return figure.value;
}

const VR = 'vr-nvl72/contract_5y';
const GB300 = 'gb300-nvl72/contract_5y';
const floorFigures = (id: string) => floorProjects.find((project) => project.id === id)?.assumptions ?? [];

function vrNvl72() {
  const figures = floorFigures(VR);
  const { project, hurdleIrr } = citedProject(figureValues(figures));
  const pflops = required(figures, 'pflopsFp8Dense');
  const floor = floorPrice(project, hurdleIrr);
  const ceilingFigures = ceilingProjects.find(({ id }) => id === VR)?.assumptions;
  const ceiling = valueCeiling({
    refPricePerPflopHour: required(ceilingFigures, 'refPricePerPflopHour'),
    conservativePricePerPflopHour: required(ceilingFigures, 'conservativePricePerPflopHour'),
    targetPflops: required(ceilingFigures, 'targetPflops'),
    pricePerGpuHour: floor,
  });
  const systemPrice = systemPriceOf('vr-nvl72', '2026-05-01')?.value ?? 0;
  const dearer = { ...project, capexPerGpu: project.capexPerGpu + 0.4 * systemPrice };
  return {
    'vr-floor': floor,
    'vr-floor-per-pflop': floor / pflops,
    'vr-floor-drop': ceiling.dropVsReference ?? 0,
    'vr-parity': ceiling.parityPricePerGpuHour,
    'vr-conservative': ceiling.conservativePricePerGpuHour ?? 0,
    'vr-irr-at-8': projectIrr({ project: dearer, pricePerGpuHour: 8 }).irr ?? 0,
    'vr-floor-dearer': floorPrice(dearer, hurdleIrr),
    'vr-capex-per-watt': capexPerWattOf(VR),
    'gb300-capex-per-watt': capexPerWattOf(GB300),
  };
}

/** What comes out per watt when capex is built up from what goes in. */
function capexPerWattOf(id: string): number {
  const figures = floorFigures(id);
  const built = capexPerGpu({
    capexPerWatt: required(figures, 'capexPerWatt'),
    wattsPerGpu: (required(figures, 'rackKw') * 1000) / required(figures, 'gpusPerRack'),
    systemShare: 1,
    networkUplift: 0,
    systemPriceShock: 0,
  });
  return built.capexPerWatt ?? 0;
}

function ownership() {
  const perPflop = (system: 'gb300-nvl72' | 'vr-nvl72') => {
    const facts = systemById(system)?.facts;
    return required(facts, 'tcoPerGpuHour') / required(facts, 'pflopsFp8Dense');
  };
  const b300 = totalCostOfOwnership({
    itCapexPerGpu: required(b300Ownership, 'capexPerGpu'),
    wacc: required(b300Ownership, 'wacc'),
    itLifeYears: required(b300Ownership, 'itLifeYears'),
    dcCapexPerGpu: required(b300Ownership, 'dcCapexPerGpu'),
    dcLifeYears: required(b300Ownership, 'dcLifeYears'),
    opexPerGpuHour: required(b300Ownership, 'opexPerGpuHour'),
  });
  return {
    'gb300-tco-per-pflop': perPflop('gb300-nvl72'),
    'vr-tco-per-pflop': perPflop('vr-nvl72'),
    'b300-it-capital': b300.itCapitalPerGpuHour,
    'b300-datacenter-capital': b300.dcCapitalPerGpuHour,
    'b300-tco': b300.tcoPerGpuHour,
  };
}

function tokens() {
  const blend = blendScenarios.find(({ id }) => id === 'agentic-300')?.assumptions;
  const opus = blendedPrice(
    {
      inputPrice: required(opusListPrice, 'inputPrice'),
      outputPrice: required(opusListPrice, 'outputPrice'),
      cacheReadPrice: required(opusListPrice, 'cacheReadPrice'),
      cacheWriteShare: required(blend, 'cacheWriteShare'),
      inputOutputRatio: required(blend, 'inputOutputRatio'),
    },
    required(blend, 'cacheHitRate'),
  );
  const serving = {
    pricePerGpuHour: required(b300Serving, 'pricePerGpuHour'),
    tokensPerSecPerGpu: required(b300Serving, 'tokensPerSecPerGpu'),
    utilization: 1,
  };
  const software = required(b300Software, 'tokensPerSecAfter') / required(b300Software, 'tokensPerSecBefore');
  const tcoRatio = required(gb300AgainstH100, 'tcoRatio');
  const timesCheaper = (throughputRatio: number) =>
    tokenRatio({ throughputRatio, tcoRatio, priceRatio: 1 }).timesCheaper;
  const margins = tokenRatio({
    throughputRatio: 1,
    tcoRatio: 1,
    priceRatio: 1,
    marginBefore: required(inferenceMargins, 'marginBefore'),
    marginAfter: required(inferenceMargins, 'marginAfter'),
  });
  return {
    'b300-tokens': tokenCost(serving).costPerMTok * 1000,
    'opus-blended': opus.blendedPerMTok,
    'b300-software': tokenRatio({ throughputRatio: software, tcoRatio: 1, priceRatio: 1 }).timesCheaper,
    'gb300-fp8': timesCheaper(required(gb300AgainstH100, 'throughputRatioFp8')),
    'gb300-fp4': timesCheaper(required(gb300AgainstH100, 'throughputRatioFp4')),
    'margin-cost-ratio': margins.costRatioNeeded ?? 0,
  };
}

function socamm() {
  const figures = memoryLevers.find(({ system, asOf }) => system === 'vr-nvl72' && asOf === '2026-05-01')?.assumptions;
  const leverAt = (costPerGb: number) =>
    memoryLever({
      costPerGb,
      grossMargin: required(figures, 'grossMargin'),
      gbPerGpu: required(figures, 'gbPerGpu'),
      otherSystemPricePerGpu: 0,
    });
  const { project, hurdleIrr } = citedProject(figureValues(floorFigures(VR)));
  const { capexPerGpu: capex, ...terms } = project;
  const perDollar = leverAt(11).memoryPricePerGpu - leverAt(10).memoryPricePerGpu;
  return {
    'socamm-price': leverAt(required(figures, 'costPerGb')).pricePerGb,
    'socamm-at-8': leverAt(8).memoryPricePerGpu,
    'socamm-at-10': leverAt(10).memoryPricePerGpu,
    'socamm-at-13': leverAt(13).memoryPricePerGpu,
    'socamm-slope': isoIrr(terms, capex, hurdleIrr).beta * perDollar,
  };
}
