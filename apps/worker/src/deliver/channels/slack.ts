/** Slack, by incoming webhook. Such a webhook takes no files, so the picture is a link. */
import type { AlertMessage } from '../alert-message.ts';
import type { Channel } from '../channel.ts';
import { httpChannel, jsonRequest, type Receiver } from '../http-channel.ts';
import { asHtml, fitted } from '../words.ts';

export const slack = (receiver: Receiver): Channel =>
  httpChannel({ ...receiver, name: 'slack', request: (message) => jsonRequest(payload(message)) });

/** Limits: https://docs.slack.dev/reference/block-kit/blocks. Plain text is shown as it is, without links or names in it. */
const payload = ({ title, summary, facts, links }: AlertMessage) => ({
  text: fitted(summary, 3000, asHtml),
  unfurl_links: false,
  blocks: [
    { type: 'header', text: plain(title, 150) },
    { type: 'section', text: plain(summary, 3000) },
    ...facts.slice(0, 40).map(({ label, value }) => ({
      type: 'section',
      fields: [plain(label, 2000), plain(value, 2000)],
    })),
    {
      type: 'context',
      elements: links.slice(0, 10).map(({ label, url }) => ({
        type: 'mrkdwn',
        text: `<${url}|${fitted(label, 200, asHtml)}>`,
      })),
    },
  ],
});

const plain = (text: string, limit: number) => ({ type: 'plain_text', text: fitted(text, limit), emoji: false });
