/** Mattermost, by incoming webhook. Such a webhook takes no files, so the picture is a link. */
import type { AlertMessage } from '../alert-message.ts';
import type { Channel } from '../channel.ts';
import { httpChannel, jsonRequest, type Receiver } from '../http-channel.ts';
import { moodColours } from '../mood.ts';
import { asMarkdown, fitted } from '../words.ts';

export const mattermost = (receiver: Receiver): Channel =>
  httpChannel({ ...receiver, name: 'mattermost', request: (message) => jsonRequest(payload(message)) });

/** A post holds 16,383 characters: https://docs.mattermost.com/developers/integrate/reference/message-attachments. */
const payload = ({ title, summary, facts, links, mood }: AlertMessage) => ({
  attachments: [
    {
      fallback: fitted(summary, 1000),
      color: moodColours[mood],
      title: fitted(title, 250, asMarkdown),
      text: [
        fitted(summary, 2000, asMarkdown),
        links.map(({ label, url }) => `[${fitted(label, 100, asMarkdown)}](${url})`).join(' · '),
      ].join('\n\n'),
      fields: facts.slice(0, 20).map(({ label, value }) => ({
        short: false,
        title: fitted(label, 100, asMarkdown),
        value: fitted(value, 500, asMarkdown),
      })),
    },
  ],
});
