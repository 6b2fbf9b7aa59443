/** Everything that can be set from outside, read from the environment once, here. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '@bandgap/core';
import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

/** Not quoted when it is wrong: such an address may hold a secret. */
const webUrl = z.url({ protocol: /^https?$/, error: 'expected http:// or https:// and a host' });

/** Standard Webhooks: `whsec_` and the base64 of 24 to 64 bytes. */
const webhookSecret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'expected whsec_ and base64');

/** Not quoted when it is wrong. */
const token = z
  .string()
  .regex(/^[\x21-\x7e]{16,}$/, 'expected at least 16 characters without spaces')
  .optional();

const Environment = z.object({
  DATABASE_URL: z.url().optional(),
  REDIS_URL: z.url().optional(),
  BANDGAP_HOME: z.string().default(join(fileURLToPath(new URL('../../..', import.meta.url)), '.bandgap')),
  BANDGAP_HOST: z.string().default('127.0.0.1'),
  BANDGAP_PORT: z.coerce.number().int().min(0).max(65_535).default(4180),
  /** Allows to read. Needed where others than this machine can reach the dashboard. */
  BANDGAP_API_TOKEN: token,
  /** Allows to read and to change. */
  BANDGAP_WRITE_TOKEN: token,
  /** Requests one address may make in a minute. */
  BANDGAP_RATE_LIMIT: z.coerce.number().int().min(1).optional(),
  /** Sources that are off by default. */
  BANDGAP_ENABLE: list,
  /** Restricted sources whose figures the operator holds a licence to republish. */
  BANDGAP_LICENSED: list,
  /** A file with alert rules, beside those that come with Bandgap. */
  BANDGAP_RULES: z.string().optional(),
  BANDGAP_CONTACT: z.string().default('contact not set'),
  /** Where people find the dashboard. */
  BANDGAP_PUBLIC_URL: webUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
  BANDGAP_WEBHOOK_URL: webUrl.optional(),
  /** Several while one replaces another. */
  BANDGAP_WEBHOOK_SECRET: list.pipe(z.array(webhookSecret)),
  BANDGAP_SLACK_WEBHOOK_URL: webUrl.optional(),
  BANDGAP_DISCORD_WEBHOOK_URL: webUrl.optional(),
  BANDGAP_TEAMS_WEBHOOK_URL: webUrl.optional(),
  BANDGAP_MATTERMOST_WEBHOOK_URL: webUrl.optional(),
  BANDGAP_TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'expected the token of a bot')
    .optional(),
  BANDGAP_TELEGRAM_CHAT: z.string().optional(),
  BANDGAP_NTFY_URL: webUrl.optional(),
  BANDGAP_NTFY_TOKEN: z.string().optional(),
  BANDGAP_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'expected smtp:// or smtps:// and a host' }).optional(),
  BANDGAP_EMAIL_FROM: z.string().optional(),
  BANDGAP_EMAIL_TO: list,
  BANDGAP_APPRISE_URL: webUrl.optional(),
  /** Hosts that messages may be sent to although they are private. */
  BANDGAP_ALLOW_PRIVATE_HOSTS: list,
  BANDGAP_LOG: z.enum(['silent', 'warn', 'info']).default('warn'),
});

export type Settings = z.output<typeof Environment> & {
  /** The value of a source's key, by the name of its variable. */
  key(name: string): string | undefined;
};

/** Throws a UsageError that names every variable that is wrong. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const isSet = ([, value]: readonly [string, string | undefined]) => value !== '';
  // An empty variable is one that is not set.
  const parsed = Environment.safeParse(Object.fromEntries(Object.entries(environment).filter(isSet)));
  if (!parsed.success) throw new UsageError(`the environment is not usable:\n${z.prettifyError(parsed.error)}`);
  refuseHalf(parsed.data);
  return { ...parsed.data, key: (name) => environment[name] };
}

/** Settings that say something only together. */
const together = [
  ['BANDGAP_WEBHOOK_URL', 'BANDGAP_WEBHOOK_SECRET'],
  ['BANDGAP_TELEGRAM_TOKEN', 'BANDGAP_TELEGRAM_CHAT'],
  ['BANDGAP_SMTP_URL', 'BANDGAP_EMAIL_FROM', 'BANDGAP_EMAIL_TO'],
] as const;

function refuseHalf(environment: z.output<typeof Environment>): void {
  for (const names of together) {
    const missing = names.filter((name) => environment[name] === undefined || environment[name].length === 0);
    if (missing.length === 0 || missing.length === names.length) continue;
    throw new UsageError(`${names.join(', ')} go together: set all, or none; missing: ${missing.join(', ')}`);
  }
}
