/** Reads stored bytes into observations, evaluates models, judges alerts, delivers messages. */
export type { Channel, Message, Sent } from './deliver/channel.ts';
export { webhook } from './deliver/webhook.ts';
export type { Log, WorkerDeps } from './deps.ts';
export { type DocumentReader, openDocumentReader } from './read/document-reader.ts';
export { startWorker, type Worker } from './start-worker.ts';
export type { Owed } from './sweep.ts';
