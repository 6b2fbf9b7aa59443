/** A chart as PNG, without a browser. */
export * from './png-of.ts';
