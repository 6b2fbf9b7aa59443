/** The catalog of queues, and the one function that opens them on Redis or PostgreSQL. */
export { type Contract, contracts, type Payload, type QueueName } from './contracts.ts';
export { FinalError } from './final-error.ts';
export { type OpenQueuesOptions, openQueues } from './open-queues.ts';
export type { Attempt, QueueCounts, Queues, RingOptions, Work } from './queues.ts';
export type { OnError } from './store.ts';
