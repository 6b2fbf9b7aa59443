/** ntfy: the words in headers, the picture as the attached body. */
import type { AlertMessage, Mood } from '../alert-message.ts';
import type { Channel } from '../channel.ts';
import { httpChannel, type Receiver } from '../http-channel.ts';
import { fitted } from '../words.ts';

export interface NtfyReceiver extends Receiver {
  /** Where the topic is not open to everybody. */
  readonly token?: string;
}

export const ntfy = ({ token, ...receiver }: NtfyReceiver): Channel =>
  httpChannel({
    ...receiver,
    name: 'ntfy',
    request: ({ picture, ...message }) => ({
      method: 'PUT',
      headers: {
        ...headers(message),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(picture === undefined ? {} : { message: encodedWord(text(message)), filename: picture.name }),
      },
      body: picture?.png ?? text(message),
    }),
  });

type Words = Omit<AlertMessage, 'picture'>;

const headers = ({ title, links, mood }: Words) => ({
  title: encodedWord(fitted(title, 250)),
  tags: tags[mood],
  priority: mood === 'alarm' ? '4' : '3',
  ...(links[0] === undefined ? {} : { click: links[0].url }),
});

const tags: Readonly<Record<Mood, string>> = {
  alarm: 'chart_with_downwards_trend',
  relief: 'white_check_mark',
  notice: 'information_source',
};

/** At most 4,096 bytes, or ntfy makes a file of it; one of these characters is three bytes at most: https://docs.ntfy.sh/publish/#limitations. */
const text = ({ summary, facts }: Words): string =>
  fitted([summary, '', ...facts.map(({ label, value }) => `${label}: ${value}`)].join('\n'), 1300);

/** Headers are ASCII; ntfy reads what RFC 2047 makes of the rest. */
const encodedWord = (words: string): string =>
  /^[ -~]*$/.test(words) ? words : `=?UTF-8?B?${Buffer.from(words).toString('base64')}?=`;
