/** Discord, by webhook, with the picture in the message. */
import type { AlertMessage } from '../alert-message.ts';
import type { Channel } from '../channel.ts';
import { httpChannel, type Receiver } from '../http-channel.ts';
import { moodColours } from '../mood.ts';
import { encodedForm } from '../multipart.ts';
import { asMarkdown, fitted } from '../words.ts';

export const discord = (receiver: Receiver): Channel =>
  httpChannel({
    ...receiver,
    name: 'discord',
    request: async (message) => ({ method: 'POST', ...(await form(message)) }),
  });

function form(message: AlertMessage) {
  const { picture } = message;
  const parts = new FormData();
  parts.set('payload_json', JSON.stringify(payload(message)));
  if (picture !== undefined) parts.set('files[0]', new Blob([picture.png], { type: 'image/png' }), picture.name);
  return encodedForm(parts);
}

/** Limits: https://discord.com/developers/docs/resources/message#embed-object-embed-limits, 6000 characters in all. */
const payload = ({ title, summary, facts, links, mood, picture }: AlertMessage) => ({
  allowed_mentions: { parse: [] },
  embeds: [
    {
      title: fitted(title, 256, asMarkdown),
      description: [
        fitted(summary, 1500, asMarkdown),
        links.map(({ label, url }) => `[${fitted(label, 100, asMarkdown)}](${url})`).join(' · '),
      ].join('\n\n'),
      color: Number.parseInt(moodColours[mood].slice(1), 16),
      fields: facts.slice(0, 10).map(({ label, value }) => ({
        name: fitted(label, 80, asMarkdown),
        value: fitted(value, 200, asMarkdown),
      })),
      ...(picture === undefined ? {} : { image: { url: `attachment://${picture.name}` } }),
    },
  ],
  ...(picture === undefined
    ? {}
    : { attachments: [{ id: 0, filename: picture.name, description: fitted(picture.text, 1000) }] }),
});
