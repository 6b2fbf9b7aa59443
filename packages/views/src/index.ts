/** What the database says, in the words of people. Pages, messages, the command line and agents read the same. */
export * from './chart-inputs.ts';
export * from './database-readers.ts';
export * from './index-reader.ts';
export * from './one-chart-figures.ts';
export * from './readers.ts';
export * from './run-outputs.ts';
export * from './source-reader.ts';
