/** Opens the channels that are set up, each by its own settings. */
import type { ChannelName } from '@bandgap/catalog';
import { createOutbound } from '@bandgap/outbound';
import {
  apprise,
  type Channel,
  discord,
  email,
  mattermost,
  ntfy,
  slack,
  teams,
  telegram,
  webhook,
} from '@bandgap/worker';
import type { Opening } from './open-system.ts';
import type { Settings } from './settings.ts';
import { version } from './version.ts';

/** One message, redirects and answer included. */
const deadlineMs = 15_000;

/** What turns each channel on. */
export const channelSettings: Readonly<Record<ChannelName, readonly (keyof Settings)[]>> = {
  webhook: ['BANDGAP_WEBHOOK_URL', 'BANDGAP_WEBHOOK_SECRET'],
  slack: ['BANDGAP_SLACK_WEBHOOK_URL'],
  discord: ['BANDGAP_DISCORD_WEBHOOK_URL'],
  teams: ['BANDGAP_TEAMS_WEBHOOK_URL'],
  mattermost: ['BANDGAP_MATTERMOST_WEBHOOK_URL'],
  telegram: ['BANDGAP_TELEGRAM_TOKEN', 'BANDGAP_TELEGRAM_CHAT'],
  ntfy: ['BANDGAP_NTFY_URL'],
  email: ['BANDGAP_SMTP_URL', 'BANDGAP_EMAIL_FROM', 'BANDGAP_EMAIL_TO'],
  apprise: ['BANDGAP_APPRISE_URL'],
};

export const userAgent = (settings: Settings) => `Bandgap/${version} (${settings.BANDGAP_CONTACT})`;

/** Where messages say the dashboard is. */
export const publicUrl = ({ BANDGAP_PUBLIC_URL, BANDGAP_HOST, BANDGAP_PORT }: Settings): string =>
  BANDGAP_PUBLIC_URL ?? `http://${BANDGAP_HOST.includes(':') ? `[${BANDGAP_HOST}]` : BANDGAP_HOST}:${BANDGAP_PORT}`;

export function openChannels({ settings, lifecycle }: Pick<Opening, 'settings' | 'lifecycle'>): readonly Channel[] {
  const s = settings;
  const outbound = createOutbound({
    userAgent: userAgent(settings),
    allowPrivate: s.BANDGAP_ALLOW_PRIVATE_HOSTS,
    deadlineMs,
    maxRedirects: 0,
    maxBytes: 65_536,
    perHostIntervalMs: 0,
  });
  lifecycle.opened('channels', () => outbound.close());

  const at = (url: string | undefined, open: (receiver: { url: string; outbound: typeof outbound }) => Channel) =>
    url === undefined ? [] : [open({ url, outbound })];
  const { BANDGAP_TELEGRAM_TOKEN: token, BANDGAP_TELEGRAM_CHAT: chat } = s;
  const { BANDGAP_SMTP_URL: smtpUrl, BANDGAP_EMAIL_FROM: from, BANDGAP_EMAIL_TO: to } = s;
  const { BANDGAP_NTFY_TOKEN: ntfyToken } = s;
  return [
    ...at(s.BANDGAP_WEBHOOK_URL, (receiver) => webhook({ ...receiver, secrets: s.BANDGAP_WEBHOOK_SECRET })),
    ...at(s.BANDGAP_SLACK_WEBHOOK_URL, slack),
    ...at(s.BANDGAP_DISCORD_WEBHOOK_URL, discord),
    ...at(s.BANDGAP_TEAMS_WEBHOOK_URL, teams),
    ...at(s.BANDGAP_MATTERMOST_WEBHOOK_URL, mattermost),
    ...(token === undefined || chat === undefined ? [] : [telegram({ token, chat, outbound })]),
    ...at(s.BANDGAP_NTFY_URL, (receiver) =>
      ntfy({ ...receiver, ...(ntfyToken === undefined ? {} : { token: ntfyToken }) }),
    ),
    ...(smtpUrl === undefined || from === undefined ? [] : [email({ smtpUrl, from, to, outbound, deadlineMs })]),
    ...at(s.BANDGAP_APPRISE_URL, apprise),
  ];
}
