/** Events of prices and sources as one sentence each. */
import { dayOf } from '@bandgap/core';
import type { StoredEvent } from '@bandgap/db';
import { z } from 'zod';
import { change, figure } from './figures.ts';

/** What an event may say besides its kind and subject; each kind says some of it. */
const Said = z.object({
  venue: z.string().optional(),
  metric: z.string().optional(),
  from: z.union([z.number(), z.string(), z.array(z.string())]).optional(),
  to: z.union([z.number(), z.string(), z.array(z.string())]).optional(),
  scenario: z.string().optional(),
  alias: z.string().optional(),
  discount: z.number().optional(),
  effectiveAt: z.string().optional(),
  effectiveOn: z.string().optional(),
  retiredOn: z.string().optional(),
  reason: z.string().optional(),
  confirmedBy: z.array(z.string()).optional(),
  meters: z.array(z.object({ metric: z.string(), from: z.number().optional(), to: z.number() })).optional(),
  prices: z.array(z.object({ price: z.number(), sources: z.array(z.string()) })).optional(),
});
type Said = z.output<typeof Said>;

const unit = 'USD/MTok';

export interface EventWords {
  readonly title: string;
  readonly summary: string;
}

export function eventWords({ kind, subject, source, asOf, event }: StoredEvent): EventWords {
  const said = Said.safeParse(event).data ?? {};
  const what = kind.replaceAll('_', ' ');
  const at = said.venue === undefined ? '' : ` at ${said.venue}`;
  const about = subject === '' ? source : subject;
  return { title: `${about}: ${what}`, summary: `${about}${at}: ${saying(said) ?? what}, on ${dayOf(asOf)}` };
}

function saying(said: Said): string | undefined {
  const parts = [
    said.alias === undefined ? undefined : `the name ${said.alias} leads elsewhere`,
    moved(said),
    said.meters?.map(({ metric, from, to }) => moved({ metric, from, to })).join('; '),
    said.discount === undefined ? undefined : `${change(-said.discount)} for a while`,
    said.prices?.map(({ price, sources }) => `${figure(price)} ${unit} says ${sources.join(', ')}`).join('; '),
    said.reason,
    said.effectiveOn === undefined ? undefined : `to apply from ${said.effectiveOn}`,
    said.retiredOn === undefined ? undefined : `to be retired on ${said.retiredOn}`,
    said.confirmedBy === undefined ? undefined : `as ${said.confirmedBy.join(', ')} say`,
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}

function moved({ metric, scenario, from, to }: Partial<Said>): string | undefined {
  if (to === undefined) return undefined;
  const what = (metric ?? scenario ?? '').replaceAll('_', ' ');
  if (typeof from === 'number' && typeof to === 'number')
    return `${what} from ${figure(from, to)} to ${figure(to, from)} ${unit} (${change(to / from - 1)})`.trim();
  if (typeof to === 'number') return `${what} ${figure(to)} ${unit}`.trim();
  return `from ${worded(from)} to ${worded(to)}`;
}

const worded = (words: Said['to']): string => (Array.isArray(words) ? words.join(', ') : String(words ?? 'nothing'));
