/** `bandgap alerts test <channel>`: sends a test message now, and says how it went. */
import { systemClock, UsageError } from '@bandgap/core';
import { enableChannel, undelivered } from '@bandgap/db';
import { type Channel, disabledOf, testMessage } from '@bandgap/worker';
import type { Command } from 'commander';
import { channelSettings, openChannels, publicUrl } from '../channels.ts';
import { type Opening, openDatabase } from '../open-system.ts';
import { columns, say } from '../print.ts';
import { runCommand } from '../run-command.ts';

export function registerAlertsTest(parent: Command): void {
  parent
    .command('test')
    .argument('[channel]', 'a channel that is set up; all are listed where none is named')
    .description('send a test message to a channel now; one that was turned off by its receiver is turned on again')
    .action((name: string | undefined) =>
      runCommand(async (opening) => {
        const channels = openChannels(opening);
        if (name === undefined) return say(await channelList(opening, channels));
        const channel = channels.find((known) => known.name === name);
        if (channel === undefined) throw new UsageError(unknownChannel(name, channels));
        await sendTest(opening, channel);
      }),
    );
}

async function sendTest(opening: Opening, channel: Channel): Promise<void> {
  const now = systemClock();
  const message = testMessage({ channel: channel.name, now, publicUrl: publicUrl(opening.settings) });
  const started = performance.now();
  const sent = await channel.send(message);
  const took = `${Math.round(performance.now() - started)} ms`;
  if (sent.kind === 'delivered') {
    const { db } = await openDatabase(opening);
    const wasDisabled = (await disabledOf(db.query, [channel])).length > 0;
    if (wasDisabled) await enableChannel(db.query, channel.name);
    return say(
      `delivered: ${channel.name} took the message in ${took}, id ${message.id}${wasDisabled ? '; the channel is on again' : ''}`,
    );
  }
  const wait = sent.kind === 'failed' && sent.retryAfterSeconds ? `; it asks to wait ${sent.retryAfterSeconds} s` : '';
  say(`not delivered: ${sent.reason}, after ${took}${wait}${advice(sent.reason)}`);
  process.exitCode = 1;
}

/** What a status usually means where somebody has just set a channel up. */
function advice(reason: string): string {
  const hints: readonly (readonly [RegExp, string])[] = [
    [/ 40[13]$/, 'the receiver knows neither the address nor the token: was one of them replaced?'],
    [/ 404$/, 'there is no receiver at this address: is it copied whole?'],
    [/ 410$/, 'the receiver is gone for good: make a new one and set its address'],
    [/ 429$/, 'the receiver has had enough for now: try again later'],
    [/ 5\d\d$/, 'the receiver has a problem of its own: try again later'],
    [/ 204$/, 'Apprise has no services behind this key: add some there'],
    [/redirect/, 'set the address it redirects to'],
  ];
  const hint = hints.find(([pattern]) => pattern.test(reason))?.[1];
  return hint === undefined ? '' : `\n${hint}`;
}

function unknownChannel(name: string, channels: readonly Channel[]): string {
  const [, known] = Object.entries(channelSettings).find(([id]) => id === name) ?? [];
  if (known !== undefined) return `${name} is not set up: set ${known.join(' and ')}, see docs/channels.md`;
  const setUp = channels.length === 0 ? 'none is set up' : `set up: ${channels.map((each) => each.name).join(', ')}`;
  return `there is no channel ${JSON.stringify(name)}; ${setUp}. Each is turned on by its settings:\n${settingLines(channels)}`;
}

const settingLines = (channels: readonly Channel[]): string =>
  columns(
    Object.entries(channelSettings)
      .filter(([name]) => !channels.some((channel) => channel.name === name))
      .map(([name, settings]) => [`  ${name}`, settings.join(' ')]),
  );

async function channelList(opening: Opening, channels: readonly Channel[]): Promise<string> {
  const { db } = await openDatabase(opening);
  const disabled = await disabledOf(db.query, channels);
  const missing = await undelivered(db.query, 1000);
  const on = channels.map(({ name }) => {
    const off = disabled.find((row) => row.name === name);
    const own = missing.filter(({ channel }) => channel === name);
    const givenUp = own.filter(({ givenUpAt }) => givenUpAt !== null);
    const last = own.find(({ message }) => message !== null)?.message;
    return [
      `  ${name}`,
      off === undefined ? 'on' : `off since ${off.disabledAt}: ${off.reason}`,
      `${own.length - givenUp.length} waiting, ${givenUp.length} given up${last ? `; last: ${last}` : ''}`,
    ];
  });
  return [
    on.length === 0 ? 'no channel is set up' : columns(on),
    'not set up:',
    settingLines(channels),
    'docs/channels.md says how to set each up',
  ].join('\n');
}
