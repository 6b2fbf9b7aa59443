/** The economics engine: one folder per model, pure functions over plain numbers. */
export { type AnchorResult, anchorCheck } from './anchors/anchor-check.ts';
export * from './blended-price/blended-price.ts';
export { type BlendScenario, blendedPriceRun } from './blended-price/blended-price-run.ts';
export * from './blended-price/hit-rate.ts';
export * from './capex/capex.ts';
export {
  type CashFloor,
  type CashFloorQuestion,
  cashFloor,
  cashFloorPrice,
  type MarketVerdict,
} from './cash-floor/cash-floor.ts';
export { type CitedCashFloor, cashFloorRun } from './cash-floor/cash-floor-run.ts';
export { type CashFlows, cashFlows } from './cash-flows/cash-flows.ts';
export * from './ceiling/ceiling.ts';
export { valueCeilingRun } from './ceiling/value-ceiling-run.ts';
export { type Basis, basis, inWords, type TermRatio, tenorInWords, termRatio } from './comparison/basis.ts';
export { type ComparablePrice, type Comparison, comparePrices, type TermFactor } from './comparison/compare-prices.ts';
export {
  levelsAt,
  type MarketLevel,
  type MarketTerms,
  type QuotedPrice,
  type Seller,
  tenorsInOrder,
  termStructure,
} from './comparison/term-structure.ts';
export * from './confirmed-price/confirmed-price.ts';
export { type ConfirmedPrices, confirmedPriceRun } from './confirmed-price/confirmed-price-run.ts';
export { figureValues } from './figure-values.ts';
export { type CitedProject, type CitedValues, citedProject } from './floor/cited-project.ts';
export { floorPrice } from './floor/floor.ts';
export * from './floor/floor-against-market.ts';
export { type RentalFloor, rentalFloorRun } from './floor/rental-floor-run.ts';
export { knownSystem, systemProject } from './floor/system-project.ts';
export { type ImpliedCost, impliedCost } from './implied/implied.ts';
export { type Irr, type IrrStatus, irr } from './irr/irr.ts';
export { projectIrr } from './irr/project-irr.ts';
export * from './memory-lever/memory-lever.ts';
export { type MemoryPassThrough, memoryPassThrough } from './memory-pass-through/memory-pass-through.ts';
export { memoryPassThroughRun } from './memory-pass-through/memory-pass-through-run.ts';
export { usdPerGb } from './memory-unit-price/memory-unit-price.ts';
export { memoryUnitPriceRun } from './memory-unit-price/memory-unit-price-run.ts';
export { ModelError, type ModelErrorCode, modelErrorCodes } from './model-error.ts';
export { npv, periodicRate } from './npv/npv.ts';
export { type PricedProject, projectNpv } from './npv/project-npv.ts';
export { type IrrGrid, type IrrGridQuestion, irrGrid, irrStatuses } from './one-chart/irr-grid.ts';
export { type IsoIrr, isoIrr, priceOn } from './one-chart/iso-irr.ts';
export { type CeilingOnChart, type ChartQuestion, type OneChart, oneChart } from './one-chart/one-chart.ts';
export { operationDefaults } from './operations/defaults.ts';
export {
  evaluateOperation,
  type OperationAnswer,
  type OperationRefusal,
  type OperationResult,
} from './operations/evaluate-operation.ts';
export type { Operation } from './operations/operation.ts';
export { operations } from './operations/registry.ts';
export { type Opex, type OpexQuestion, opexPerGpuHour } from './opex/opex.ts';
export { parseInput } from './parse-input.ts';
export {
  type Project,
  type ProjectInput,
  type ProjectTerms,
  projectSchema,
  projectTermsSchema,
} from './project.ts';
export { projectDefaults } from './project-fields.ts';
export { runModel, runModels } from './registry.ts';
export { centralThirdMean, type WeightedPrice } from './rental-index/central-third-mean.ts';
export { type Confidence, FEWEST_OWNERS } from './rental-index/confidence.ts';
export { type Band, indexLevel, leaveOneOutBand } from './rental-index/index-level.ts';
export { type Exclusion, judgeListing, type Listing } from './rental-index/listing.ts';
export type { Constituent } from './rental-index/owner-listings.ts';
export { type PreviousFixing, type RentalIndex, rentalIndex } from './rental-index/rental-index.ts';
export { rentalIndexRun } from './rental-index/rental-index-run.ts';
export type { RunModel } from './run-model.ts';
export { citedSimulation, floorSimulationRun } from './simulation/floor-simulation-run.ts';
export { type FloorSimulation, type RankedInput, type Spread, simulateFloor } from './simulation/simulate-floor.ts';
export {
  type DrawnInput,
  type DrawnParam,
  type SimulationQuestion,
  simulationSchema,
} from './simulation/simulation-question.ts';
export { type Tco, type TcoQuestion, totalCostOfOwnership } from './tco/tco.ts';
export { type TokenCeiling, type TokenCeilingQuestion, tokenCeiling } from './token-ceiling/token-ceiling.ts';
export { type TokenCost, type TokenCostQuestion, tokenCost } from './token-cost/token-cost.ts';
export { type TokenRatio, type TokenRatioQuestion, tokenRatio } from './token-ratio/token-ratio.ts';
export { type Tornado, type TornadoQuestion, type TornadoRow, tornado } from './tornado/tornado.ts';
export { type TrendCeiling, type TrendQuestion, trendCeiling } from './trend-ceiling/trend-ceiling.ts';
export { type Parts, type SplitQuestion, type ValueSplit, valueSplit } from './value-split/value-split.ts';
