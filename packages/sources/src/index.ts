/** Where prices come from: each source is a description, the requests it wants made, and a pure reading of the answer. */
export * from './define-source.ts';
export * from './judge.ts';
export * from './read-document.ts';
export * from './registry.ts';
