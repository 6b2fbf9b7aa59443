/** What a worker has to say: lines of JSON for the services, sentences for somebody who sits in front of it. */
import type { Log } from '@bandgap/worker';
import pino from 'pino';
import type { Settings } from './settings.ts';

export const serviceLog = (settings: Settings): Log => pino({ level: settings.BANDGAP_LOG }, pino.destination(2));

/** Only what went wrong; that something went well is told in other ways. */
export const spokenLog = (say: (line: string) => void): Log => ({
  info: () => undefined,
  warn: (fields, message) => say(`  ${message}: ${Object.values(fields).map(spoken).join(', ')}`),
});

const spoken = (value: unknown): string => {
  if (value instanceof Error) return value.message;
  return Array.isArray(value) ? value.map(spoken).join('; ') : String(value);
};
