/** Which channels are left alone because their receiver asked for it. A channel with another address is another receiver. */
import { type DisabledChannel, disabledChannels, enableChannel, type Query } from '@bandgap/db';
import type { Channel } from './channel.ts';

/** Channels that are off, of those there are; one whose address changed is on again. */
export async function disabledOf(query: Query, channels: readonly Channel[]): Promise<readonly DisabledChannel[]> {
  const disabled: DisabledChannel[] = [];
  for (const row of await disabledChannels(query)) {
    const channel = channels.find(({ name }) => name === row.name);
    if (channel === undefined) continue;
    if (channel.fingerprint === row.fingerprint) disabled.push(row);
    else await enableChannel(query, row.name);
  }
  return disabled;
}

export const isDisabled = async (query: Query, channel: Channel): Promise<boolean> =>
  (await disabledOf(query, [channel])).length > 0;
