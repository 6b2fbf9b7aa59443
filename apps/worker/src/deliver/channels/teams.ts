/** Microsoft Teams, by the webhook of a workflow. A message is limited to 28 KB, so the picture is a link. */
import type { AlertMessage, Mood } from '../alert-message.ts';
import type { Channel } from '../channel.ts';
import { httpChannel, jsonRequest, type Receiver } from '../http-channel.ts';
import { fitted } from '../words.ts';

export const teams = (receiver: Receiver): Channel =>
  httpChannel({ ...receiver, name: 'teams', request: (message) => jsonRequest(payload(message)) });

const payload = (message: AlertMessage) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card(message) }],
});

const card = ({ title, summary, facts, links, mood }: AlertMessage) => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.4',
  msteams: { width: 'Full' },
  body: [
    runs({ text: fitted(title, 250), weight: 'Bolder', size: 'Medium', color: cardColours[mood] }),
    runs({ text: fitted(summary, 2000) }),
    ...facts
      .slice(0, 12)
      .map(({ label, value }) =>
        runs({ text: `${fitted(label, 100)}: `, weight: 'Bolder' }, { text: fitted(value, 400) }),
      ),
  ],
  actions: links.slice(0, 6).map(({ label, url }) => ({ type: 'Action.OpenUrl', title: fitted(label, 100), url })),
});

const cardColours: Readonly<Record<Mood, string>> = { alarm: 'Attention', relief: 'Good', notice: 'Default' };

interface TextRun {
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Medium';
  readonly color?: string;
}

/** Text runs are shown as they are; the text of a TextBlock would be read as Markdown. */
const runs = (...inlines: readonly TextRun[]) => ({
  type: 'RichTextBlock',
  inlines: inlines.map((run) => ({ type: 'TextRun', ...run })),
});
