/** The models the pipeline evaluates: which version, how its question is put, whose data it waits for. One line each. */
import type { Source } from '@bandgap/sources';
import { askBlendedPrice } from './ask-blended-price.ts';
import { askMemoryUnitPrice } from './ask-memory-unit-price.ts';
import { askRentalFloor, askValueCeiling } from './ask-projects.ts';
import { askRentalIndex } from './ask-rental-index.ts';
import type { Asker } from './questions.ts';

export interface PipelineModel {
  readonly version: number;
  readonly ask: Asker;
  readonly waitsFor?: Source['commodity'];
}

export const pipelineModels: Readonly<Record<string, PipelineModel>> = {
  'rental-floor': { version: 1, ask: askRentalFloor },
  'value-ceiling': { version: 1, ask: askValueCeiling },
  'rental-index': { version: 1, ask: askRentalIndex, waitsFor: 'gpu_rental' },
  'blended-price': { version: 1, ask: askBlendedPrice, waitsFor: 'llm_api' },
  'memory-unit-price': { version: 1, ask: askMemoryUnitPrice, waitsFor: 'memory' },
};
