/** The messages that should be sent now: those that are due, to channels that are there and on. */
import type { Instant } from '@bandgap/core';
import { openDeliveries, type Query } from '@bandgap/db';
import type { Channel } from './channel.ts';
import { disabledOf } from './disabled.ts';

interface Here {
  readonly channels: readonly Channel[];
  readonly now: Instant;
}

export async function owedMessages(query: Query, { channels, now }: Here): Promise<readonly string[]> {
  const off = await disabledOf(query, channels);
  const isOn = (channel: string) =>
    channels.some(({ name }) => name === channel) && !off.some(({ name }) => name === channel);
  return (await openDeliveries(query, now)).filter(({ channel }) => isOn(channel)).map(({ id }) => id);
}
