/** The same statements in psql, which times them itself. */
import { spawnSync } from 'node:child_process';

/** Milliseconds for all the statements, the rows brought to psql included, so many times after two that do not count. */
export function timesInPsql(databaseUrl: string, statements: readonly string[], times: number): readonly number[] {
  const once = `${statements.join(';\n')};\n`;
  const input = `\\o /dev/null\n\\timing on\n${once.repeat(times + 2)}`;
  const { stdout, stderr, status } = spawnSync('psql', [databaseUrl, '--no-psqlrc', '--set', 'ON_ERROR_STOP=1'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`psql: ${stderr}`);
  const taken = [...stdout.matchAll(/^Time: ([\d.]+) ms/gm)].map(([, milliseconds]) => Number(milliseconds));
  const sums = Array.from({ length: times + 2 }, (_, turn) =>
    taken.slice(turn * statements.length, (turn + 1) * statements.length).reduce((sum, each) => sum + each, 0),
  );
  return sums.slice(2);
}
