/** `bandgap sources`: what each source last did, and why some are off. */
import { sourceHealth } from '@bandgap/db';
import { isPublishable, type Source, sources } from '@bandgap/sources';
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
        const health = new Map(
          (
            await sourceHealth(
              db.query,
              sources.map(({ id }) => id),
            )
          ).map((each) => [each.sourceId, each]),
        );
        const rows = sources.map((source) => ({
          id: source.id,
          name: source.name,
          publishable: isPublishable(source),
          licence: source.licence,
          disabled: disabled.find((other) => other.source === source)?.reason,
          ...health.get(source.id),
        }));
        if (json) return sayJson(rows);
        say(columns([['SOURCE', 'STATE', 'LAST FETCH', 'READ', 'TERMS'], ...rows.map(describe)]));
      }),
    );
}

type Row = Pick<Source, 'id' | 'licence'> & {
  readonly disabled: string | undefined;
} & Partial<Awaited<ReturnType<typeof sourceHealth>>[number]>;

function describe({
  id,
  licence,
  disabled,
  lastOutcome,
  lastMessage,
  lastFetchedAt,
  verdict,
  reasons,
  quotes,
  headlines,
  skips,
}: Row) {
  const state = lastOutcome ?? (disabled === undefined ? 'waiting' : 'disabled');
  const trouble = verdict === 'accepted' || verdict == null ? undefined : `${verdict}: ${reasons?.join('; ')}`;
  const skipped = Object.entries(skips ?? {}).map(([code, rows]) => `${rows} ${code}`);
  const read = verdict === 'accepted' ? [`${(quotes ?? 0) + (headlines ?? 0)} rows`, ...skipped].join(', ') : '';
  const remark =
    trouble ??
    (lastOutcome === 'unreachable' ? lastMessage : undefined) ??
    (lastOutcome === null ? disabled : undefined);
  return [id, state, lastFetchedAt?.slice(0, 16) ?? '', remark ?? read, `${licence.terms} (${licence.name})`];
}
