/** `what_changed`: what is worth telling of prices, newest first. */
import { addDays, dayOf, startOf } from '@bandgap/core';
import { readEvents } from '@bandgap/views';
import { z } from 'zod';
import { defineTool } from '../define-tool.ts';

export const whatChanged = defineTool({
  name: 'what_changed',
  title: 'What changed',
  description:
    'Price changes, announcements, models that came or went, sources that disagree; each with old and new value, unit and terms in its details. Events about restricted sources are left out and counted.',
  input: z.object({
    since: z.iso.date().optional().describe('From this day on; the last 30 days if absent.'),
    subject: z.string().optional().describe('Of one model, GPU or part only.'),
    onlyNews: z.boolean().default(true).describe('Without what only the operator wants to hear.'),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    since: z.iso.date(),
    events: z.array(
      z.object({
        text: z.string(),
        kind: z.string(),
        subject: z.string(),
        source: z.string(),
        asOf: z.iso.datetime(),
        recordedAt: z.iso.datetime(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
    withheld: z.int().describe('Events among these that may not be passed on.'),
  }),
  answer: async ({ db, clock }, { since = addDays(dayOf(clock()), -30), subject, onlyNews, limit }) => {
    const asked = { since: startOf(since), onlyNews, limit, ...(subject === undefined ? {} : { subject }) };
    const found = await readEvents(db.query, asked);
    const open = found.filter(({ publishable }) => publishable);
    return {
      since,
      events: open.map(({ text, kind, subject: about, source, asOf, recordedAt, event }) => ({
        text,
        kind,
        subject: about,
        source,
        asOf,
        recordedAt,
        details: event,
      })),
      withheld: found.length - open.length,
    };
  },
});
