/** Channels whose receivers want no more messages. */
import type { Instant } from '@bandgap/core';
import type { Query } from '../open-db.ts';

export interface DisabledChannel {
  readonly name: string;
  /** Of the address that was told to stop; another one may be tried. */
  readonly fingerprint: string;
  readonly disabledAt: Instant;
  readonly reason: string;
}

export const disabledChannels = (query: Query): Promise<readonly DisabledChannel[]> =>
  query
    .selectFrom('disabled_channel')
    .select(['name', 'fingerprint', 'disabled_at as disabledAt', 'reason'])
    .orderBy('name')
    .execute();

export async function disableChannel(query: Query, channel: DisabledChannel): Promise<void> {
  const row = { fingerprint: channel.fingerprint, disabled_at: channel.disabledAt, reason: channel.reason };
  await query
    .insertInto('disabled_channel')
    .values({ name: channel.name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

export async function enableChannel(query: Query, name: string): Promise<void> {
  await query.deleteFrom('disabled_channel').where('name', '=', name).execute();
}
