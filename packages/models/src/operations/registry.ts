/** Every operation by name. A new one is a line here. */
import { ceiling, ceilingToken, ceilingTrend } from './ceiling-operations.ts';
import { chartOne, sensitivityTornado, simulateFloorOperation, valueSplitOperation } from './chart-operations.ts';
import { capexBuild, memorySocamm, opexBuild, tcoOperation } from './cost-operations.ts';
import type { Operation } from './operation.ts';
import {
  projectCashFloor,
  projectCashflows,
  projectFloor,
  projectImplied,
  projectIrrOperation,
  projectNpvOperation,
} from './project-operations.ts';
import { tokenBlended, tokenCostOperation, tokenHitRate, tokenRatioOperation } from './token-operations.ts';

export const operations: readonly Operation[] = [
  projectCashflows,
  projectNpvOperation,
  projectIrrOperation,
  projectFloor,
  projectCashFloor,
  projectImplied,
  capexBuild,
  opexBuild,
  tcoOperation,
  ceiling,
  ceilingTrend,
  ceilingToken,
  tokenCostOperation,
  tokenRatioOperation,
  tokenBlended,
  tokenHitRate,
  memorySocamm,
  chartOne,
  valueSplitOperation,
  sensitivityTornado,
  simulateFloorOperation,
];
