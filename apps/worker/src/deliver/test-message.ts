/** A message that tells nothing but that messages arrive, with a small chart. */
import { randomUUID } from 'node:crypto';
import { sparkline } from '@bandgap/charts';
import { addDays, canonicalJson, type Day, dayOf, type Instant } from '@bandgap/core';
import { pngOf } from '@bandgap/png';
import type { AlertMessage } from './alert-message.ts';

interface Testing {
  readonly channel: string;
  readonly now: Instant;
  readonly publicUrl: string;
}

export function testMessage({ channel, now, publicUrl }: Testing): AlertMessage {
  const id = `msg_test_${randomUUID().replaceAll('-', '')}`;
  const title = 'Bandgap can reach you here';
  const summary = `This is a test of the channel ${channel}: nothing crossed anything. Alerts will look like this.`;
  const links = [{ label: 'Dashboard', url: `${publicUrl}/` }];
  return {
    id,
    sentAt: new Date(now),
    mood: 'notice',
    title,
    summary,
    facts: [
      { label: 'Channel', value: channel },
      { label: 'Sent', value: now },
    ],
    links,
    picture: {
      name: 'chart.png',
      png: new Uint8Array(pngOf(drawing(dayOf(now)))),
      text: 'A line that rises and falls',
    },
    event: canonicalJson({
      specversion: '1.0',
      id,
      source: '/bandgap/alerts',
      type: 'bandgap.alert.test',
      time: now,
      subject: channel,
      datacontenttype: 'application/json',
      data: { title, summary, links },
    }),
  };
}

/** Two weeks of a wave; no price of anything. */
const drawing = (today: Day): string =>
  sparkline({
    title: 'A test',
    points: Array.from({ length: 14 }, (_, index) => ({
      day: addDays(today, index - 13),
      value: 2 + Math.sin(index / 2),
    })),
  });
