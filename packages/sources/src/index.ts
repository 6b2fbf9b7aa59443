/** Where prices come from: each source is a description, the requests it wants made, and a pure reading of the answer. */
export * from './define-source.ts';
export { feedDate } from './feed/feed-date.ts';
export { type ParsedFeed, parseFeed } from './feed/parse-feed.ts';
export { withoutBodies } from './feed/without-bodies.ts';
export * from './gate/judge.ts';
export { listChanges } from './gate/listed-prices.ts';
export * from './read-document.ts';
export * from './registry.ts';
export { boardDay } from './rows/board-time.ts';
export { isUnmapped } from './rows/direct-sellers.ts';
export { givesNotices, type TokenNotice, tokenNotices } from './rows/token-notices.ts';
