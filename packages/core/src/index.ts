/** The nouns every package shares. Nothing here does I/O or depends on another package. */
export * from './artifact.ts';
export * from './canonical-json.ts';
export * from './decimal.ts';
export * from './errors.ts';
export * from './fixing.ts';
export * from './median.ts';
export * from './row.ts';
export * from './run.ts';
export * from './series.ts';
export * from './time.ts';
export * from './unit.ts';
