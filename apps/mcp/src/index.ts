/** Prices, floors, ceilings and receipts as tools for agents. */
export { createMcpServer } from './create-server.ts';
export type { McpDeps } from './deps.ts';
export { type ServedOverHttp, serveHttp } from './serve-http.ts';
export { type ServedOverStdio, serveStdio } from './serve-stdio.ts';
