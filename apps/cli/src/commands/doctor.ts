/** `bandgap doctor`: what works here, what does not, and what to do about it. */
import { messageOf } from '@bandgap/core';
import { openQueues } from '@bandgap/queue';
import type { Command } from 'commander';
import { channelSettings } from '../channels.ts';
import { selectSources } from '../enabled-sources.ts';
import { type Opening, openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';

interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'off' | 'problem';
  readonly detail: string;
}

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check this machine and its settings')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: true }) =>
      runCommand(async (opening) => {
        const findings = [node(), ...(await stores(opening)), ...settings(opening)];
        if (json) sayJson(findings);
        else say(columns(findings.map(({ what, state, detail }) => [state, what, detail])));
        if (findings.some(({ state }) => state === 'problem')) process.exitCode = 1;
      }),
    );
}

const node = (): Finding => ({ what: 'Node', state: 'ok', detail: process.version });

async function stores(opening: Opening): Promise<readonly Finding[]> {
  const kind = opening.settings.DATABASE_URL === undefined ? 'embedded' : 'from DATABASE_URL';
  const said: string[] = [];
  try {
    const { db, databaseUrl } = await openDatabase({ ...opening, say: (line) => void said.push(line) });
    const database: Finding = { what: 'PostgreSQL', state: 'ok', detail: [kind, ...said].join('; ') };
    await db.query.selectFrom('slot').select('source_id').limit(1).execute();
    return [database, await queues(opening, databaseUrl)];
  } catch (error) {
    return [{ what: 'PostgreSQL', state: 'problem', detail: `${kind}: ${messageOf(error)}` }];
  }
}

async function queues({ settings }: Opening, databaseUrl: string): Promise<Finding> {
  const where =
    settings.REDIS_URL === undefined ? 'in PostgreSQL; REDIS_URL moves them to Redis' : 'in Redis, from REDIS_URL';
  const failures: string[] = [];
  const opened = await openQueues({
    databaseUrl,
    redisUrl: settings.REDIS_URL,
    onError: (_, error) => void failures.push(messageOf(error)),
  });
  const reached = await opened.counts().then(
    () => true,
    () => false,
  );
  await opened.close();
  if (reached && failures.length === 0) return { what: 'queues', state: 'ok', detail: where };
  return { what: 'queues', state: 'problem', detail: `${where}: ${failures[0] ?? 'no answer'}` };
}

function settings(opening: Opening): readonly Finding[] {
  const { enabled, disabled } = selectSources(opening.settings);
  const { BANDGAP_CONTACT: contact } = opening.settings;
  return [
    { what: 'sources', state: 'ok', detail: `${enabled.map(({ id }) => id).join(', ')}; User-Agent names: ${contact}` },
    ...disabled.map(({ source, reason }): Finding => ({ what: `source ${source.id}`, state: 'off', detail: reason })),
    ...channels(opening),
  ];
}

function channels({ settings }: Opening): readonly Finding[] {
  return Object.entries(channelSettings).map(([name, variables]): Finding => {
    const isOn = variables.every((variable) => settings[variable] !== undefined);
    const detail = isOn ? `npx bandgap alerts test ${name} tries it` : `needs ${variables.join(' and ')}`;
    return { what: `alerts by ${name}`, state: isOn ? 'ok' : 'off', detail };
  });
}
