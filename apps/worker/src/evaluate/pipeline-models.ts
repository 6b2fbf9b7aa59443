/** The models the pipeline evaluates: which version, how its question is put, whose data it waits for. One line each. */
import type { Due } from '@bandgap/db';
import type { Source } from '@bandgap/sources';
import { askBlendedPrice, blendsAfter } from './ask-blended-price.ts';
import { askConfirmedPrice } from './ask-confirmed-price.ts';
import { askMemoryUnitPrice } from './ask-memory-unit-price.ts';
import { askPassThrough } from './ask-pass-through.ts';
import { askRentalFloor, askValueCeiling } from './ask-projects.ts';
import { askRentalIndex } from './ask-rental-index.ts';
import type { Asker } from './questions.ts';

export interface PipelineModel {
  readonly version: number;
  readonly ask: Asker;
  readonly waitsFor?: Source['commodity'];
  /** What else is to be evaluated once it has answered. */
  readonly owes?: (answered: Due) => readonly Due[];
}

export const pipelineModels: Readonly<Record<string, PipelineModel>> = {
  'rental-floor': { version: 1, ask: askRentalFloor },
  'cash-floor': { version: 1, ask: askRentalFloor },
  'value-ceiling': { version: 1, ask: askValueCeiling },
  'rental-index': { version: 1, ask: askRentalIndex, waitsFor: 'gpu_rental' },
  'confirmed-price': { version: 1, ask: askConfirmedPrice, waitsFor: 'llm_api', owes: blendsAfter },
  'blended-price': { version: 1, ask: askBlendedPrice, waitsFor: 'llm_api' },
  'memory-pass-through': { version: 1, ask: askPassThrough, waitsFor: 'memory' },
  'memory-unit-price': { version: 1, ask: askMemoryUnitPrice, waitsFor: 'memory' },
};
