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

const Environment = z.object({
  DATABASE_URL: z.url().optional(),
  REDIS_URL: z.url().optional(),
  BANDGAP_HOME: z.string().default(join(fileURLToPath(new URL('../../..', import.meta.url)), '.bandgap')),
  BANDGAP_HOST: z.string().default('127.0.0.1'),
  BANDGAP_PORT: z.coerce.number().int().min(0).max(65_535).default(4180),
  /** Sources that are off by default. */
  BANDGAP_ENABLE: list,
  BANDGAP_CONTACT: z.string().default('contact not set'),
  BANDGAP_WEBHOOK_URL: z.url().optional(),
  BANDGAP_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  /** Hosts that webhooks may reach although they are private. */
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
  if ((parsed.data.BANDGAP_WEBHOOK_URL === undefined) !== (parsed.data.BANDGAP_WEBHOOK_SECRET === undefined)) {
    throw new UsageError('BANDGAP_WEBHOOK_URL and BANDGAP_WEBHOOK_SECRET go together: set both, or neither');
  }
  return { ...parsed.data, key: (name) => environment[name] };
}
