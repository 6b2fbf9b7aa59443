/** A number as agents get it: never without unit, date and terms, nor without the way back to where it comes from. */

import { UsageError } from '@bandgap/core';
import { type PublishedFigure, withheldSources } from '@bandgap/db';
import { z } from 'zod';
import type { McpDeps } from './deps.ts';

export const Figure = z.object({
  what: z.string(),
  subject: z.string(),
  value: z.number().nullable().describe('In `unit`; null where there is too little to say.'),
  unit: z.string(),
  date: z.iso.datetime().describe('Since when, or about when, it is true.'),
  tenor: z.string().optional().describe('How long a renter is bound. Do not compare figures of different tenors.'),
  surface: z.string().optional().describe('How the price came about. Do not compare figures of different surfaces.'),
  terms: z.record(z.string(), z.unknown()).optional(),
  source: z.string().optional(),
  venue: z.string().optional().describe('Who sells at this price.'),
  low: z.number().optional().describe('With any one owner left out.'),
  high: z.number().optional().describe('With any one owner left out.'),
  n: z.number().optional().describe('How many owners or sources are in it.'),
  confidence: z.string().optional(),
  receipt: z.string().optional().describe('The tool `explain` takes it; cite it beside the number.'),
  document: z
    .object({ sha256: z.string(), url: z.string(), at: z.string() })
    .optional()
    .describe('The bytes a price was read from, and where in them.'),
});

const present = ([, value]: readonly [string, unknown]): boolean => value !== null;

export const figureOf = ({ value, ...rest }: PublishedFigure): z.output<typeof Figure> =>
  Figure.parse({ ...Object.fromEntries(Object.entries(rest).filter(present)), value });

export const Withheld = z.array(z.object({ source: z.string(), reason: z.string() }));

/** Restricted sources of a subject, each with why its figures are not here. */
export const withheldOf = async ({ db }: McpDeps, subject: string): Promise<z.output<typeof Withheld>> =>
  (await withheldSources(db.query, subject)).map(({ source, licence }) => ({
    source,
    reason: `its terms forbid to pass its figures on (${licence}); whoever holds a licence names it in BANDGAP_LICENSED`,
  }));

/** Throws a UsageError: either everything is withheld, or nobody knows the subject. */
export function refuseNothing(subject: string, withheld: z.output<typeof Withheld>, expected: string): never {
  const [first] = withheld;
  if (first !== undefined) throw new UsageError(`${subject}: only ${first.source} has it, and ${first.reason}`);
  throw new UsageError(`expected ${expected}, was ${JSON.stringify(subject)}`);
}
