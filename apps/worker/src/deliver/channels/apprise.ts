/** Apprise, by its API server, which knows some hundred other services: https://github.com/caronc/apprise-api. */
import type { AlertMessage, Mood } from '../alert-message.ts';
import type { Channel } from '../channel.ts';
import { httpChannel, type Receiver } from '../http-channel.ts';
import { encodedForm } from '../multipart.ts';
import { fitted } from '../words.ts';

/** It answers 204 where nothing is configured behind the key it was asked with. */
export const apprise = (receiver: Receiver): Channel =>
  httpChannel({
    ...receiver,
    name: 'apprise',
    request: async (message) => ({ method: 'POST', ...(await form(message)) }),
    failures: [204],
  });

const types: Readonly<Record<Mood, string>> = { alarm: 'warning', relief: 'success', notice: 'info' };

function form({ title, summary, facts, links, mood, picture }: AlertMessage) {
  const parts = new FormData();
  parts.set('title', fitted(title, 250));
  parts.set('body', [summary, '', ...facts.map(factLine), '', ...links.map(linkLine)].join('\n'));
  parts.set('type', types[mood]);
  parts.set('format', 'text');
  if (picture !== undefined) parts.set('attachment', new Blob([picture.png], { type: 'image/png' }), picture.name);
  return encodedForm(parts);
}

const factLine = ({ label, value }: AlertMessage['facts'][number]) => `${label}: ${value}`;
const linkLine = ({ label, url }: AlertMessage['links'][number]) => `${label}: ${url}`;
