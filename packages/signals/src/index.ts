/** What headlines say about memory prices, as records. The text is the only thing read; nothing is guessed. */
export * from './read-signals.ts';
export * from './signal.ts';
