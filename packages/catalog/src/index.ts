/** What exists in the world, as cited data: systems, GPUs, providers, language models, memory parts, assumptions. */
export type { Assumption, Basis } from './assumption.ts';
export * from './assumptions.ts';
export * from './blend-scenarios.ts';
export * from './ceiling-projects.ts';
export * from './floor-projects.ts';
export * from './floor-rules.ts';
export * from './gpu-from-name.ts';
export { type Gpu, type GpuId, gpus } from './gpus.ts';
export * from './index-definitions.ts';
export * from './memory-parts.ts';
export { type MemoryReferencePoint, memoryReference, memoryReferenceReleasedAt } from './memory-reference.ts';
export * from './providers.ts';
export { type RentalReferencePoint, rentalReference, rentalReferenceReleasedAt } from './rental-reference.ts';
export * from './systems.ts';
export * from './token-model-of.ts';
