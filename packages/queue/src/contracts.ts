/** Every queue, in the order prices flow. A job is a hint that names rows by id: losing one, or getting it twice, changes nothing. */
import { z } from 'zod';

export type QueueName = 'fetch' | 'normalize' | 'evaluate' | 'deliver';

export interface Contract<P> {
  readonly name: QueueName;
  /** Strings and numbers only: a payload travels as JSON. */
  readonly payload: z.ZodType<P>;
  /** Payloads with one key are one job for as long as the queue remembers it. */
  key(payload: P): string;
  /** How often a job is tried before it counts as failed. */
  readonly attempts: number;
  /** The wait after the first failure. It doubles with each further one; up to half of it is left to chance. */
  readonly backoffMs: number;
}

export type Payload<C> = C extends Contract<infer P> ? P : never;

const contract = <P>(c: Contract<P>): Contract<P> => c;

/** Keys are made of ids: neither backend takes ':' in a job id, nor digits alone. */
const Id = z.string().regex(/^[\w.-]+$/);

export const contracts = {
  /** A source is due: fetch it. `slot` is the instant it was due at. */
  fetch: contract({
    name: 'fetch',
    payload: z.strictObject({ sourceId: Id, slot: z.iso.datetime() }),
    key: ({ sourceId, slot }) => `fetch.${sourceId}.${slot.replaceAll(':', '')}`,
    attempts: 3,
    backoffMs: 2000,
  }),
  /** A document was stored: read it. */
  normalize: contract({
    name: 'normalize',
    payload: z.strictObject({ sourceId: Id, slot: z.iso.datetime() }),
    key: ({ sourceId, slot }) => `normalize.${sourceId}.${slot.replaceAll(':', '')}`,
    attempts: 3,
    backoffMs: 1000,
  }),
  /** Observations changed: evaluate the models. */
  evaluate: contract({
    name: 'evaluate',
    payload: z.strictObject({ cause: Id }),
    key: ({ cause }) => `evaluate.${cause}`,
    attempts: 3,
    backoffMs: 1000,
  }),
  /** An alert changed: tell one channel. When a delivery is tried again is written with the delivery, not here. */
  deliver: contract({
    name: 'deliver',
    payload: z.strictObject({ deliveryId: Id }),
    key: ({ deliveryId }) => `deliver.${deliveryId}`,
    attempts: 3,
    backoffMs: 1000,
  }),
} as const;
