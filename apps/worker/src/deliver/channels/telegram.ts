/** Telegram, by bot, with the picture and its caption as one message. */
import type { Outbound } from '@bandgap/outbound';
import type { AlertMessage } from '../alert-message.ts';
import type { Channel } from '../channel.ts';
import { httpChannel } from '../http-channel.ts';
import { encodedForm } from '../multipart.ts';
import { asHtml, fitted } from '../words.ts';

export interface TelegramReceiver {
  readonly token: string;
  /** Number of a chat, or `@` and the name of a public channel. */
  readonly chat: string;
  readonly outbound: Outbound;
  /** Where the Bot API is. */
  readonly api?: string;
}

/** Limits: https://core.telegram.org/bots/api#sendphoto, #sendmessage; counted after the markup is read. */
const captionLimit = 1024;
const textLimit = 4096;

export function telegram({ token, chat, outbound, api = 'https://api.telegram.org' }: TelegramReceiver): Channel {
  const pictured = httpChannel({ name: 'telegram', url: `${api}/bot${token}/sendPhoto`, outbound, request: photo });
  const worded = httpChannel({ name: 'telegram', url: `${api}/bot${token}/sendMessage`, outbound, request: words });

  async function photo(message: AlertMessage) {
    const form = addressed();
    form.set('caption', text(message, captionLimit));
    if (message.picture !== undefined)
      form.set('photo', new Blob([message.picture.png], { type: 'image/png' }), message.picture.name);
    return { method: 'POST', ...(await encodedForm(form)) } as const;
  }

  async function words(message: AlertMessage) {
    const form = addressed();
    form.set('text', text(message, textLimit));
    form.set('link_preview_options', JSON.stringify({ is_disabled: true }));
    return { method: 'POST', ...(await encodedForm(form)) } as const;
  }

  function addressed(): FormData {
    const form = new FormData();
    form.set('chat_id', chat);
    form.set('parse_mode', 'HTML');
    return form;
  }

  return { ...pictured, send: (message) => (message.picture === undefined ? worded : pictured).send(message) };
}

/** Title, summary and links come first; facts follow as far as there is room. */
function text({ title, summary, facts, links }: AlertMessage, limit: number): string {
  const [head, lead] = [fitted(title, 150), fitted(summary, 350)];
  const linked = links.slice(0, 5).map(({ label, url }) => ({ label: fitted(label, 40), url }));
  let left = limit - [head, lead, ...linked.map(({ label }) => label)].reduce((sum, part) => sum + part.length + 4, 0);
  const shown = facts
    .map(({ label, value }) => ({ label: fitted(label, 60), value: fitted(value, 300) }))
    .filter(({ label, value }) => {
      left -= label.length + value.length + 3;
      return left >= 0;
    });
  return [
    `<b>${html(head)}</b>\n${html(lead)}`,
    shown.map(({ label, value }) => `<b>${html(label)}</b>: ${html(value)}`).join('\n'),
    linked.map(({ label, url }) => `<a href="${html(url)}">${html(label)}</a>`).join(' · '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const html = (words: string) => [...words].map(asHtml).join('');
