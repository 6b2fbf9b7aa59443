/** `bandgap sources`: what each source last did, and why some are off. */
import { systemClock } from '@bandgap/core';
import { readSources, type SourceState } from '@bandgap/views';
import type { Command } from 'commander';
import { selectSources } from '../enabled-sources.ts';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';

export function registerSources(program: Command): void {
  program
    .command('sources')
    .description('what each source last did')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: true }) =>
      runCommand(async (opening) => {
        const { db } = await openDatabase(opening);
        const { disabled } = selectSources(opening.settings);
        const reasons = new Map(disabled.map(({ source, reason }) => [source.id, reason]));
        const states = await readSources(db.query, systemClock());
        const rows = states.map((state) => withReason(state, reasons.get(state.id)));
        if (json) return sayJson(rows);
        say(columns([['SOURCE', 'STATE', 'LAST FETCH', 'READ', 'TERMS'], ...rows.map(describe)]));
      }),
    );
}

type Row = SourceState & {
  /** What a person would have to do for a source that is off. */
  readonly disabled?: string;
};

/** Whether a source that never brought anything waits or is off, the settings of this machine say. */
function withReason(source: SourceState, reason: string | undefined): Row {
  const isAsleep = source.state === 'waiting' || source.state === 'disabled';
  const state = isAsleep ? (reason === undefined ? 'waiting' : 'disabled') : source.state;
  return { ...source, state, ...(reason === undefined ? {} : { disabled: reason }) };
}

function describe({ id, state, stale, lastFetchedAt, message, disabled, ...source }: Row): readonly string[] {
  const { quotes, headlines, skips, terms, licence } = source;
  const skipped = Object.entries(skips).map(([code, rows]) => `${rows} ${code}`);
  const read = quotes === null ? undefined : [`${quotes + (headlines ?? 0)} rows`, ...skipped].join(', ');
  return [
    id,
    stale ? `${state}, stale` : state,
    lastFetchedAt?.slice(0, 16) ?? '',
    message ?? read ?? disabled ?? '',
    `${terms} (${licence})`,
  ];
}
